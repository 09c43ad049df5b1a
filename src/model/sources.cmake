target_sources(suowen_core PRIVATE
    model/business_calendar.cpp
    model/conversation.cpp
    model/relevance.cpp
    model/rule_info.cpp
    model/summary.cpp
    model/team.cpp
    model/timestamp.cpp
)
