// SPDX-License-Identifier: Apache-2.0
#include "input/conversation_builder.h"

#include <fmt/format.h>

#include <utility>

namespace suowen::input {

void ConversationBuilder::add(const Message& message) {
    Turn turn;
    turn.kind = message.text.empty() || kind_of(message.text) == TurnKind::attachment
                    ? TurnKind::attachment
                    : message.kind;
    turn.name = arena_.store(message.name);
    turn.text = arena_.store(message.text);
    turn.time = message.time;
    turn.line = message.line;
    turn.offset_bytes = message.offset_bytes;
    turns_.push_back({turn, message.role ? message.role : role_of(message.name)});
    bytes_ += sizeof(UnassignedTurn) + message.name.size() + message.text.size();
}

std::optional<Role> ConversationBuilder::role_of(std::string_view name) {
    constexpr std::size_t kMostNames = 16;
    for (const auto& [known, role] : known_names_) {
        if (known == name) {
            return role;
        }
    }
    if (known_names_.size() == kMostNames) {
        known_names_.clear();
    }
    return known_names_.emplace_back(name, role_from_name(name)).second;
}

Conversation ConversationBuilder::finish(std::string_view id) {
    Conversation conversation;
    conversation.source.path = path_;
    if (!turns_.empty()) {
        conversation.source.line = turns_.front().turn.line;
        conversation.source.offset_bytes = turns_.front().turn.offset_bytes;
    }
    conversation.arena = std::exchange(arena_, TextArena());
    conversation.id = conversation.arena.store(
        id.empty() ? fmt::format("#{}", conversation.source.line) : std::string(id));
    conversation.turns = assign_roles(std::exchange(turns_, {}));
    bytes_ = 0;
    return conversation;
}

}  // namespace suowen::input
