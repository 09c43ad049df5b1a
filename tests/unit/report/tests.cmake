target_sources(unit_tests PRIVATE
    report/json_test.cpp
)
