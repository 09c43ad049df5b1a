// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace suowen::analysis {

// What a normalized text is made of, as far as its wording goes.
enum class RunKind : std::uint8_t {
    word,    // Latin letters and apostrophes.
    number,  // Digits.
    other,   // One other character; blanks are left out.
};

[[nodiscard]] constexpr bool is_latin(char c) {
    return (c >= 'a' && c <= 'z') || c == '\'';
}

// Calls `visit(kind, text)` for each run, in order.
template <class Visit>
void each_run(std::string_view normalized, Visit&& visit) {
    for (std::size_t at = 0; at < normalized.size();) {
        const std::size_t begin = at;
        const auto skip = [&](auto&& belongs) {
            while (at < normalized.size() && belongs(normalized[at])) {
                ++at;
            }
            return at > begin;
        };
        RunKind kind = RunKind::other;
        if (skip([](char c) { return c == ' ' || c == '\n'; })) {
            continue;
        }
        if (skip(is_latin)) {
            kind = RunKind::word;
        } else if (skip([](char c) { return c >= '0' && c <= '9'; })) {
            kind = RunKind::number;
        } else {
            at += utf8::decode(normalized, at).bytes;
        }
        visit(kind, normalized.substr(begin, at - begin));
    }
}

}  // namespace suowen::analysis
