// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>

namespace suowen {

// Calls `visit(part)` for each part of a list that is not empty.
template <class Visit>
void each_part(std::string_view list, char separator, Visit&& visit) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        if (end > 0) {
            visit(list.substr(0, end));
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

}  // namespace suowen
