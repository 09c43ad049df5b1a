target_sources(unit_tests PRIVATE
    analysis/scorer_test.cpp
)
