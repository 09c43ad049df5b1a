target_sources(unit_tests PRIVATE
    analysis/agreement_test.cpp
    analysis/analyzer_test.cpp
    analysis/leanings_test.cpp
    analysis/lexicon_test.cpp
    analysis/odds_test.cpp
    analysis/reaction_test.cpp
    analysis/reading_test.cpp
    analysis/rule_tests_test.cpp
    analysis/scorer_test.cpp
    analysis/tokens_test.cpp
    analysis/wording_test.cpp
)
