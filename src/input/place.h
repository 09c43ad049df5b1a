// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"

namespace suowen::input {

// Column, in code points from 1, of the byte at `offset` of a line.
[[nodiscard]] inline std::uint32_t column_at(std::string_view line, std::size_t offset) {
    const std::string_view before = line.substr(0, offset);
    const auto starts_character = [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    };
    return static_cast<std::uint32_t>(
               std::count_if(before.begin(), before.end(), starts_character)) +
           1;
}

[[nodiscard]] inline Diagnostic diagnostic_at(DiagnosticLevel level,
                                              SourceLocation location,
                                              std::string message,
                                              std::string help = {}) {
    Diagnostic diagnostic;
    diagnostic.level = level;
    diagnostic.location = std::move(location);
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    return diagnostic;
}

}  // namespace suowen::input
