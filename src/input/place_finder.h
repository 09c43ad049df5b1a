// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "input/line_reader.h"

namespace suowen::input {

// Where a pointer into a text is. Asked in ascending order, it counts every line break once.
// `column` is that of the first character of the text, 0 where it is not known.
class PlaceFinder {
public:
    PlaceFinder() = default;

    PlaceFinder(const Line& text, std::uint32_t column)
        : begin_(text.text.data()),
          line_begin_(begin_),
          searched_(begin_),
          column_(column),
          number_(text.number),
          offset_bytes_(text.offset_bytes) {}

    void advance_to(const char* place);

    [[nodiscard]] std::uint64_t line() const { return number_; }

    [[nodiscard]] std::uint64_t offset_of(const char* place) const {
        return offset_bytes_ + static_cast<std::uint64_t>(place - begin_);
    }

    [[nodiscard]] std::uint32_t column_of(const char* place) const;

private:
    const char* begin_ = nullptr;
    const char* line_begin_ = nullptr;
    const char* searched_ = nullptr;  // Line breaks before this are counted.
    std::uint32_t column_ = 0;        // At line_begin_.
    std::uint64_t number_ = 0;
    std::uint64_t offset_bytes_ = 0;
};

}  // namespace suowen::input
