target_sources(suowen_core PRIVATE
    analysis/affront.cpp
    analysis/agreement.cpp
    analysis/analyzer.cpp
    analysis/cues.cpp
    analysis/judged_audit.cpp
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
