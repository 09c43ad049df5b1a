target_sources(unit_tests PRIVATE
    model/summary_test.cpp
)
