// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/audit.h"
#include "model/business_calendar.h"
#include "rules/rule_set.h"
#include "rules/text_match.h"
#include "rules/turn_text.h"

namespace suowen::rules {

// What a condition is asked about: a reply, or a question without one.
struct Subject {
    std::uint32_t turn = 0;             // The reply, or the last turn of the question.
    const ReplyAudit* reply = nullptr;  // One of the two is set.
    const PendingAudit* pending = nullptr;
    std::size_t reply_index = 0;  // In ConversationAudit::replies.

    [[nodiscard]] const std::vector<std::uint32_t>& question() const {
        return reply != nullptr ? reply->exchange.question : pending->pending.question;
    }
};

struct Outcome {
    bool holds = false;
    std::optional<ByteRange> span;  // Into the subject's normalized text, where words decided it.
};

// Asks the conditions of rules about the turns of one conversation. Borrows all; for one thread.
class ConditionEvaluator {
public:
    ConditionEvaluator(const RuleSet& rules,
                       std::uint32_t max_window,
                       const ConversationAudit& audit,
                       TurnTexts texts,
                       const BusinessCalendar& calendar)
        : rules_(rules),
          max_window_(max_window),
          audit_(audit),
          texts_(texts),
          calendar_(calendar) {}

    [[nodiscard]] Outcome evaluate(const Condition& condition, const Subject& subject);

    [[nodiscard]] Subject subject_of_reply(std::size_t index) const;
    [[nodiscard]] Subject subject_of_pending(std::size_t index) const;

    // Whether the reply's own words are known not to match, so that the condition holds in no
    // conversation.
    [[nodiscard]] bool is_ruled_out(const Condition& condition, std::uint32_t turn) const;

    // The replies up to `turn` that the widest `window` joins; may be the turn alone. Valid until
    // another turn is asked for.
    [[nodiscard]] TextView joined(std::uint32_t turn);

private:
    // Consecutive replies as one text. Made for one turn at a time.
    struct Joined {
        std::optional<std::uint32_t> turn;
        std::string text;
        std::vector<std::size_t> starts;  // Where each reply begins in `text`.
        text::Candidates candidates;
    };

    enum class Repeats : std::uint8_t { count, ignore };

    Outcome evaluate(const Condition& condition, const Subject& subject, Repeats repeats);
    bool may_hold(const Condition& condition, const Subject& subject) const;
    bool facts_hold(const Condition& condition, const Subject& subject) const;
    bool reply_facts_hold(const Condition& condition, const ReplyAudit& reply) const;
    bool question_holds(const Condition& condition, const Subject& subject);
    bool question_matches(const TextCondition& condition,
                          const std::vector<std::uint32_t>& question);
    bool holds_in_turn(const TextCondition& condition, std::uint32_t turn) const;
    bool turn_matches(const std::vector<text::PatternId>& ids, std::uint32_t turn) const;
    bool nearby_holds(const NearbyCondition& nearby, std::uint32_t turn) const;

    // `holds(other)` for any of the turns that count as nearby.
    template <class Holds>
    bool any_nearby(const NearbyCondition& nearby, std::uint32_t turn, Holds&& holds) const;

    bool branches_hold(const Condition& condition, const Subject& subject, Outcome& outcome);
    bool is_repeated(const Condition& condition, const Subject& subject);
    std::optional<ByteRange> find_in_reply(const Condition& condition, std::uint32_t turn);
    std::optional<ByteRange> find_in_window(const Condition& condition, std::uint32_t turn);
    std::optional<ByteRange> find_sequence(const SequenceCondition& sequence,
                                           std::uint32_t turn) const;
    std::optional<ByteRange> find_promise_in(PromiseState state, const Subject& subject) const;
    void join(std::uint32_t turn);
    std::vector<std::uint32_t> turns_to_join(std::uint32_t turn) const;

    [[nodiscard]] TextView view(std::uint32_t turn) const {
        return {texts_[turn]->normalized, texts_[turn]->candidates};
    }

    // find_match() on a whole turn, remembered.
    [[nodiscard]] std::optional<ByteRange> find_in_turn(const TextCondition& condition,
                                                        std::uint32_t turn) const;

    [[nodiscard]] bool is_on(Side side, std::uint32_t turn) const;

    const RuleSet& rules_;
    std::uint32_t max_window_;
    const ConversationAudit& audit_;
    TurnTexts texts_;
    const BusinessCalendar& calendar_;
    Joined joined_;
};

}  // namespace suowen::rules
