// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace suowen::input {

// Which column of a table holds what, found by the names in its header, Chinese or English.
struct CsvColumns {
    std::optional<std::size_t> conversation;
    std::optional<std::size_t> role;
    std::optional<std::size_t> name;
    std::optional<std::size_t> time;
    std::optional<std::size_t> text;
    std::optional<std::size_t> kind;
    std::optional<std::size_t> channel;
    // `id` may number conversations or messages; it is `conversation` only if rows share it.
    std::optional<std::size_t> id;
    std::size_t count = 0;

    // There is a text, and something that tells who wrote it.
    [[nodiscard]] bool is_transcript() const { return text && (role || name); }
};

[[nodiscard]] CsvColumns find_columns(const std::vector<std::string_view>& header);

}  // namespace suowen::input
