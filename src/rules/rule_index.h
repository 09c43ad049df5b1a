// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/relevance.h"
#include "rules/rule_set.h"
#include "rules/turn_text.h"

namespace suowen::rules {

// Which rules are worth looking at, given the patterns that may match. Most rules cannot hold
// without one of a few patterns on the reply or on its question, so most replies are done when the
// index has been asked.
class RuleIndex {
public:
    explicit RuleIndex(const RuleSet& rules);

    // Rules by a pattern that may match the reply, its question, or the reply joined with those
    // before it.
    using Rules = std::vector<std::uint32_t>;

    [[nodiscard]] const Rules& by_reply(text::PatternId id) const { return by_reply_[id]; }

    [[nodiscard]] const Rules& by_question(text::PatternId id) const { return by_question_[id]; }

    [[nodiscard]] const Rules& by_window(text::PatternId id) const { return by_window_[id]; }

    // Rules to look at for every reply.
    [[nodiscard]] const Rules& always() const { return always_; }

    // The rules that can hold on a reply with that verdict, as far as they say which.
    [[nodiscard]] const RuleBits& possible_with(Verdict verdict) const {
        return by_verdict_[static_cast<std::size_t>(verdict)];
    }

    // Rules that can hold for a question without a reply.
    [[nodiscard]] const Rules& pending() const { return pending_; }

    // The largest `window` of any rule; 1 when none joins replies.
    [[nodiscard]] std::uint32_t max_window() const { return max_window_; }

private:
    std::vector<Rules> by_reply_;
    std::vector<Rules> by_question_;
    std::vector<Rules> by_window_;
    std::array<RuleBits, kVerdictCount> by_verdict_;
    Rules always_;
    Rules pending_;
    std::uint32_t max_window_ = 1;
};

}  // namespace suowen::rules
