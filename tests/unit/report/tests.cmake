target_sources(unit_tests PRIVATE
    report/advice_test.cpp
    report/csv_test.cpp
    report/github_test.cpp
    report/gitlab_test.cpp
    report/html_test.cpp
    report/json_test.cpp
    report/junit_test.cpp
    report/labels_test.cpp
    report/markdown_test.cpp
    report/sarif_test.cpp
    report/scorecards_test.cpp
    report/template_test.cpp
    report/text_page_test.cpp
    report/text_test.cpp
    report/trend_test.cpp
    report/worst_first_test.cpp
)
