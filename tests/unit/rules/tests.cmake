target_sources(unit_tests PRIVATE
    rules/document_test.cpp
    rules/lint_test.cpp
    rules/loader_test.cpp
    rules/promises_test.cpp
    rules/rule_matcher_test.cpp
)
