// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace suowen::analysis {

// How much a text says, whatever its words are.
struct Wording {
    std::uint32_t numbers = 0;  // In digits.
    float length = 0;  // In Chinese characters; a word in Latin letters counts one and a half.
};

[[nodiscard]] Wording wording_of(std::string_view normalized);

}  // namespace suowen::analysis
