// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "input/read_options.h"
#include "input/speaker.h"
#include "model/conversation.h"

namespace suowen::input {

// The id of a part, from 1, of a conversation that is read in parts.
[[nodiscard]] std::string part_id(const std::string& id, std::uint64_t part);

// Gathers a conversation whose turns come one by one, from logs that state roles only in part.
class ConversationBuilder {
public:
    // A log without any end between conversations must not fill the memory: at this size a
    // conversation is ended.
    static constexpr std::size_t kLargestBytes = std::size_t{8} << 20U;

    // `role` is empty where the log has none; `is_self` or the speaker's name tells it then.
    struct Message {
        std::optional<Role> role;
        std::optional<bool> is_self;  // Sent by whoever exported the log.
        std::string_view name;
        std::string_view account;  // Of the speaker, where it has one beside the name.
        std::string_view id;       // Of the message; a second one of that id is left out.
        std::string_view text;
        TurnTime time;
        std::uint64_t line = 0;
        std::uint64_t offset_bytes = 0;
        TurnKind kind = TurnKind::text;  // `text` with a text that says otherwise is corrected.
    };

    // Borrows `options`.
    ConversationBuilder(std::string path, const ReadOptions& options)
        : path_(std::move(path)), options_(&options) {}

    // Copies what the message shows. False for one that was there before: of the same id or, where
    // messages have none, of the same speaker, words and time to the second.
    bool add(const Message& message);

    // Takes back the message of that id; false when there is none.
    bool recall(std::string_view id);

    [[nodiscard]] bool empty() const { return turns_.empty(); }

    [[nodiscard]] std::size_t bytes() const { return bytes_; }

    [[nodiscard]] bool is_full() const { return bytes_ > kLargestBytes; }

    // The conversation so far; the builder is empty then. Its turns are in the order of their times
    // where all have a day and a clock, and a zone all of them or none. `id` may be empty: `#` and
    // the line of the first turn take its place. How sure its roles are is in roles() until the
    // next one is finished.
    [[nodiscard]] Conversation finish(std::string_view id);

    [[nodiscard]] RoleBasis roles() const { return roles_; }

private:
    // Remembers the message. False for one that was there before.
    bool remember(const Message& message);

    std::optional<Role> role_of(std::string_view name);

    void put_in_order();

    std::string path_;
    const ReadOptions* options_;
    RoleBasis roles_ = RoleBasis::stated;
    std::unordered_map<std::string, std::size_t> turn_of_id_;
    std::unordered_set<std::size_t> sent_;  // Hashes of messages without id.
    // What names gave away before: a log has few of them, and there are many words to look for.
    std::vector<std::pair<std::string, std::optional<Role>>> known_names_;
    TextArena arena_;
    std::vector<UnassignedTurn> turns_;
    std::size_t bytes_ = 0;
};

}  // namespace suowen::input
