// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace suowen::input {

// The beginning of a word out of the input, short enough for a message and cut between characters.
[[nodiscard]] inline std::string_view excerpt(std::string_view text) {
    constexpr std::size_t kLongestBytes = 40;
    if (text.size() <= kLongestBytes) {
        return text;
    }
    std::size_t size = kLongestBytes;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
        --size;
    }
    return text.substr(0, size);
}

}  // namespace suowen::input
