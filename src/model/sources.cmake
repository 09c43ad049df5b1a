target_sources(suowen_core PRIVATE
    model/conversation.cpp
    model/relevance.cpp
    model/rule_info.cpp
    model/summary.cpp
)
