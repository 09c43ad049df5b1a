target_sources(suowen_core PRIVATE
    rules/condition_reader.cpp
    rules/document.cpp
    rules/field_reader.cpp
    rules/pattern_reader.cpp
)
