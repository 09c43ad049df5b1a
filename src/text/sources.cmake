target_sources(suowen_core PRIVATE
    text/alternatives.cpp
    text/display_width.cpp
    text/literal_scanner.cpp
    text/literals.cpp
    text/normalizer.cpp
    text/pattern_set.cpp
    text/personal_data.cpp
    text/whole_words.cpp
)

# The folding table comes from the ICU that we build with.
add_executable(generate_fold_table text/fold/generate_fold_table.cpp)
target_include_directories(generate_fold_table PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(generate_fold_table PRIVATE ICU::i18n ICU::uc suowen_warnings)
add_custom_command(
    OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/fold_table.cpp
    COMMAND generate_fold_table ${CMAKE_CURRENT_SOURCE_DIR}/text/fold/lookalikes.txt
            ${CMAKE_CURRENT_BINARY_DIR}/fold_table.cpp
    DEPENDS generate_fold_table text/fold/lookalikes.txt
    VERBATIM)
target_sources(suowen_core PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/fold_table.cpp)
