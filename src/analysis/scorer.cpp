// SPDX-License-Identifier: Apache-2.0
#include "analysis/scorer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>

#include "analysis/odds.h"
#include "analysis/quoted_words.h"
#include "analysis/reaction.h"

namespace suowen::analysis {
namespace {

constexpr std::size_t kMaxEvidenceWords = 8;

// Bounds on what is kept of a matter that nobody settles, so that a conversation of any length
// costs time and memory in proportion to it. The oldest goes first.
constexpr std::size_t kMaxOpenTurns = 64;
constexpr std::size_t kMaxOpenTokens = 2000;

// Kinds of answer in a form that is not found in any talk.
constexpr Bits kTelling = bit(AnswerKind::duration) | bit(AnswerKind::date) |
                          bit(AnswerKind::price) | bit(AnswerKind::quantity) |
                          bit(AnswerKind::reason) | bit(AnswerKind::contact);

// And those that a question asks for by one word.
constexpr Bits kOfOneForm =
    kTelling | bit(AnswerKind::place) | bit(AnswerKind::which) | bit(AnswerKind::document);

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
    Bits modals = 0;             // That `latest` turns on.
    bool is_open_ended = false;  // `latest` asks for more than yes or no.
    bool is_answered = false;    // A further message may add to the answer.
    int replies = 0;             // To this question, greetings included.
    bool is_asked = false;       // `latest` asks, wants, reports or complains of something.
    bool asked_back = false;     // The last reply asked for something.
    bool is_pressed = false;     // `latest` insists or complains.
    bool is_owed = false;        // A reply is: "done", "yes please" after an answer need none.

    [[nodiscard]] bool is_open() const { return !turns.empty() && !is_answered; }
};

// To three decimals, as reports have it, so that what is the same there is the same.
double rounded(double share) {
    constexpr double kParts = 1000;
    return std::round(share * kParts) / kParts;
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
          calendar_(calendar),
          reactions_(conversation.turns, readings) {}

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
        // "Done", "it says no": neither thanks nor yes, and too little to be a matter of its own.
        const bool goes_along = question_.is_answered && said.weight <= kSomeContent &&
                                !said.signs.is_small_talk && !said.has(Cue::thanks) &&
                                !said.signs.has(Manner::accepts);
        const bool is_waiting =
            question_.is_open() || question_.asked_back || is_data || goes_along;
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
                question_.modals = 0;
                question_.is_open_ended = false;
                question_.parts.clear();
            }
            // What was asked and not answered is still asked, whatever the customer adds.
            question_.is_asked = goes_on || (question_.is_asked && !question_.is_answered);
            question_.is_pressed = false;
            question_.is_owed = !question_.is_answered;
            question_.tokens.clear();
            question_.latest.clear();
            is_collecting_ = true;
        }
        question_.is_answered = false;
        question_.is_owed = question_.is_owed || opens_question(said);
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
        question_.modals |= said.signs.modals;
        question_.is_open_ended = question_.is_open_ended || said.signs.has(Manner::open_ended);
        constexpr Bits kUnsettled = bit(Manner::presses) | bit(Manner::negates);
        question_.is_asked = question_.is_asked || said.signs.asks || said.signs.insists ||
                             said.signs.expects != 0 || (said.signs.manners & kUnsettled) != 0;
        question_.is_pressed = question_.is_pressed || said.signs.has(Manner::presses);
        const std::size_t parts =
            std::min(reading.parts.size(), kMaxQuestionParts - question_.parts.size());
        question_.parts.insert(question_.parts.end(),
                               reading.parts.begin(),
                               reading.parts.begin() + static_cast<std::ptrdiff_t>(parts));
        if (question_.is_owed && (question_.turns.size() == 1 || !raised_)) {
            raised_ = turn;
        }
    }

    [[nodiscard]] bool opens_question(const Utterance& said) const {
        if (said.signs.is_small_talk) {
            return false;
        }
        // A statement opens a matter too when it says something and is no thanks or agreement.
        constexpr float kRemark = 5.0F;
        const bool agrees =
            said.signs.has(Manner::accepts) && said.weight < kRemark && said.signs.expects == 0;
        return said.signs.asks || said.signs.insists ||
               (said.weight > kSomeContent && !said.has(Cue::thanks) && !agrees);
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
        Relevance relevance = rate(turn, reply);
        update(relevance.verdict, reply);
        judgement_.exchanges.push_back(std::move(exchange));
        judgement_.relevance.push_back(std::move(relevance));
        first_since_reply_.reset();
        is_collecting_ = false;
    }

    Relevance rate(std::uint32_t turn, const Utterance& reply) {
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
        if (turns_[turn].kind == TurnKind::attachment) {
            rated.verdict = question_.is_answered ? Verdict::no_question : Verdict::unjudged;
            return rated;
        }
        const Overlap overlap = overlap_of(question_.tokens, reply);
        const Overlap before = overlap_of(question_.earlier, reply);
        const Reaction reaction = reactions_.to(turn, question_.tokens, question_.earlier);
        if (question_.is_answered) {
            rated.verdict = verdict_after_answer(reply, overlap, before);
        } else {
            const Case judged{turns_[turn].role, reply, asked(), reaction, takes_up_all(reply)};
            rated.evidence.odds = verdict_odds(judged);
            const VerdictChances chances = chances_of(*rated.evidence.odds);
            rated.verdict = likeliest(chances);
            rated.certainty = rounded(certainty_of(rated.verdict, chances));
        }
        explain(reply, rated.evidence);
        rated.evidence.reaction = kind_of(reaction);
        if (is_bad(rated.verdict)) {
            for (const std::string_view word : reply.doubtful) {
                if (!word.empty()) {
                    rated.evidence.generalities.push_back(word);
                }
            }
        }
        const double odds = relevance_odds(overlap, before, fit_of(reply), is_repeated(reply));
        rated.rating = rounded(1 / (1 + std::exp(-odds)));
        if (rated.verdict != Verdict::no_question && rated.verdict != Verdict::clarifying) {
            rated.score = rated.rating;
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

    [[nodiscard]] Asked asked() const {
        const auto fields = std::count_if(question_.tokens.begin(),
                                          question_.tokens.end(),
                                          [](const Token& token) { return token.is_field(); });
        return {expected(),
                question_.tokens.size() - static_cast<std::size_t>(fields),
                question_.parts.size(),
                question_.is_asked,
                question_.is_pressed,
                question_.asked_back,
                readings_[question_.latest.back()]->as_question().said.leanings};
    }

    [[nodiscard]] Fit fit_of(const Utterance& reply) const {
        Fit fit;
        fit.gives_kind = (reply.gives & expected() & kOfOneForm) != 0;
        fit.lacks_kind = (asked_for() & kOfOneForm) != 0 && !fit.gives_kind;
        fit.says_modal = (reply.signs.modals & question_.modals) != 0;
        fit.lacks_modal = question_.modals != 0 && !fit.says_modal;
        const bool is_polar = reply.signs.has(Manner::polar);
        fit.is_polar = is_polar && question_.modals != 0;
        fit.is_misplaced = is_polar && question_.modals == 0 && question_.is_open_ended;
        return fit;
    }

    [[nodiscard]] bool is_repeated(const Utterance& reply) const {
        // Equal texts share their reading.
        return reply.weight > kSomeContent &&
               std::find(said_.begin(), said_.end(), &reply) != said_.end();
    }

    // The reply does what an answer does: says yes or no, or gives what is asked for in a form
    // that is not found in any talk.
    [[nodiscard]] bool is_concrete(const Utterance& reply) const {
        const Bits expects = question_.expects | question_.earlier_expects;
        return reply.signs.affirms || (reply.gives & expects & kTelling) != 0;
    }

    // More of the answer, or a closing word.
    [[nodiscard]] Verdict verdict_after_answer(const Utterance& reply,
                                               const Overlap& overlap,
                                               const Overlap& before) const {
        constexpr float kSome = 0.04F;
        const bool is_empty = reply.content < kSomeContent;
        const bool fills =
            std::any_of(kFillers.begin(), kFillers.end(), [&](Cue cue) { return reply.has(cue); });
        const bool is_on_topic = overlap.coverage > kSome || before.coverage > kSome;
        return is_empty || fills || !(is_concrete(reply) || is_on_topic) ? Verdict::no_question
                                                                         : Verdict::answered;
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
            const QuotedWords words = quoted_words(asked.as_question(), reply);
            list_words(asked.normalized(), words.matched, evidence.matched);
            list_words(asked.normalized(), words.missing, evidence.missing);
            for (const RelatedWords& pair : words.related) {
                if (evidence.related.size() < kMaxEvidenceWords) {
                    evidence.related.emplace_back(pair.asked, pair.said);
                }
            }
        }
    }

    static void list_words(std::string_view asked,
                           const std::vector<ByteRange>& words,
                           std::vector<std::string>& list) {
        for (const ByteRange& range : words) {
            if (list.size() < kMaxEvidenceWords) {
                list.emplace_back(asked.substr(range.begin, range.size()));
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
        // "Shall I send it?" waits for the customer too, whatever was answered before.
        question_.asked_back =
            verdict == Verdict::clarifying ||
            (verdict == Verdict::answered && !reply.has(Cue::closing) && ends_asking(reply));
        if (verdict == Verdict::answered) {
            question_.is_answered = true;
            raised_.reset();
        } else if (verdict == Verdict::partial || verdict == Verdict::clarifying) {
            raised_.reset();
        } else if (verdict == Verdict::no_question && !question_.is_answered &&
                   reply.has(Cue::hold)) {
            holds_.push_back(judgement_.relevance.size());
        }
    }

    // "One moment" is no fault when something real follows on the same question, else it is an
    // evasion. Goes from the end, so that each exchange is looked at once.
    void settle_holds() {
        std::optional<std::uint32_t> question;
        bool is_followed = false;  // By something real, as next of what counts.
        auto hold = holds_.rbegin();
        for (std::size_t i = judgement_.exchanges.size(); i-- > 0 && hold != holds_.rend();) {
            const Exchange& exchange = judgement_.exchanges[i];
            const std::optional<std::uint32_t> asked =
                exchange.question.empty() ? std::nullopt : std::optional(exchange.question.front());
            is_followed = is_followed && asked == question;
            question = asked;
            Relevance& relevance = judgement_.relevance[i];
            const Verdict verdict = relevance.verdict;
            if (*hold == i) {
                if (!is_followed) {
                    relevance.deflect();
                }
                ++hold;
            }
            if (verdict == Verdict::answered || verdict == Verdict::partial ||
                verdict == Verdict::clarifying) {
                is_followed = true;
            } else if (is_bad(verdict)) {
                is_followed = false;
            }
        }
    }

    [[nodiscard]] std::optional<Milliseconds> staffed_between(const TurnTime& from,
                                                              const TurnTime& to) const {
        return are_in_order(from, to) ? std::optional(calendar_.between(*from.at, *to.at))
                                      : std::nullopt;
    }

    void note_pending() {
        if (question_.is_open() && question_.is_owed && is_collecting_) {
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

    const std::vector<Turn>& turns_;
    std::span<const Reading* const> readings_;
    const Conversation& conversation_;
    const BusinessCalendar& calendar_;
    Reactions reactions_;
    Judgement judgement_;
    OpenQuestion question_;
    std::vector<const Utterance*> said_;  // The last replies.
    std::vector<std::size_t> holds_;      // The replies that only promise one.
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
