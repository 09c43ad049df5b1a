// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace suowen::analysis {

// Classes of words that tell particulars from generalities. An answer names what is done, with
// what, when, and on which condition; a reply that gives nothing speaks of everything and everyone,
// of feelings, and in soft particles, whatever the matter is.
enum class WordClass : std::uint8_t {
    general,     // 都, 每, 大家, 心, 专业; always, people, experience.
    soft,        // 哦, 呢, 亲, "!"; dear, my friend.
    condition,   // Conditions, limits and denials: 要是, 只能, 没有; if, only, no.
    particular,  // What is done, with what, when, for whom: 退, 箱, 点前; refund, label, before.
};

inline constexpr std::size_t kWordClasses = 4;

// How a text is worded, in counts.
struct Wording {
    std::array<std::uint16_t, kWordClasses> words{};  // By WordClass, each time that one occurs.
    std::uint16_t numbers = 0;                        // In digits.
    float length = 0;  // In Chinese characters; a word in Latin letters counts one and a half.

    [[nodiscard]] unsigned of(WordClass which) const {
        return words[static_cast<std::size_t>(which)];
    }
};

[[nodiscard]] Wording wording_of(std::string_view normalized);

}  // namespace suowen::analysis
