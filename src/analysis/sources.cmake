# The lists of words that stand in files of their own are compiled in.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS analysis/fields.txt
    analysis/question_leanings.txt analysis/reaction_leanings.txt analysis/reply_leanings.txt)
file(READ analysis/fields.txt FIELDS_OF_TALK)
file(READ analysis/question_leanings.txt QUESTION_LEANINGS)
file(READ analysis/reaction_leanings.txt REACTION_LEANINGS)
file(READ analysis/reply_leanings.txt REPLY_LEANINGS)
configure_file(analysis/word_lists.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/word_lists.cpp @ONLY)
target_sources(suowen_core PRIVATE
    analysis/affront.cpp
    analysis/agreement.cpp
    analysis/analyzer.cpp
    analysis/cues.cpp
    analysis/judged_audit.cpp
    analysis/leanings.cpp
    analysis/lexicon.cpp
    analysis/odds.cpp
    analysis/quoted_words.cpp
    analysis/reaction.cpp
    analysis/reading.cpp
    analysis/rule_tests.cpp
    analysis/scorer.cpp
    analysis/tokens.cpp
    analysis/utterance.cpp
    ${CMAKE_CURRENT_BINARY_DIR}/word_lists.cpp
    analysis/wording.cpp
)
