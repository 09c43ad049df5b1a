// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string>

#include "input/reading.h"

namespace suowen::input {

// "customer 保修几年 | agent 三年", system turns left out.
inline std::string said_in(const Conversation& conversation) {
    std::string said;
    for (const Turn& turn : conversation.turns) {
        if (turn.role != Role::system) {
            said +=
                fmt::format("{}{} {}", said.empty() ? "" : " | ", name_of(turn.role), turn.text);
        }
    }
    return said;
}

inline std::string said_in(const Reading& reading) {
    std::string said;
    for (const Conversation& conversation : reading.conversations) {
        said += (said.empty() ? "" : " || ") + said_in(conversation);
    }
    return said;
}

}  // namespace suowen::input
