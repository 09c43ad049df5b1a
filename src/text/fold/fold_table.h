// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace suowen::text {

// What one character is folded to. The top byte is the number of UTF-8 bytes (0 to 3; 0 drops the
// character), which stand in the lower three, first byte lowest; or one of the marks below.
using FoldEntry = std::uint32_t;

inline constexpr FoldEntry kFoldCopy = 0xFE000000U;      // Stays as it is.
inline constexpr FoldEntry kFoldSpace = 0xFD000000U;     // White space.
inline constexpr FoldEntry kFoldNewline = 0xFC000000U;   // A line break.
inline constexpr FoldEntry kFoldSequence = 0xFB000000U;  // kFoldSequences[lower 24 bits].

inline constexpr char32_t kFoldPageSize = 256;
inline constexpr char32_t kFoldTableEnd =
    0x32400;  // The last Han extension; beyond it only tags and such.

// Indexed by code point / kFoldPageSize; null for a page of characters that stay as they are.
extern const FoldEntry* const kFoldPages[];
extern const std::string_view kFoldSequences[];

}  // namespace suowen::text
