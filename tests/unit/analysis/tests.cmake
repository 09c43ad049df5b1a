target_sources(unit_tests PRIVATE
    analysis/reading_test.cpp
    analysis/scorer_test.cpp
)
