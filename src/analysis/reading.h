// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/utterance.h"
#include "model/conversation.h"
#include "rules/rule_set.h"
#include "rules/turn_text.h"

namespace suowen::analysis {

// More things than this are not told apart in a question.
inline constexpr std::size_t kMaxQuestionParts = 16;

// One of the things that a question asks.
struct QuestionPart {
    std::vector<Token> tokens;
    Bits expects = 0;
};

// A text read as a customer's turn.
struct QuestionReading {
    Utterance said;
    std::vector<std::size_t> telling;  // Which tokens say what it is about, in reading order.
    std::vector<std::size_t> pauses;   // Where blanks parted Chinese characters.
    std::vector<QuestionPart> parts;
};

// All that is known of one text, whoever says it and whenever; found out when it is first asked
// for. For one thread; does not move, as its parts refer to each other.
class Reading {
public:
    explicit Reading(std::string_view original);

    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    [[nodiscard]] std::string_view original() const { return original_; }

    [[nodiscard]] std::string_view normalized() const { return for_rules.normalized; }

    [[nodiscard]] const QuestionReading& as_question() const;
    [[nodiscard]] const Utterance& as_reply() const;

    rules::TurnText for_rules;  // Normalized; the rest is up to whoever matches rules.

private:
    std::string original_;
    mutable std::optional<QuestionReading> question_;
    mutable std::optional<Utterance> reply_;
};

// The readings of a conversation's turns. Much of what agents say they have said before, word for
// word, so the readings of the last conversations are kept: two to four thousand. For
// one thread; borrows `rules`.
class Readings {
public:
    explicit Readings(const rules::RuleSet& rules) : rules_(&rules) {}

    // Valid until the next call; readings[i] is of turn i, scanned for the patterns of the rules.
    [[nodiscard]] const std::vector<const Reading*>& of(const Conversation& conversation);

private:
    using ByText = std::unordered_map<std::string_view, std::unique_ptr<Reading>>;

    const Reading& of(std::string_view text);

    const rules::RuleSet* rules_;
    ByText recent_;
    ByText earlier_;
    std::size_t recent_bytes_ = 0;
    std::vector<const Reading*> readings_;
};

}  // namespace suowen::analysis
