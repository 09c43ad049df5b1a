target_sources(unit_tests PRIVATE
    cli/next_step_test.cpp
    cli/run_test.cpp
)
