// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"

namespace suowen::text {

// Brings the many spellings of a text to one, so that rules and tokens need to know only that one:
// compatibility forms, letter case, accents, Traditional script and look-alike letters are folded
// code point by code point with a table generated from ICU and lookalikes.txt; invisible characters
// are dropped; a run of white space becomes one space between two ASCII characters, nothing next to
// any other, and "\n" where it holds a line break. Bytes that are not UTF-8 become U+FFFD. Appends
// to `out`, which is not cleared.
void normalize(std::string_view original, std::string& out);

[[nodiscard]] std::string normalized(std::string_view original);

// Maps a range of a normalized text back to the original by walking it again: costs as much as
// normalizing, so it is for findings, not for every turn.
// A range that covers part of an expanded character gives the whole character.
[[nodiscard]] ByteRange original_range(std::string_view original, ByteRange normalized_range);

// A regular expression with its Chinese characters folded like those of a text, so that it can
// match one; everything else stays, since folding syntax would change what it means.
[[nodiscard]] std::string with_folded_han(std::string_view pattern);

}  // namespace suowen::text
