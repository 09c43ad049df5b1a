// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/read_options.h"

namespace suowen::input {

// Which column of a table holds what, found by the names in its header, Chinese or English.
struct CsvColumns {
    std::optional<std::size_t> conversation;
    std::optional<std::size_t> role;
    std::optional<std::size_t> name;
    std::optional<std::size_t> is_self;  // Sent by whoever exported the table.
    std::optional<std::size_t> is_recalled;
    std::optional<std::size_t> account;  // Of the speaker.
    std::optional<std::size_t> peer;     // Of the other side, whoever speaks.
    std::optional<std::size_t> time;
    std::optional<std::size_t> text;
    std::optional<std::size_t> kind;
    std::optional<std::size_t> channel;
    // `id` may number conversations or messages; it is `conversation` only if rows share it.
    std::optional<std::size_t> id;
    std::size_t count = 0;

    // There is a text, and something that tells who wrote it.
    [[nodiscard]] bool is_transcript() const { return text && (role || name || is_self); }
};

[[nodiscard]] CsvColumns find_columns(const std::vector<std::string_view>& header);

// The first map whose columns are there; null when there is none.
[[nodiscard]] const FieldMap* fitting_map(const std::vector<std::string_view>& header,
                                          const std::vector<FieldMap>& maps);

// The columns that a map names.
[[nodiscard]] CsvColumns mapped_columns(const std::vector<std::string_view>& header,
                                        const FieldMap& map);

}  // namespace suowen::input
