// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace suowen::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t code_point;
    std::uint32_t bytes;  // 1 to 4; 1 for a byte that is not UTF-8, which decodes to kReplacement.
};

// Decodes the code point at `text[at]`; `at` must be inside the text.
inline Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const auto is_tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const std::size_t left = text.size() - at;
    const char32_t first = byte(0);
    if (first < 0x80) {
        return {first, 1};
    }
    if (first >= 0xC2 && first < 0xE0 && left >= 2 && is_tail(1)) {
        return {(first & 0x1FU) << 6 | (byte(1) & 0x3FU), 2};
    }
    if (first >= 0xE0 && first < 0xF0 && left >= 3 && is_tail(1) && is_tail(2)) {
        const char32_t c = (first & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
        if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) {
            return {c, 3};
        }
    }
    if (first >= 0xF0 && first < 0xF5 && left >= 4 && is_tail(1) && is_tail(2) && is_tail(3)) {
        const char32_t c = (first & 0x07U) << 18 | (byte(1) & 0x3FU) << 12 |
                           (byte(2) & 0x3FU) << 6 | (byte(3) & 0x3FU);
        if (c >= 0x10000 && c <= 0x10FFFF) {
            return {c, 4};
        }
    }
    return {kReplacement, 1};
}

inline void append(std::string& out, char32_t c) {
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
        out.push_back(static_cast<char>(0xC0U | c >> 6));
        out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
    } else if (c < 0x10000) {
        out.push_back(static_cast<char>(0xE0U | c >> 12));
        out.push_back(static_cast<char>(0x80U | (c >> 6 & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
    } else {
        out.push_back(static_cast<char>(0xF0U | c >> 18));
        out.push_back(static_cast<char>(0x80U | (c >> 12 & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | (c >> 6 & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
    }
}

// C0, DEL and C1: a terminal acts on them.
inline bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// Changes the direction of the text around it, so that it reads otherwise than it is.
inline bool is_bidi_control(char32_t c) {
    return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

// Acts on how a text is shown and is not seen itself; line breaks and tabs are part of a text.
inline bool is_hidden_control(char32_t c) {
    const bool is_space = c == '\n' || c == '\t' || c == '\r';
    return (is_control(c) && !is_space) || is_bidi_control(c);
}

// Nobody sees it: zero-width spaces and joins, byte order marks, tags. Not the joiners (U+200C,
// U+200D), without which emoji and some scripts fall apart.
inline bool is_invisible(char32_t c) {
    return c == 0x34F || c == 0x180E || c == 0x200B || (c >= 0x2060 && c <= 0x2064) ||
           (c >= 0x206A && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE007F);
}

// Chinese characters (the Han script), which are words or parts of words by themselves.
inline bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007;
}

}  // namespace suowen::utf8
