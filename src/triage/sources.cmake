target_sources(suowen_core PRIVATE
    triage/baseline.cpp
    triage/fail_policy.cpp
    triage/suppressions.cpp
)
