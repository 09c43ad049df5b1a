target_sources(unit_tests PRIVATE
    model/business_calendar_test.cpp
    model/summary_test.cpp
    model/team_test.cpp
)
