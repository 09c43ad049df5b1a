// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "model/conversation.h"

namespace suowen::input {

// Puts together conversations that go on in other files of a folder, as exports by the day have
// them. Holds the
// last ones back until their next part may come; memory is bounded, so that parts far apart stay
// apart.
class ThreadJoiner {
public:
    static constexpr std::size_t kMostHeld = 4096;
    static constexpr std::size_t kMostBytes = std::size_t{16} << 20U;

    // Holds `conversation` of a format whose ids are the desk's, or adds it to the part that is
    // held: messages in order of time, those that are in both files once. Later parts keep the
    // lines and paths of their own files.
    void add(std::string_view format, Conversation conversation);

    // The oldest of too many; empty when there is room.
    [[nodiscard]] std::optional<Conversation> take_surplus();

    // The oldest of all; empty when none is held.
    [[nodiscard]] std::optional<Conversation> take_oldest();

private:
    struct Held {
        std::string key;
        Conversation conversation;
        std::size_t bytes = 0;
    };

    std::list<Held> held_;  // The oldest first.
    std::unordered_map<std::string_view, std::list<Held>::iterator> by_key_;
    std::size_t bytes_ = 0;
};

}  // namespace suowen::input
