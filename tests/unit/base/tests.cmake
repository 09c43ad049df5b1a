target_sources(unit_tests PRIVATE
    base/json_writing_test.cpp
)
