target_sources(unit_tests PRIVATE
    cli/run_test.cpp
)
