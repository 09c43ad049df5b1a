// SPDX-License-Identifier: Apache-2.0
#include "analysis/odds.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace suowen::analysis {
namespace {

// The weights of the score.
namespace score {
constexpr double kShared = 2.2;   // What the question and the reply share: its root.
constexpr double kEarlier = 1.1;  // The same with questions that were open before.
constexpr double kChance = -1.0;  // The logarithm of Overlap::room, from kRoom on.
constexpr double kRoom = 130;  // Eleven tokens each: of shorter texts sharing nothing says nothing.
constexpr double kGivesKind = 0.45;
constexpr double kLacksKind = -0.35;
constexpr double kSaysModal = 0.25;
constexpr double kLacksModal = -0.55;
constexpr double kPolar = 0.65;
constexpr double kMisplaced = -2.5;
constexpr double kRepetition = -1.0;  // Has been said to this question before.
}  // namespace score

// The weights of the log odds that a reply answers nothing, by what it does, how it is worded and
// what the customer says to it. Counts enter by their logarithm.
namespace doubt {
constexpr double kBase = -3.15;
constexpr double kAffirms = -1.15;
constexpr double kPolar = -0.95;     // Yes or no first.
constexpr double kKind = -1.35;      // A kind of answer that is expected is given.
constexpr double kPressed = 0.85;    // The customer insists or complains.
constexpr double kAskedBack = -1.0;  // The reply before asked, and the customer told.
constexpr double kParts = -0.8;      // By how many things are asked.
constexpr double kBot = 1.2;
constexpr double kBoilerplate = 2.35;
constexpr double kEvasion = 1.55;
constexpr double kPromotion = 1.3;
constexpr double kPraises = 1.55;
constexpr double kApology = -1.45;  // Who has more to say than sorry.
constexpr double kNumbers = -1.25;
constexpr double kClauseLength = 1.6;  // Particulars come in short clauses.
constexpr double kAccepts = -1.2;
constexpr double kObjects = 0.95;
constexpr double kAsksAgain = 2.4;
constexpr double kGoesOn = -0.75;
}  // namespace doubt

// The weights of the log odds that a reply is no more than a greeting, a hold or a farewell.
namespace filler {
constexpr double kBase = 1.0;
constexpr double kHold = 2.95;
constexpr double kHandOver = 5.7;
constexpr double kGreeting = 1.6;
constexpr double kClosing = 2.3;
constexpr double kThanks = 2.0;
constexpr double kNumbers = -1.95;
constexpr double kAsked = -2.35;    // The customer asks something, and does not just remark.
constexpr double kAnswers = -0.85;  // Says yes or no, or gives a kind of answer that is expected.
constexpr double kWeight = -1.9;
constexpr double kSilence = 1.95;
constexpr double kLast = 1.45;
constexpr double kNamesInput = -1.0;  // What only the customer has.
constexpr double kDemands = -0.7;
constexpr double kFollowed = 5.35;  // What matters comes in another message.
}  // namespace filler

// The weights of the log odds that a reply asks back for what it needs.
namespace asking {
constexpr double kBase = -1.65;
constexpr double kQuestions = 4.6;
constexpr double kAlternatives = 2.65;
constexpr double kInterrogates = 1.6;
constexpr double kDemands = 2.55;
constexpr double kNamesInput = 1.7;
constexpr double kRequests = 1.9;
constexpr double kAskBack = 1.95;
constexpr double kOffers = -1.7;    // To do more: "shall I".
constexpr double kClauses = -3.85;  // Who needs something asks and says no more.
constexpr double kKind = -1.5;      // A kind of answer that is expected is given.
constexpr double kNumbers = -1.0;   // So are figures.
constexpr double kGivesData = 2.3;
constexpr double kTakesUp = 5.1;
constexpr double kObjects = -2.95;
constexpr double kAsksAgain = -7.4;
constexpr double kAsks = -2.65;
}  // namespace asking

// The weights of the log odds that an answer leaves a part of the question open.
namespace half {
constexpr double kBase = 1.0;
constexpr double kNotTakenUp = 1.9;  // One of several things asked.
constexpr double kParts = 0.95;      // By how many things are asked.
constexpr double kAsked = 0.55;      // By the length of the question.
constexpr double kClauses = -2.55;
constexpr double kObjects = 1.4;
constexpr double kAsksAgain = 4.3;
constexpr double kComesBack = 3.0;
constexpr double kAsks = 0.7;
constexpr double kSilence = -1.1;
constexpr double kSays = -1.2;  // By how much the customer says.
constexpr double kSmallTalk = -3.05;
}  // namespace half

// The weights of the log odds that what answers nothing is about something else, and no evasion.
namespace drift {
constexpr double kBase = -5.6;
constexpr double kContent = 1.4;
constexpr double kPromotion = 4.15;
constexpr double kEvasion = -2.45;
constexpr double kPraises = 0.95;
constexpr double kClauses = 0.8;
constexpr double kNumbers = 1.7;
constexpr double kCourteous = -0.9;
constexpr double kNothingAsked = -0.55;  // The question expects no kind of answer.
constexpr double kPressed = -0.9;
constexpr double kObjects = 0.7;
constexpr double kAsksAgain = 2.85;
constexpr double kComesBack = 1.05;
}  // namespace drift

// log(1 + count). Looked up, as most counts are small and a reply asks for a dozen.
double log_of(std::size_t count) {
    static const std::array kLogs = [] {
        std::array<double, 64> logs{};
        for (std::size_t i = 0; i < logs.size(); ++i) {
            logs.at(i) = std::log1p(static_cast<double>(i));
        }
        return logs;
    }();
    return count < kLogs.size() ? kLogs[count] : std::log1p(static_cast<double>(count));
}

double if_cue(const Utterance& reply, Cue cue, double weight) {
    return reply.has(cue) ? weight : 0;
}

double if_manner(const Utterance& reply, Manner manner, double weight) {
    return reply.signs.has(manner) ? weight : 0;
}

// How far the words of the reply lean, and those of the customer before and after it.
double by_leanings(const Case& judged, Stage stage) {
    return judged.reply.leanings.of(stage) + judged.reaction.leanings.of(stage) +
           judged.asked.leanings.of(stage);
}

bool gives_kind(const Utterance& reply, const Asked& asked) {
    return (reply.gives & asked.expects) != 0;
}

// One of the kinds of answer that are expected, a plain yes or no included.
bool gives_any(const Utterance& reply, const Asked& asked) {
    return gives_kind(reply, asked) ||
           ((asked.expects & bit(AnswerKind::yes_no)) != 0 && reply.signs.affirms);
}

// "以页面为准", "50% off today": a phrase that is sent to anybody, and nothing else.
bool is_phrase_alone(const Utterance& reply, const Asked& asked) {
    const bool is_phrase =
        reply.has(Cue::boilerplate) || reply.has(Cue::evasion) || reply.has(Cue::promotion);
    return is_phrase && reply.content < kSomeContent && !gives_any(reply, asked) &&
           !reply.signs.affirms;
}

// A word or a number alone, such as "M", "卖家", "£46", to a question that expects a kind of
// answer.
bool is_bare_answer(const Utterance& reply, const Asked& asked) {
    constexpr std::size_t kFewBytes = 15;
    return asked.expects != 0 && reply.text.size() <= kFewBytes && reply.cues == 0 &&
           !ends_asking(reply);
}

// What takes up each thing that was asked and gives what was expected is a whole answer, however
// short it is, unless the customer comes back to what it lacks: "内胆呢".
bool is_whole(const Case& judged) {
    constexpr float kSome = 0.3F;
    return judged.takes_up_all && judged.reaction.comes_back <= kSome &&
           (gives_any(judged.reply, judged.asked) || is_bare_answer(judged.reply, judged.asked));
}

double filler_odds(const Case& judged) {
    const auto& [role, reply, asked, reaction, takes_up_all] = judged;
    return filler::kBase + by_leanings(judged, Stage::filler) +
           if_cue(reply, Cue::hold, filler::kHold) +
           if_cue(reply, Cue::hand_over, filler::kHandOver) +
           if_cue(reply, Cue::greeting, filler::kGreeting) +
           if_cue(reply, Cue::closing, filler::kClosing) +
           if_cue(reply, Cue::thanks, filler::kThanks) +
           if_manner(reply, Manner::names_input, filler::kNamesInput) +
           if_manner(reply, Manner::demands, filler::kDemands) +
           filler::kNumbers * log_of(reply.wording.numbers) +
           (gives_any(reply, asked) ? filler::kAnswers : 0) +
           (asked.is_asked ? filler::kAsked : 0) + filler::kWeight * std::log1p(reply.weight) +
           (reaction.is_silence ? filler::kSilence : 0) + (reaction.is_last ? filler::kLast : 0) +
           (reaction.is_followed ? filler::kFollowed : 0);
}

double asking_odds(const Case& judged) {
    const auto& [role, reply, asked, reaction, takes_up_all] = judged;
    const double manners = if_manner(reply, Manner::questions, asking::kQuestions) +
                           if_manner(reply, Manner::alternatives, asking::kAlternatives) +
                           if_manner(reply, Manner::interrogates, asking::kInterrogates) +
                           if_manner(reply, Manner::demands, asking::kDemands) +
                           if_manner(reply, Manner::names_input, asking::kNamesInput) +
                           if_manner(reply, Manner::requests, asking::kRequests) +
                           if_cue(reply, Cue::ask_back, asking::kAskBack) +
                           if_manner(reply, Manner::offers, asking::kOffers) +
                           asking::kClauses * log_of(reply.clauses);
    const double answers = (gives_kind(reply, asked) ? asking::kKind : 0) +
                           asking::kNumbers * log_of(reply.wording.numbers);
    const double response =
        (reaction.gives_data ? asking::kGivesData : 0) + asking::kTakesUp * reaction.takes_up +
        (reaction.objects ? asking::kObjects : 0) + asking::kAsksAgain * reaction.asks_again +
        (reaction.asks ? asking::kAsks : 0);
    return asking::kBase + by_leanings(judged, Stage::asking) + manners + answers + response;
}

double doubt_odds(const Case& judged) {
    const auto& [role, reply, asked, reaction, takes_up_all] = judged;
    const double deeds =
        (reply.signs.affirms ? doubt::kAffirms : 0) +
        if_manner(reply, Manner::polar, doubt::kPolar) +
        (gives_kind(reply, asked) ? doubt::kKind : 0) + (asked.is_pressed ? doubt::kPressed : 0) +
        (asked.was_asked_back ? doubt::kAskedBack : 0) + doubt::kParts * log_of(asked.parts) +
        (role == Role::bot ? doubt::kBot : 0);
    const double phrases = if_cue(reply, Cue::boilerplate, doubt::kBoilerplate) +
                           if_cue(reply, Cue::evasion, doubt::kEvasion) +
                           if_cue(reply, Cue::promotion, doubt::kPromotion) +
                           if_cue(reply, Cue::apology, doubt::kApology) +
                           if_manner(reply, Manner::praises, doubt::kPraises);
    const double clause_length = (1.0 + reply.wording.length) / std::max(1U, reply.clauses);
    const double response =
        (reaction.accepts ? doubt::kAccepts : 0) + (reaction.objects ? doubt::kObjects : 0) +
        doubt::kAsksAgain * reaction.asks_again + (reaction.goes_on ? doubt::kGoesOn : 0);
    return doubt::kBase + by_leanings(judged, Stage::doubt) + deeds + phrases +
           doubt::kNumbers * log_of(reply.wording.numbers) +
           doubt::kClauseLength * std::log(clause_length) + response;
}

double drift_odds(const Case& judged) {
    const auto& [role, reply, asked, reaction, takes_up_all] = judged;
    return drift::kBase + by_leanings(judged, Stage::drift) +
           drift::kContent * std::log1p(reply.content) +
           if_cue(reply, Cue::promotion, drift::kPromotion) +
           if_cue(reply, Cue::evasion, drift::kEvasion) +
           if_manner(reply, Manner::praises, drift::kPraises) +
           drift::kNumbers * log_of(reply.wording.numbers) +
           drift::kClauses * log_of(reply.clauses) +
           if_manner(reply, Manner::courteous, drift::kCourteous) +
           (asked.expects == 0 ? drift::kNothingAsked : 0) +
           (asked.is_pressed ? drift::kPressed : 0) + (reaction.objects ? drift::kObjects : 0) +
           drift::kAsksAgain * reaction.asks_again + drift::kComesBack * reaction.comes_back;
}

double half_odds(const Case& judged) {
    const auto& [role, reply, asked, reaction, takes_up_all] = judged;
    return half::kBase + by_leanings(judged, Stage::half) + (takes_up_all ? 0 : half::kNotTakenUp) +
           half::kParts * log_of(asked.parts) + half::kAsked * log_of(asked.tokens) +
           half::kClauses * log_of(reply.clauses) + (reaction.objects ? half::kObjects : 0) +
           half::kAsksAgain * reaction.asks_again + half::kComesBack * reaction.comes_back +
           (reaction.asks ? half::kAsks : 0) + (reaction.is_silence ? half::kSilence : 0) +
           half::kSays * std::log1p(reaction.weight) +
           (reaction.is_small_talk ? half::kSmallTalk : 0);
}

double chance_of(Verdict verdict, const VerdictChances& chances) {
    return chances.at(static_cast<std::size_t>(verdict));
}

}  // namespace

double relevance_odds(const Overlap& overlap,
                      const Overlap& before,
                      const Fit& fit,
                      bool is_repeated) {
    return score::kShared * std::sqrt(overlap.shared) + score::kEarlier * std::sqrt(before.shared) +
           score::kChance * std::log(std::max(1.0, overlap.room / score::kRoom)) +
           (fit.gives_kind ? score::kGivesKind : 0) + (fit.lacks_kind ? score::kLacksKind : 0) +
           (fit.says_modal ? score::kSaysModal : 0) + (fit.lacks_modal ? score::kLacksModal : 0) +
           (fit.is_polar ? score::kPolar : 0) + (fit.is_misplaced ? score::kMisplaced : 0) +
           (is_repeated ? score::kRepetition : 0);
}

VerdictOdds verdict_odds(const Case& judged) {
    return {filler_odds(judged),
            asking_odds(judged),
            doubt_odds(judged),
            drift_odds(judged),
            half_odds(judged),
            is_bare_answer(judged.reply, judged.asked),
            is_phrase_alone(judged.reply, judged.asked),
            is_whole(judged)};
}

VerdictChances chances_of(const VerdictOdds& odds) {
    const auto chance = [](double log_odds) { return 1 / (1 + std::exp(-log_odds)); };
    const double filler = chance(odds.filler);
    const double asks = (1 - filler) * chance(odds.asking);
    const double replies = 1 - filler - asks;
    const double evades = odds.is_bare_answer    ? 0
                          : odds.is_phrase_alone ? replies
                                                 : replies * chance(odds.doubt);
    const double answers = replies - evades;
    VerdictChances chances{};
    const auto set = [&](Verdict verdict, double value) {
        chances.at(static_cast<std::size_t>(verdict)) = value;
    };
    set(Verdict::no_question, filler);
    set(Verdict::clarifying, asks);
    set(Verdict::off_topic, evades * chance(odds.drift));
    set(Verdict::deflected, evades * chance(-odds.drift));
    const double half = odds.is_whole ? 0 : answers * chance(odds.half);
    set(Verdict::partial, half);
    set(Verdict::answered, answers - half);
    return chances;
}

Verdict likeliest(const VerdictChances& chances) {
    const auto likelier = [&](Verdict a, Verdict b) {
        return chance_of(a, chances) < chance_of(b, chances) ? b : a;
    };
    const Verdict answer = likelier(Verdict::answered, Verdict::partial);
    const Verdict evasion = likelier(Verdict::deflected, Verdict::off_topic);
    const Verdict other = likelier(Verdict::no_question, Verdict::clarifying);
    const double answers = certainty_of(answer, chances);
    const double evades = certainty_of(evasion, chances);
    if (chance_of(other, chances) > std::max(answers, evades)) {
        return other;
    }
    return evades > answers ? evasion : answer;
}

double certainty_of(Verdict verdict, const VerdictChances& chances) {
    switch (verdict) {
        case Verdict::answered:
        case Verdict::partial:
            return chance_of(Verdict::answered, chances) + chance_of(Verdict::partial, chances);
        case Verdict::deflected:
        case Verdict::off_topic:
            return chance_of(Verdict::deflected, chances) + chance_of(Verdict::off_topic, chances);
        default:
            return chance_of(verdict, chances);
    }
}

}  // namespace suowen::analysis
