target_sources(unit_tests PRIVATE
    report/advice_test.cpp
    report/html_test.cpp
    report/json_test.cpp
    report/labels_test.cpp
    report/scorecards_test.cpp
    report/text_test.cpp
    report/trend_test.cpp
)
