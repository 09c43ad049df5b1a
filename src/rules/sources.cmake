target_sources(suowen_core PRIVATE
    rules/condition_reader.cpp
    rules/document.cpp
    rules/field_reader.cpp
    rules/loader.cpp
    rules/pattern_reader.cpp
    rules/promises.cpp
    rules/rule_reader.cpp
    rules/rule_set.cpp
)
