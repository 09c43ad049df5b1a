// SPDX-License-Identifier: Apache-2.0
#include "analysis/scorer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>

namespace suowen::analysis {
namespace {

// The weights of the score, in log odds; docs/relevance.md tells what each is worth.
namespace weight {
constexpr double kBase = -0.6;
constexpr double kCosine = 9.0;       // Shared words, both ways.
constexpr double kCoverage = 1.5;     // Shared words, of those asked.
constexpr double kEarlier = 3.0;      // Shared with questions that were open before.
constexpr double kKind = 0.3;         // The kind of answer that is expected is given.
constexpr double kRepetition = -1.0;  // Has been said to this question before.
}  // namespace weight

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

// A reply with less content than this (about one pair of characters) says nothing by itself.
constexpr float kSomeContent = 1.2F;
constexpr std::size_t kMaxEvidenceWords = 8;

// Bounds on what is kept of a matter that nobody settles, so that a conversation of any length
// costs time and memory in proportion to it. The oldest goes first.
constexpr std::size_t kMaxOpenTurns = 64;
constexpr std::size_t kMaxOpenTokens = 2000;

// Kinds of answer in a form that is not found in any talk.
constexpr Bits kTelling = bit(AnswerKind::duration) | bit(AnswerKind::date) |
                          bit(AnswerKind::price) | bit(AnswerKind::quantity) |
                          bit(AnswerKind::reason) | bit(AnswerKind::contact);

constexpr std::array kFillers = {
    Cue::greeting, Cue::thanks, Cue::closing, Cue::hold, Cue::hand_over, Cue::apology};

// What the customer has asked and not had answered, as the conversation goes on.
struct OpenQuestion {
    std::vector<std::uint32_t> turns;   // All that is open.
    std::vector<std::uint32_t> latest;  // The customer's turns since the last reply.
    std::vector<Token> tokens;          // Of `latest`.
    std::vector<QuestionPart> parts;    // What `latest` asks, thing by thing.
    std::vector<Token> earlier;         // Of the other open turns.
    Bits expects = 0;
    Bits earlier_expects = 0;
    bool is_answered = false;  // A further message may add to the answer.
    int replies = 0;           // To this question, greetings included.
    bool is_asked = false;     // `latest` asks, wants, reports or complains of something.
    bool asked_back = false;   // The last reply asked for something.
    bool is_pressed = false;   // `latest` insists or complains.

    [[nodiscard]] bool is_open() const { return !turns.empty() && !is_answered; }
};

std::vector<Token> merged(const std::vector<Token>& a, const std::vector<Token>& b) {
    std::vector<Token> all;
    all.reserve(a.size() + b.size());
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all), has_lower_key);
    return all;
}

bool are_in_order(const TurnTime& from, const TurnTime& to) {
    return from.at && to.at && from.at->instant <= to.at->instant;
}

std::optional<Milliseconds> between(const TurnTime& from, const TurnTime& to) {
    return are_in_order(from, to) ? std::optional(to.at->instant - from.at->instant) : std::nullopt;
}

class Judge {
public:
    Judge(const Conversation& conversation,
          std::span<const Reading* const> readings,
          const BusinessCalendar& calendar)
        : turns_(conversation.turns),
          readings_(readings),
          conversation_(conversation),
          calendar_(calendar) {}

    Judgement judge() {
        for (std::uint32_t i = 0; i < turns_.size(); ++i) {
            if (turns_[i].role == Role::customer) {
                take_question(i);
            } else if (is_reply(turns_[i].role)) {
                take_reply(i);
            }
        }
        settle_holds();
        note_pending();
        return std::move(judgement_);
    }

private:
    void take_question(std::uint32_t turn) {
        const QuestionReading& reading = readings_[turn]->as_question();
        const Utterance& said = reading.said;
        if (!first_since_reply_) {
            first_since_reply_ = turn;
        }
        // A number alone is what the agent asked for, whether that was noticed or not.
        constexpr float kDataWeight = 2.0F;
        const bool is_data = !question_.turns.empty() && said.weight < kDataWeight &&
                             said.signs.has(Manner::numbers) && !said.signs.is_small_talk &&
                             !said.signs.asks;
        const bool is_waiting = question_.is_open() || question_.asked_back || is_data;
        if (!is_waiting && !opens_question(said)) {
            question_ = {};
            return;
        }
        if (said.signs.is_small_talk && question_.is_open() && !question_.asked_back &&
            said.has(Cue::thanks)) {
            // Thanks end a matter, agreement ("ok") does not while it is open.
            question_ = {};
            return;
        }
        if (!is_waiting) {
            question_ = {};
        }
        if (!is_collecting_) {
            question_.earlier = question_.earlier.size() > kMaxOpenTokens
                                    ? question_.tokens
                                    : merged(question_.earlier, question_.tokens);
            question_.earlier_expects |= question_.expects;
            const bool goes_on = question_.asked_back || said.signs.insists || is_data;
            if (!goes_on) {
                question_.expects = 0;
                question_.parts.clear();
            }
            // What was asked and not answered is still asked, whatever the customer adds.
            question_.is_asked = goes_on || (question_.is_asked && !question_.is_answered);
            question_.is_pressed = false;
            question_.tokens.clear();
            question_.latest.clear();
            is_collecting_ = true;
        }
        question_.is_answered = false;
        if (question_.turns.size() == kMaxOpenTurns) {
            question_.turns.erase(question_.turns.begin());
        }
        if (question_.latest.size() == kMaxOpenTurns) {
            question_.latest.erase(question_.latest.begin());
        }
        question_.turns.push_back(turn);
        question_.latest.push_back(turn);
        if (question_.tokens.size() < kMaxOpenTokens) {
            question_.tokens = merged(question_.tokens, said.tokens);
        }
        question_.expects |= said.signs.expects;
        constexpr Bits kUnsettled = bit(Manner::presses) | bit(Manner::negates);
        question_.is_asked = question_.is_asked || said.signs.asks || said.signs.insists ||
                             said.signs.expects != 0 || (said.signs.manners & kUnsettled) != 0;
        question_.is_pressed = question_.is_pressed || said.signs.has(Manner::presses);
        const std::size_t parts =
            std::min(reading.parts.size(), kMaxQuestionParts - question_.parts.size());
        question_.parts.insert(question_.parts.end(),
                               reading.parts.begin(),
                               reading.parts.begin() + static_cast<std::ptrdiff_t>(parts));
        if (question_.turns.size() == 1 || !raised_) {
            raised_ = turn;
        }
    }

    [[nodiscard]] bool opens_question(const Utterance& said) const {
        if (said.signs.is_small_talk) {
            return false;
        }
        // A statement opens a matter too when it says something and is not thanks.
        return said.signs.asks || said.signs.insists ||
               (said.weight > kSomeContent && !said.has(Cue::thanks));
    }

    void take_reply(std::uint32_t turn) {
        const Utterance& reply = readings_[turn]->as_reply();
        Exchange exchange;
        exchange.reply = turn;
        exchange.question = question_.turns;
        if (first_since_reply_) {
            exchange.response = between(turns_[*first_since_reply_].time, turns_[turn].time);
        }
        if (raised_ && question_.is_open()) {
            exchange.waited = staffed_between(turns_[*raised_].time, turns_[turn].time);
        }
        Relevance relevance = rate(turns_[turn], reply);
        update(relevance.verdict, reply);
        judgement_.exchanges.push_back(std::move(exchange));
        judgement_.relevance.push_back(std::move(relevance));
        first_since_reply_.reset();
        is_collecting_ = false;
    }

    Relevance rate(const Turn& turn, const Utterance& reply) {
        Relevance rated;
        for (unsigned c = 0; c <= static_cast<unsigned>(Cue::refusal); ++c) {
            if (reply.has(static_cast<Cue>(c))) {
                rated.evidence.cues.push_back(static_cast<Cue>(c));
            }
        }
        if (question_.turns.empty()) {
            rated.verdict = Verdict::no_question;
            return rated;
        }
        if (turn.kind == TurnKind::attachment) {
            rated.verdict = question_.is_answered ? Verdict::no_question : Verdict::unjudged;
            return rated;
        }
        const Overlap overlap = overlap_of(question_.tokens, reply);
        const Overlap before = overlap_of(question_.earlier, reply);
        const double topical = topical_odds(reply, overlap, before);
        const double doubt = doubt_of(turn.role, reply);
        rated.verdict = verdict_of(reply, doubt, overlap, before);
        explain(reply, rated.evidence);
        if (is_bad(rated.verdict)) {
            for (const std::string_view word : reply.wording.generalities) {
                if (!word.empty()) {
                    rated.evidence.generalities.push_back(word);
                }
            }
        }
        if (rated.verdict != Verdict::no_question && rated.verdict != Verdict::clarifying) {
            rated.score = std::round(1000 / (1 + std::exp(-topical))) / 1000;
        }
        return rated;
    }

    // The kinds of answer that the latest turns ask for; those of earlier ones when they name none.
    [[nodiscard]] Bits asked_for() const {
        return question_.expects != 0 ? question_.expects : question_.earlier_expects;
    }

    // The kinds that settle it: "how long" is answered by a day too, "when" by a number of days.
    [[nodiscard]] Bits expected() const {
        constexpr Bits kTimes = bit(AnswerKind::duration) | bit(AnswerKind::date);
        const Bits asked = asked_for();
        return (asked & kTimes) != 0 ? asked | kTimes : asked;
    }

    [[nodiscard]] static bool is_evasive(const Utterance& reply) {
        return reply.has(Cue::evasion) || reply.has(Cue::boilerplate);
    }

    [[nodiscard]] bool gives_expected(const Utterance& reply) const {
        const Bits expects = expected();
        return (reply.gives & expects) != 0 ||
               ((expects & bit(AnswerKind::yes_no)) != 0 && reply.signs.affirms);
    }

    [[nodiscard]] bool is_repeated(const Utterance& reply) const {
        // Equal texts share their reading.
        return reply.weight > kSomeContent &&
               std::find(said_.begin(), said_.end(), &reply) != said_.end();
    }

    // The log odds that the reply is about what was asked.
    [[nodiscard]] double topical_odds(const Utterance& reply,
                                      const Overlap& overlap,
                                      const Overlap& before) const {
        return weight::kBase + weight::kCosine * overlap.cosine +
               weight::kCoverage * overlap.coverage + weight::kEarlier * before.cosine +
               (gives_expected(reply) ? weight::kKind : 0) +
               (is_repeated(reply) ? weight::kRepetition : 0);
    }

    // The log odds that the reply answers nothing.
    [[nodiscard]] double doubt_of(Role role, const Utterance& reply) const {
        const Wording& wording = reply.wording;
        const auto by_words = [&](WordClass which) { return std::log1p(wording.of(which)); };
        const auto if_cue = [&](Cue cue, double weight) { return reply.has(cue) ? weight : 0; };
        double odds = doubt::kBase + (reply.signs.affirms ? doubt::kAffirms : 0) +
                      ((reply.gives & expected()) != 0 ? doubt::kKind : 0) +
                      (question_.is_pressed ? doubt::kPressed : 0) +
                      (role == Role::bot ? doubt::kBot : 0);
        odds += if_cue(Cue::boilerplate, doubt::kBoilerplate) +
                if_cue(Cue::evasion, doubt::kEvasion) + if_cue(Cue::promotion, doubt::kPromotion) +
                if_cue(Cue::ask_back, doubt::kAsksBack) + if_cue(Cue::apology, doubt::kApology);
        odds += reply.signs.has(Manner::praises) ? doubt::kPraises : 0;
        odds += doubt::kGeneral * by_words(WordClass::general) +
                doubt::kSoft * by_words(WordClass::soft) +
                doubt::kCondition * by_words(WordClass::condition) +
                doubt::kParticular * by_words(WordClass::particular);
        odds +=
            doubt::kClauseLength * std::log((1.0 + wording.length) / std::max(1U, reply.clauses));
        return odds;
    }

    // The log odds that a reply that answers nothing is about something else.
    [[nodiscard]] double drift_of(const Utterance& reply) const {
        return drift::kBase + drift::kContent * std::log1p(reply.content) +
               (reply.has(Cue::promotion) ? drift::kPromotion : 0) +
               (reply.has(Cue::evasion) ? drift::kEvasion : 0) +
               drift::kNumbers * std::log1p(reply.wording.numbers) +
               (reply.signs.has(Manner::courteous) ? drift::kCourteous : 0) +
               (expected() == 0 ? drift::kNothingAsked : 0) +
               (question_.is_pressed ? drift::kPressed : 0);
    }

    // The reply does what an answer does: says yes or no, or gives what is asked for in a form
    // that is not found in any talk.
    [[nodiscard]] bool is_concrete(const Utterance& reply) const {
        const Bits expects = question_.expects | question_.earlier_expects;
        return reply.signs.affirms || (reply.gives & expects & kTelling) != 0;
    }

    [[nodiscard]] Verdict verdict_of(const Utterance& reply,
                                     double doubt,
                                     const Overlap& overlap,
                                     const Overlap& before) const {
        const bool concrete = is_concrete(reply);
        const bool is_empty = reply.content < kSomeContent;
        const bool fills =
            std::any_of(kFillers.begin(), kFillers.end(), [&](Cue cue) { return reply.has(cue); });
        const bool is_on_topic = overlap.coverage > 0.04F || before.coverage > 0.04F;
        if (question_.is_answered) {
            // After an answer: more of it, or a closing word.
            return is_empty || fills || !(concrete || is_on_topic) ? Verdict::no_question
                                                                   : Verdict::answered;
        }
        if (filler_of(reply) > 0) {
            return Verdict::no_question;
        }
        if (asking_of(reply) > 0) {
            return Verdict::clarifying;
        }
        if (doubt > 0 && !is_bare_answer(reply)) {
            return drift_of(reply) > 0 ? Verdict::off_topic : Verdict::deflected;
        }
        return is_half(reply) ? Verdict::partial : Verdict::answered;
    }

    // A word or a number alone, such as "M", "卖家", "£46", to a question that expects a kind of
    // answer.
    [[nodiscard]] bool is_bare_answer(const Utterance& reply) const {
        constexpr std::size_t kFewBytes = 15;
        return expected() != 0 && reply.text.size() <= kFewBytes && reply.cues == 0 &&
               !ends_asking(reply.text);
    }

    // The log odds that the reply is a greeting, a hold or a farewell.
    [[nodiscard]] double filler_of(const Utterance& reply) const {
        const auto if_cue = [&](Cue cue, double weight) { return reply.has(cue) ? weight : 0; };
        return filler::kBase + if_cue(Cue::hold, filler::kHold) +
               if_cue(Cue::hand_over, filler::kHandOver) +
               if_cue(Cue::greeting, filler::kGreeting) + if_cue(Cue::closing, filler::kClosing) +
               if_cue(Cue::thanks, filler::kThanks) +
               filler::kNumbers * std::log1p(reply.wording.numbers) +
               (reply.signs.has(Manner::questions) ? filler::kQuestions : 0) +
               (question_.is_asked ? filler::kAsked : 0) +
               (reply.signs.affirms || gives_expected(reply) ? filler::kAnswers : 0) +
               filler::kWeight * std::log1p(reply.weight);
    }

    // The log odds that the reply asks back for what it needs.
    [[nodiscard]] static double asking_of(const Utterance& reply) {
        const auto if_manner = [&](Manner manner, double weight) {
            return reply.signs.has(manner) ? weight : 0;
        };
        return asking::kBase + if_manner(Manner::questions, asking::kQuestions) +
               if_manner(Manner::alternatives, asking::kAlternatives) +
               if_manner(Manner::interrogates, asking::kInterrogates) +
               if_manner(Manner::demands, asking::kDemands) +
               if_manner(Manner::names_input, asking::kNamesInput) +
               if_manner(Manner::requests, asking::kRequests) +
               (reply.has(Cue::ask_back) ? asking::kAskBack : 0) +
               asking::kGeneral * std::log1p(reply.wording.of(WordClass::general)) +
               asking::kClauses * std::log1p(reply.clauses);
    }

    [[nodiscard]] static bool ends_asking(std::string_view text) {
        constexpr std::array<std::string_view, 5> kEndings = {"?", "吗", "嘛", "么", "没"};
        return ends_with_any(text, kEndings);
    }

    [[nodiscard]] static bool ends_with_any(std::string_view text,
                                            std::span<const std::string_view> endings) {
        constexpr std::string_view kTrailing = " ~.!";
        while (!text.empty() && kTrailing.find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1);
        }
        return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
            return text.size() >= ending.size() &&
                   text.substr(text.size() - ending.size()) == ending;
        });
    }

    // The answer leaves a part of the question open. What takes up each thing that was asked and
    // gives what was expected does not, however short it is.
    [[nodiscard]] bool is_half(const Utterance& reply) const {
        const bool takes_up = takes_up_all(reply);
        const bool gives = gives_expected(reply);
        if (takes_up && (gives || is_bare_answer(reply))) {
            return false;
        }
        const auto by_count = [](auto count) { return std::log1p(static_cast<double>(count)); };
        return half::kBase + (takes_up ? 0 : half::kNotTakenUp) + (gives ? 0 : half::kNotGiven) +
                   half::kAsked * by_count(question_.tokens.size()) +
                   half::kCondition * by_count(reply.wording.of(WordClass::condition)) +
                   half::kClauses * by_count(reply.clauses) >
               0;
    }

    // Each thing that was asked is taken up: by its words, or by the kind of answer that it wants.
    [[nodiscard]] bool takes_up_all(const Utterance& reply) const {
        constexpr float kLongAnswer = 16.0F;
        if (question_.parts.size() < 2) {
            return true;
        }
        std::size_t taken_up = reply.content > kLongAnswer ? 1 : 0;
        Bits unused = reply.gives | (reply.signs.affirms ? bit(AnswerKind::yes_no) : 0);
        for (const QuestionPart& part : question_.parts) {
            constexpr float kSome = 0.2F;
            const Bits hit = part.expects & unused;
            if (hit != 0 || overlap_of(part.tokens, reply).coverage > kSome) {
                ++taken_up;
                unused &= ~hit;
            }
        }
        return taken_up >= question_.parts.size();
    }

    void explain(const Utterance& reply, Evidence& evidence) const {
        const Bits asked = asked_for();
        const Bits expects = expected();
        for (unsigned k = 1; k <= static_cast<unsigned>(AnswerKind::document); ++k) {
            const auto kind = static_cast<AnswerKind>(k);
            if ((asked & bit(kind)) == 0) {
                continue;
            }
            const bool is_given = (reply.gives & bit(kind)) != 0;
            if (evidence.expects == AnswerKind::none || is_given) {
                evidence.expects = kind;
            }
            if (is_given) {
                break;
            }
        }
        for (const GivenHit& hit : reply.signs.given) {
            if ((expects & bit(hit.kind)) != 0 && evidence.gives.size() < kMaxEvidenceWords) {
                evidence.gives.emplace_back(reply.text.substr(hit.span.begin, hit.span.size()));
            }
        }
        list_words(reply, evidence);
    }

    void list_words(const Utterance& reply, Evidence& evidence) const {
        for (const std::uint32_t turn : question_.latest) {
            const Reading& asked = *readings_[turn];
            for (const Token& word : asked.as_question().quotable) {
                const bool is_matched = std::binary_search(
                    reply.tokens.begin(), reply.tokens.end(), word, has_lower_key);
                auto& list = is_matched ? evidence.matched : evidence.missing;
                if (list.size() < kMaxEvidenceWords) {
                    list.emplace_back(asked.normalized().substr(word.begin, word.end - word.begin));
                }
            }
        }
    }

    void update(Verdict verdict, const Utterance& reply) {
        if (question_.turns.empty()) {
            return;
        }
        if (said_.size() == kMaxOpenTurns) {
            said_.erase(said_.begin());
        }
        said_.push_back(&reply);
        ++question_.replies;
        question_.asked_back = verdict == Verdict::clarifying;
        if (verdict == Verdict::answered) {
            question_.is_answered = true;
            raised_.reset();
        } else if (verdict == Verdict::partial || verdict == Verdict::clarifying) {
            raised_.reset();
        } else if (verdict == Verdict::no_question && !question_.is_answered &&
                   reply.has(Cue::hold)) {
            holds_.push_back({judgement_.relevance.size(), question_.turns.front()});
        }
    }

    // "One moment" is no fault when something real follows on the same question, else it is an
    // evasion.
    void settle_holds() {
        for (const Hold& hold : holds_) {
            bool is_followed = false;
            for (std::size_t i = hold.reply + 1; i < judgement_.exchanges.size(); ++i) {
                const Exchange& later = judgement_.exchanges[i];
                if (later.question.empty() || later.question.front() != hold.question) {
                    break;
                }
                const Verdict verdict = judgement_.relevance[i].verdict;
                if (verdict == Verdict::answered || verdict == Verdict::partial ||
                    verdict == Verdict::clarifying) {
                    is_followed = true;
                    break;
                }
                if (is_bad(verdict)) {
                    break;
                }
            }
            if (!is_followed) {
                judgement_.relevance[hold.reply].verdict = Verdict::deflected;
                judgement_.relevance[hold.reply].score = 0.1;
            }
        }
    }

    [[nodiscard]] std::optional<Milliseconds> staffed_between(const TurnTime& from,
                                                              const TurnTime& to) const {
        return are_in_order(from, to) ? std::optional(calendar_.between(*from.at, *to.at))
                                      : std::nullopt;
    }

    void note_pending() {
        if (question_.is_open() && is_collecting_) {
            PendingQuestion pending;
            pending.question = question_.turns;
            pending.waited =
                staffed_between(turns_[question_.latest.front()].time, turns_.back().time);
            if (question_.latest.back() + 1 == turns_.size() && question_.latest.size() == 1) {
                pending.waited.reset();
            }
            pending.is_open = conversation_.is_cut_off;
            judgement_.pending.push_back(std::move(pending));
        }
    }

    struct Hold {
        std::size_t reply;
        std::uint32_t question;
    };

    const std::vector<Turn>& turns_;
    std::span<const Reading* const> readings_;
    const Conversation& conversation_;
    const BusinessCalendar& calendar_;
    Judgement judgement_;
    OpenQuestion question_;
    std::vector<const Utterance*> said_;  // The last replies.
    std::vector<Hold> holds_;
    std::optional<std::uint32_t> first_since_reply_;
    std::optional<std::uint32_t> raised_;  // Since when the customer waits for substance.
    bool is_collecting_ = false;           // The customer is speaking.
};

}  // namespace

Judgement judge(const Conversation& conversation,
                std::span<const Reading* const> readings,
                const BusinessCalendar& calendar) {
    return Judge(conversation, readings, calendar).judge();
}

}  // namespace suowen::analysis
