// SPDX-License-Identifier: Apache-2.0
#include "analysis/odds.h"

#include <algorithm>
#include <cmath>

namespace suowen::analysis {
namespace {

// The weights of the score.
namespace score {
constexpr double kBase = -0.6;
constexpr double kCosine = 9.0;       // Shared words, both ways.
constexpr double kCoverage = 1.5;     // Shared words, of those asked.
constexpr double kEarlier = 3.0;      // Shared with questions that were open before.
constexpr double kKind = 0.3;         // The kind of answer that is expected is given.
constexpr double kRepetition = -1.0;  // Has been said to this question before.
}  // namespace score

// The weights of the log odds that a reply answers nothing, by what it does and how it is worded.
// Counts enter by their logarithm.
namespace doubt {
constexpr double kBase = -5.25;
constexpr double kAffirms = -0.95;
constexpr double kKind = -1.1;     // A kind of answer that is expected is given.
constexpr double kPressed = 1.15;  // The customer insists or complains of what was said before.
constexpr double kBot = 1.95;
constexpr double kBoilerplate = 2.0;
constexpr double kEvasion = 1.2;
constexpr double kPromotion = 1.35;
constexpr double kPraises = 0.9;
constexpr double kAsksBack = -0.95;
constexpr double kApology = -2.4;  // Who has more to say than sorry.
constexpr double kGeneral = 1.4;
constexpr double kSoft = 1.3;
constexpr double kCondition = -1.15;
constexpr double kParticular = -0.95;
constexpr double kClauseLength = 2.5;  // Particulars come in short clauses.
}  // namespace doubt

// The weights of the log odds that a reply is no more than a greeting, a hold or a farewell.
namespace filler {
constexpr double kBase = 3.6;
constexpr double kHold = 3.0;
constexpr double kHandOver = 5.5;
constexpr double kGreeting = 1.55;
constexpr double kClosing = 3.2;
constexpr double kThanks = 2.1;
constexpr double kNumbers = -1.9;
constexpr double kQuestions = -2.5;
constexpr double kAsked = -1.9;    // The customer asks something, and does not just remark.
constexpr double kAnswers = -1.5;  // Says yes or no, or gives a kind of answer that is expected.
constexpr double kWeight = -1.8;
}  // namespace filler

// The weights of the log odds that a reply asks back for what it needs.
namespace asking {
constexpr double kBase = 0.6;
constexpr double kQuestions = 4.4;
constexpr double kAlternatives = 3.6;
constexpr double kInterrogates = 1.7;
constexpr double kDemands = 2.6;
constexpr double kNamesInput = 2.1;
constexpr double kRequests = 2.0;
constexpr double kAskBack = 1.9;
constexpr double kGeneral = -1.1;
constexpr double kClauses = -3.8;  // Who needs something asks and says no more.
}  // namespace asking

// The weights of the log odds that an answer leaves a part of the question open.
namespace half {
constexpr double kBase = -0.5;
constexpr double kNotTakenUp = 1.6;  // One of several things asked.
constexpr double kAsked = 0.7;       // By the length of the question.
constexpr double kNotGiven = 0.5;    // No kind of answer that is expected.
constexpr double kCondition = -0.7;
constexpr double kClauses = -1.9;
}  // namespace half

// The weights of the log odds that what answers nothing is about something else, and no evasion.
namespace drift {
constexpr double kBase = -3.95;
constexpr double kContent = 1.5;
constexpr double kPromotion = 6.5;
constexpr double kEvasion = -1.9;
constexpr double kNumbers = 1.3;
constexpr double kCourteous = -0.9;
constexpr double kNothingAsked = -0.6;  // The question expects no kind of answer.
constexpr double kPressed = -0.9;
}  // namespace drift

double by_words(const Utterance& reply, WordClass which) {
    return std::log1p(reply.wording.of(which));
}

double if_cue(const Utterance& reply, Cue cue, double weight) {
    return reply.has(cue) ? weight : 0;
}

double if_manner(const Utterance& reply, Manner manner, double weight) {
    return reply.signs.has(manner) ? weight : 0;
}

}  // namespace

bool gives_any(const Utterance& reply, Bits expects) {
    return (reply.gives & expects) != 0 ||
           ((expects & bit(AnswerKind::yes_no)) != 0 && reply.signs.affirms);
}

double relevance_odds(const Overlap& overlap,
                      const Overlap& before,
                      bool gives_expected,
                      bool is_repeated) {
    return score::kBase + score::kCosine * overlap.cosine + score::kCoverage * overlap.coverage +
           score::kEarlier * before.cosine + (gives_expected ? score::kKind : 0) +
           (is_repeated ? score::kRepetition : 0);
}

double filler_odds(const Utterance& reply, const Asked& asked) {
    return filler::kBase + if_cue(reply, Cue::hold, filler::kHold) +
           if_cue(reply, Cue::hand_over, filler::kHandOver) +
           if_cue(reply, Cue::greeting, filler::kGreeting) +
           if_cue(reply, Cue::closing, filler::kClosing) +
           if_cue(reply, Cue::thanks, filler::kThanks) +
           filler::kNumbers * std::log1p(reply.wording.numbers) +
           if_manner(reply, Manner::questions, filler::kQuestions) +
           (asked.is_asked ? filler::kAsked : 0) +
           (reply.signs.affirms || gives_any(reply, asked.expects) ? filler::kAnswers : 0) +
           filler::kWeight * std::log1p(reply.weight);
}

double asking_odds(const Utterance& reply) {
    return asking::kBase + if_manner(reply, Manner::questions, asking::kQuestions) +
           if_manner(reply, Manner::alternatives, asking::kAlternatives) +
           if_manner(reply, Manner::interrogates, asking::kInterrogates) +
           if_manner(reply, Manner::demands, asking::kDemands) +
           if_manner(reply, Manner::names_input, asking::kNamesInput) +
           if_manner(reply, Manner::requests, asking::kRequests) +
           if_cue(reply, Cue::ask_back, asking::kAskBack) +
           asking::kGeneral * by_words(reply, WordClass::general) +
           asking::kClauses * std::log1p(reply.clauses);
}

double doubt_odds(Role role, const Utterance& reply, const Asked& asked) {
    const double deeds = (reply.signs.affirms ? doubt::kAffirms : 0) +
                         ((reply.gives & asked.expects) != 0 ? doubt::kKind : 0) +
                         (asked.is_pressed ? doubt::kPressed : 0) +
                         (role == Role::bot ? doubt::kBot : 0);
    const double phrases = if_cue(reply, Cue::boilerplate, doubt::kBoilerplate) +
                           if_cue(reply, Cue::evasion, doubt::kEvasion) +
                           if_cue(reply, Cue::promotion, doubt::kPromotion) +
                           if_cue(reply, Cue::ask_back, doubt::kAsksBack) +
                           if_cue(reply, Cue::apology, doubt::kApology) +
                           if_manner(reply, Manner::praises, doubt::kPraises);
    const double words = doubt::kGeneral * by_words(reply, WordClass::general) +
                         doubt::kSoft * by_words(reply, WordClass::soft) +
                         doubt::kCondition * by_words(reply, WordClass::condition) +
                         doubt::kParticular * by_words(reply, WordClass::particular);
    const double clause_length = (1.0 + reply.wording.length) / std::max(1U, reply.clauses);
    return doubt::kBase + deeds + phrases + words + doubt::kClauseLength * std::log(clause_length);
}

double drift_odds(const Utterance& reply, const Asked& asked) {
    return drift::kBase + drift::kContent * std::log1p(reply.content) +
           if_cue(reply, Cue::promotion, drift::kPromotion) +
           if_cue(reply, Cue::evasion, drift::kEvasion) +
           drift::kNumbers * std::log1p(reply.wording.numbers) +
           if_manner(reply, Manner::courteous, drift::kCourteous) +
           (asked.expects == 0 ? drift::kNothingAsked : 0) +
           (asked.is_pressed ? drift::kPressed : 0);
}

double half_odds(const Utterance& reply, const Asked& asked, bool takes_up_all) {
    return half::kBase + (takes_up_all ? 0 : half::kNotTakenUp) +
           (gives_any(reply, asked.expects) ? 0 : half::kNotGiven) +
           half::kAsked * std::log1p(static_cast<double>(asked.tokens)) +
           half::kCondition * by_words(reply, WordClass::condition) +
           half::kClauses * std::log1p(reply.clauses);
}

}  // namespace suowen::analysis
