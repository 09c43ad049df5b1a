// SPDX-License-Identifier: Apache-2.0
#include "input/place_finder.h"

#include <cstring>

#include "input/place.h"

namespace suowen::input {

void PlaceFinder::advance_to(const char* place) {
    while (searched_ < place) {
        const void* const found =
            std::memchr(searched_, '\n', static_cast<std::size_t>(place - searched_));
        if (found == nullptr) {
            searched_ = place;
            return;
        }
        line_begin_ = static_cast<const char*>(found) + 1;
        searched_ = line_begin_;
        column_ = 1;
        ++number_;
    }
}

std::uint32_t PlaceFinder::column_of(const char* place) const {
    const auto size = static_cast<std::size_t>(place - line_begin_);
    return column_ == 0 ? 0 : column_ - 1 + column_at({line_begin_, size}, size);
}

}  // namespace suowen::input
