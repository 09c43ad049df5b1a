target_sources(suowen_core PRIVATE
    analysis/rule_tests.cpp
)
