// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/pattern_set.h"

namespace suowen::rules {

struct PreparedPattern {
    std::string pattern;                      // As it runs: fragments filled in, characters folded.
    std::vector<text::LiteralSets> literals;  // Of each alternative.
};

// The patterns of a pack that is compiled in, as a text::PatternSet knows them: working them out
// again would be most of the time of loading.
struct PreparedPatterns {
    std::vector<PreparedPattern> patterns;
    std::vector<std::uint32_t> uses;  // Of each place with a pattern, in the order of reading.
};

[[nodiscard]] std::string pack(const PreparedPatterns& prepared);

[[nodiscard]] PreparedPatterns unpack_patterns(std::string_view packed);

}  // namespace suowen::rules
