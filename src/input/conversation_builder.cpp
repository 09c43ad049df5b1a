// SPDX-License-Identifier: Apache-2.0
#include "input/conversation_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace suowen::input {
namespace {

// Since 1970, in whatever zone the log is in; empty where the day or the hour is not known.
std::optional<Milliseconds> moment_of(const TurnTime& time) {
    if (time.at) {
        return time.at->instant.time_since_epoch();
    }
    return time.day && time.clock
               ? std::optional(std::chrono::sys_days(*time.day).time_since_epoch() + *time.clock)
               : std::nullopt;
}

}  // namespace

std::string part_id(const std::string& id, std::uint64_t part) {
    return part == 1 || id.empty() ? id : fmt::format("{}/{}", id, part);
}

bool ConversationBuilder::add(const Message& message) {
    if (!remember(message)) {
        return false;
    }
    Turn turn;
    turn.kind = message.text.empty() || kind_of(message.text) == TurnKind::attachment
                    ? TurnKind::attachment
                    : message.kind;
    turn.name = arena_.store(message.name);
    turn.text = arena_.store(message.text);
    turn.time = options_->completed(message.time);
    turn.line = message.line;
    turn.offset_bytes = message.offset_bytes;
    turns_.push_back({turn,
                      message.role,
                      message.role ? std::nullopt : role_of(message.name),
                      message.is_self,
                      arena_.store(message.account)});
    bytes_ += sizeof(UnassignedTurn) + message.name.size() + message.text.size();
    return true;
}

bool ConversationBuilder::remember(const Message& message) {
    if (!message.id.empty()) {
        return turn_of_id_.try_emplace(std::string(message.id), turns_.size()).second;
    }
    const std::optional<Milliseconds> moment = moment_of(message.time);
    // Full minutes are what logs without seconds give; people do say "?" twice in one.
    if (!moment || *moment % std::chrono::minutes(1) == Milliseconds(0) || message.text.empty()) {
        return true;
    }
    const std::string said = fmt::format("{}\n{}\n{}", moment->count(), message.name, message.text);
    return sent_.insert(std::hash<std::string>()(said)).second;
}

bool ConversationBuilder::recall(std::string_view id) {
    const auto known = turn_of_id_.find(std::string(id));
    if (known == turn_of_id_.end()) {
        return false;
    }
    const std::size_t index = known->second;
    turn_of_id_.erase(known);
    turns_.erase(turns_.begin() + static_cast<std::ptrdiff_t>(index));
    for (auto& [other, at] : turn_of_id_) {
        at -= at > index ? 1 : 0;
    }
    return true;
}

// Exports list messages as they were stored, which is not always as they were sent. Without a zone
// the day and the clock still tell the order, but not beside times that have one.
void ConversationBuilder::put_in_order() {
    const auto has_zone = [](const UnassignedTurn& each) { return each.turn.time.at.has_value(); };
    const auto has_moment = [](const UnassignedTurn& each) {
        return moment_of(each.turn.time).has_value();
    };
    const auto is_earlier = [](const UnassignedTurn& a, const UnassignedTurn& b) {
        return moment_of(a.turn.time) < moment_of(b.turn.time);
    };
    const auto is_later = [&](const auto& a, const auto& b) { return is_earlier(b, a); };
    const auto zoned = std::count_if(turns_.begin(), turns_.end(), has_zone);
    const bool is_mixed = zoned != 0 && zoned != std::ssize(turns_);
    if (is_mixed || !std::all_of(turns_.begin(), turns_.end(), has_moment) ||
        std::is_sorted(turns_.begin(), turns_.end(), is_earlier)) {
        return;
    }
    if (std::is_sorted(turns_.begin(), turns_.end(), is_later)) {
        // Newest first; so are those of one minute, which their times cannot tell apart.
        std::reverse(turns_.begin(), turns_.end());
    } else {
        std::stable_sort(turns_.begin(), turns_.end(), is_earlier);
    }
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
    put_in_order();
    Conversation conversation;
    conversation.source.path = path_;
    if (!turns_.empty()) {
        conversation.source.line = turns_.front().turn.line;
        conversation.source.offset_bytes = turns_.front().turn.offset_bytes;
    }
    conversation.arena = std::exchange(arena_, TextArena());
    conversation.id = conversation.arena.store(
        id.empty() ? fmt::format("#{}", conversation.source.line) : std::string(id));
    AssignedTurns assigned = assign_roles(std::exchange(turns_, {}), options_->roles);
    conversation.turns = std::move(assigned.turns);
    roles_ = assigned.basis;
    turn_of_id_.clear();
    sent_.clear();
    bytes_ = 0;
    return conversation;
}

}  // namespace suowen::input
