# The fields of talk are compiled in.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS analysis/fields.txt)
file(READ analysis/fields.txt FIELDS_OF_TALK)
configure_file(analysis/fields.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/fields.cpp @ONLY)
target_sources(suowen_core PRIVATE
    analysis/affront.cpp
    analysis/agreement.cpp
    analysis/analyzer.cpp
    analysis/cues.cpp
    analysis/judged_audit.cpp
    ${CMAKE_CURRENT_BINARY_DIR}/fields.cpp
    analysis/lexicon.cpp
    analysis/odds.cpp
    analysis/quoted_words.cpp
    analysis/reaction.cpp
    analysis/reading.cpp
    analysis/rule_tests.cpp
    analysis/scorer.cpp
    analysis/tokens.cpp
    analysis/utterance.cpp
    analysis/wording.cpp
)
