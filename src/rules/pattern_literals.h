// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/pattern_set.h"

namespace suowen::rules {

// What literal_sets_required_by() says of the patterns of a pack, kept with a pack that is compiled
// in: finding it out again would be most of the time of loading.
struct PatternLiterals {
    std::vector<text::LiteralSets> of_pattern;
    std::vector<std::uint32_t> uses;  // Of each place with a pattern, in the order of reading.
};

[[nodiscard]] std::string pack(const PatternLiterals& literals);

[[nodiscard]] PatternLiterals unpack_literals(std::string_view packed);

}  // namespace suowen::rules
