target_sources(unit_tests PRIVATE
    triage/baseline_test.cpp
    triage/fail_policy_test.cpp
    triage/suppressions_test.cpp
)
