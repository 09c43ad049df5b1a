// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

namespace suowen::rules {

// What one rule cost while conversations were matched.
struct RuleCost {
    std::uint64_t looked_at = 0;  // Replies and open questions whose words made it a candidate.
    std::uint64_t held = 0;       // Findings.
    std::chrono::nanoseconds time{0};
};

// By the rule's place in its set.
using RuleCosts = std::vector<RuleCost>;

}  // namespace suowen::rules
