// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/conversation.h"
#include "model/relevance.h"
#include "model/timestamp.h"
#include "text/pattern_set.h"
#include "text/personal_data.h"

namespace suowen::rules {

// Matches a text when any of `match` does in a sentence where no `unless` does, and no
// `unless_anywhere` matches the text at all.
struct TextCondition {
    std::vector<text::PatternId> match;
    std::vector<text::PatternId> unless;
    std::vector<text::PatternId> unless_anywhere;

    [[nodiscard]] bool is_set() const { return !match.empty(); }
};

enum class Side : std::uint8_t { any, customer, agent };

enum class Direction : std::uint8_t { any, before, after };

// Some other turn within `within` turns of the audited one.
struct NearbyCondition {
    TextCondition text;
    std::uint32_t within = 3;
    Side side = Side::any;
    Direction direction = Direction::any;
};

// Steps that stand in this order on rising turns, the last on the audited turn, all within `within`
// turns.
struct SequenceCondition {
    struct Step {
        Side side = Side::any;
        TextCondition text;
    };

    std::vector<Step> steps;
    std::uint32_t within = 10;
};

// The other conditions of the same map held at `times` replies within the last `within` turns.
struct RepeatedCondition {
    std::uint32_t times = 2;
    std::uint32_t within = 20;
};

enum class PromiseState : std::uint8_t { kept, broken, unknown };

// A map of `when`: everything that is set must hold.
struct Condition {
    TextCondition reply;
    TextCondition question;
    std::vector<NearbyCondition> nearby;
    std::optional<SequenceCondition> sequence;
    std::vector<Role> role;
    std::vector<Verdict> verdict;
    std::optional<double> relevance_below;
    std::vector<std::vector<text::PatternId>>
        topic;  // Any topic, each any pattern, on the question.
    std::optional<Milliseconds> response_over;
    std::optional<Milliseconds> unanswered_for;
    std::optional<RepeatedCondition> repeated;
    std::optional<PromiseState> promise;
    std::vector<text::PersonalData> validate;  // Any of these accepts what `reply` matched.
    std::uint32_t window = 1;                  // Consecutive turns of one side joined for `reply`.
    std::vector<Condition> all_of;
    std::vector<Condition> any_of;
    std::vector<Condition> none_of;  // `not`
};

}  // namespace suowen::rules
