// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "input/speaker.h"
#include "model/conversation.h"

namespace suowen::input {

// Gathers a conversation whose turns come one by one, from logs that state roles only in part.
class ConversationBuilder {
public:
    // A log without any end between conversations must not fill the memory: at this size a
    // conversation is ended.
    static constexpr std::size_t kLargestBytes = std::size_t{64} << 20U;

    // `role` is empty where the log has none; the speaker's name is asked then.
    struct Message {
        std::optional<Role> role;
        std::string_view name;
        std::string_view text;
        TurnTime time;
        std::uint64_t line = 0;
        std::uint64_t offset_bytes = 0;
        TurnKind kind = TurnKind::text;  // `text` with a text that says otherwise is corrected.
    };

    explicit ConversationBuilder(std::string path) : path_(std::move(path)) {}

    // Copies what the message shows.
    void add(const Message& message);

    [[nodiscard]] bool empty() const { return turns_.empty(); }

    [[nodiscard]] bool is_full() const { return bytes_ > kLargestBytes; }

    // The conversation so far; the builder is empty then. `id` may be empty: `#` and the line of
    // the first turn take its place.
    [[nodiscard]] Conversation finish(std::string_view id);

private:
    std::optional<Role> role_of(std::string_view name);

    std::string path_;
    // What names gave away before: a log has few of them, and there are many words to look for.
    std::vector<std::pair<std::string, std::optional<Role>>> known_names_;
    TextArena arena_;
    std::vector<UnassignedTurn> turns_;
    std::size_t bytes_ = 0;
};

}  // namespace suowen::input
