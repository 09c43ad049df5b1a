// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace suowen::input {

enum class Encoding { ascii, utf8, utf16le, utf16be, gb18030, binary };

struct EncodingGuess {
    Encoding encoding = Encoding::ascii;
    std::size_t mark_bytes = 0;  // Of the byte order mark, to be skipped.
};

// What the first bytes of a file say, before any of them is decoded. Never `gb18030`: whether text
// is UTF-8 or GB18030 is guess_beyond_ascii()'s question.
[[nodiscard]] EncodingGuess guess_from_start(std::string_view bytes);

// UTF-8, GB18030 or binary, from a piece of a file that starts with its first byte beyond ASCII.
// The piece may be cut in the middle of a character.
[[nodiscard]] Encoding guess_beyond_ascii(std::string_view bytes);

}  // namespace suowen::input
