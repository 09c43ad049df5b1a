// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace suowen::text {

// Columns that a terminal uses for the text: 2 for East Asian wide characters and emoji, 0 for
// combining and invisible ones. Control characters count 0; escape them first, see printable().
[[nodiscard]] std::size_t display_width(std::string_view utf8);

// The longest prefix that fits in `columns`, with "…" as its last column where something was cut.
[[nodiscard]] std::string truncated(std::string_view utf8, std::size_t columns);

// Lines of at most `columns`, broken at spaces and between East Asian characters (not before
// closing punctuation). Words that are longer are cut.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view utf8, std::size_t columns);

// Safe to print: control characters, escape sequences, bidirectional and invisible characters are
// shown as visible escapes (\x1b, \u202e), line breaks as "⏎".
[[nodiscard]] std::string printable(std::string_view utf8);

}  // namespace suowen::text
