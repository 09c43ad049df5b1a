// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace suowen {

// What a person says of a reply, as the words stand in the log; views into the conversation's
// arena.
struct TurnLabel {
    std::uint32_t turn = 0;
    std::string_view verdict;             // Empty when the label names none.
    std::vector<std::string_view> risks;  // Categories.
};

}  // namespace suowen
