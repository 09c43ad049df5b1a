target_sources(suowen_core PRIVATE
    rules/condition_evaluator.cpp
    rules/condition_reader.cpp
    rules/document.cpp
    rules/field_reader.cpp
    rules/lint.cpp
    rules/loader.cpp
    rules/prepared_patterns.cpp
    rules/pattern_reader.cpp
    rules/promises.cpp
    rules/rule_files.cpp
    rules/rule_index.cpp
    rules/rule_matcher.cpp
    rules/rule_reader.cpp
    rules/rule_set.cpp
    rules/text_match.cpp
)

# rules.yaml is checked and compiled in. The tool is built from the sources that it needs, not from
# suowen_core, which needs what it writes.
add_executable(embed_rules
    base/digest.cpp
    model/business_calendar.cpp
    model/relevance.cpp
    model/rule_info.cpp
    rules/condition_reader.cpp
    rules/document.cpp
    rules/embed_rules.cpp
    rules/field_reader.cpp
    rules/loader.cpp
    rules/prepared_patterns.cpp
    rules/pattern_reader.cpp
    rules/promises.cpp
    rules/rule_reader.cpp
    text/alternatives.cpp
    text/literal_scanner.cpp
    text/literals.cpp
    text/normalizer.cpp
    text/pattern_set.cpp
    ${CMAKE_CURRENT_BINARY_DIR}/fold_table.cpp
)
target_include_directories(embed_rules PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(embed_rules PRIVATE
    suowen_warnings fmt::fmt Threads::Threads PkgConfig::RE2 PkgConfig::YAMLCPP PkgConfig::NETTLE)
add_custom_command(
    OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.cpp
    COMMAND embed_rules ${PROJECT_SOURCE_DIR}/rules.yaml
            ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.cpp
    DEPENDS embed_rules ${PROJECT_SOURCE_DIR}/rules.yaml
    VERBATIM)
target_sources(suowen_core PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.cpp)
