// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "model/summary.h"

namespace suowen {

// A reply to a question that could be judged: shares of replies are shares of these.
[[nodiscard]] constexpr bool is_judged(Verdict verdict) {
    return verdict == Verdict::answered || verdict == Verdict::partial || is_bad(verdict);
}

[[nodiscard]] inline std::uint64_t count_of(const VerdictCounts& counts, Verdict verdict) {
    return counts.at(static_cast<std::size_t>(verdict));
}

// Replies that answer nothing.
[[nodiscard]] inline std::uint64_t bad_replies(const VerdictCounts& counts) {
    return count_of(counts, Verdict::deflected) + count_of(counts, Verdict::off_topic);
}

[[nodiscard]] inline std::uint64_t judged_replies(const VerdictCounts& counts) {
    return bad_replies(counts) + count_of(counts, Verdict::answered) +
           count_of(counts, Verdict::partial);
}

}  // namespace suowen
