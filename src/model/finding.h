// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/rule_info.h"

namespace suowen {

// Half-open range of byte offsets.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }

    friend auto operator<=>(const ByteRange&, const ByteRange&) = default;
};

// Whether a finding counts as new.
enum class FindingState : std::uint8_t {
    fresh,
    known,       // Stands in the baseline.
    suppressed,  // Somebody has accepted it.
};

// One hit of one rule. `rule` is an index into the rule set's infos.
struct Finding {
    std::uint32_t rule = 0;
    std::uint32_t turn = 0;
    ByteRange span;  // Into the turn's original text, in whole words; all of it when the rule has
                     // no pattern on it.
    bool quotes_words = false;          // The span is of words that a pattern matched.
    std::vector<std::string> statutes;  // Ids of the versions in force on the turn's day.
    std::string fingerprint;  // From content alone; the same in every export format. 32 hex digits.
    FindingState state = FindingState::fresh;
    std::string reason;  // Of a suppression, as its author wrote it.
};

// "new", "known", "suppressed".
[[nodiscard]] constexpr std::string_view name_of(FindingState state) {
    return state == FindingState::fresh   ? "new"
           : state == FindingState::known ? "known"
                                          : "suppressed";
}

}  // namespace suowen
