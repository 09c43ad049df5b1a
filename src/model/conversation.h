// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/label.h"
#include "model/timestamp.h"

namespace suowen {

// Owns text and hands out views of it that stay valid when the arena is moved.
class TextArena {
public:
    // Copies `text` into the arena. The view lives as long as the arena, wherever it is moved to.
    std::string_view store(std::string_view text);

    // Room for `size` bytes to be written in place; the caller writes all of them.
    char* allocate(std::size_t size);

private:
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* free_ = nullptr;
    std::size_t free_bytes_ = 0;
};

enum class Role : std::uint8_t {
    customer,
    agent,
    bot,     // Automatic agent; audited like an agent.
    system,  // Notices; never audited.
};

// What a message is besides its text: an image, voice message or file has no text to judge.
enum class TurnKind : std::uint8_t { text, attachment };

// One message. Views point into the conversation's arena.
struct Turn {
    Role role = Role::system;
    TurnKind kind = TurnKind::text;
    std::string_view name;  // Speaker as the log names them; may be empty.
    std::string_view text;  // UTF-8 as the source has it; findings' spans are byte offsets into it.
    TurnTime time;
    std::uint64_t line = 0;          // Line of the source where the turn starts, from 1.
    std::uint64_t offset_bytes = 0;  // Byte offset of the turn's record in the source.
    std::string_view path;           // Of the source; empty for that of the conversation.
};

// An ordered list of turns under one id. A value that owns its bytes: everything downstream holds
// views into it, so it is moved, never copied.
struct Conversation {
    TextArena arena;
    std::string_view id;
    std::string_view channel;
    SourceLocation source;  // Where the conversation starts.
    std::vector<Turn> turns;
    std::vector<TurnLabel> labels;  // In turn order; nothing but eval looks at them.
    // The log ends here for a reason that leaves the last question undecided (cut off file, export
    // of a running chat): it is then `open` instead of `unanswered`.
    bool is_cut_off = false;
};

// The file that a turn was read from.
[[nodiscard]] inline std::string_view path_of(const Conversation& conversation, const Turn& turn) {
    return turn.path.empty() ? std::string_view(conversation.source.path) : turn.path;
}

// As native JSON and reports write it: "customer", "agent", "bot", "system".
[[nodiscard]] std::string_view name_of(Role role);

[[nodiscard]] constexpr bool is_reply(Role role) {
    return role == Role::agent || role == Role::bot;
}

}  // namespace suowen
