// SPDX-License-Identifier: Apache-2.0
#include "input/message_shelf.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "input/excerpt.h"
#include "input/place.h"

namespace suowen::input {
namespace {

std::string names_of(const Conversation& conversation, bool agents) {
    constexpr std::size_t kMostNames = 3;
    std::vector<std::string_view> names;
    for (const Turn& turn : conversation.turns) {
        const bool fits = agents ? is_reply(turn.role) : turn.role == Role::customer;
        if (fits && names.size() < kMostNames &&
            std::find(names.begin(), names.end(), turn.name) == names.end()) {
            names.push_back(turn.name);
        }
    }
    std::string list;
    for (const std::string_view name : names) {
        list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", excerpt(name));
    }
    return list.empty() ? "nobody" : list;
}

std::optional<Diagnostic> role_diagnostic(RoleBasis basis, const Conversation& conversation) {
    constexpr const char* kHelp =
        "--agents GLOB names the staff, --self agent or customer says who exported the log";
    switch (basis) {
        case RoleBasis::stated:
            return std::nullopt;
        case RoleBasis::guessed:
            return diagnostic_at(DiagnosticLevel::warning,
                                 conversation.source,
                                 fmt::format("roles are guessed: {} as agent, {} as customer",
                                             names_of(conversation, true),
                                             names_of(conversation, false)),
                                 kHelp);
        case RoleBasis::none:
            break;
    }
    return diagnostic_at(DiagnosticLevel::error,
                         conversation.source,
                         "nothing tells agent from customer, conversation skipped",
                         kHelp);
}

}  // namespace

std::uint64_t push_with_roles(Conversation conversation,
                              RoleBasis basis,
                              RoleBasis& noted,
                              ItemQueue& items) {
    if (basis > noted) {
        noted = basis;
        if (std::optional<Diagnostic> diagnostic = role_diagnostic(basis, conversation)) {
            items.push(std::move(*diagnostic));
        }
    }
    if (basis == RoleBasis::none) {
        return 1;
    }
    items.push(std::move(conversation));
    return 0;
}

MessageShelf::MessageShelf(std::string path, const ReadOptions& options, ItemQueue& items)
    : path_(std::move(path)), options_(options), items_(items) {}

bool MessageShelf::add(std::string_view key, const ConversationBuilder::Message& message) {
    auto known = by_key_.find(key);
    if (known == by_key_.end()) {
        open_.push_back({std::string(key), ConversationBuilder(path_, options_), begun_++, {}});
        known = by_key_.emplace(std::string(key), std::prev(open_.end())).first;
    } else {
        is_mixed_ = is_mixed_ || known->second != std::prev(open_.end());
        open_.splice(open_.end(), open_, known->second);
    }
    Open& open = *known->second;
    if (open.channel.empty()) {
        open.channel = channel_;
    }
    const std::size_t before = open.builder.bytes();
    if (!open.builder.add(message)) {
        leave_out("repeated");
        return false;
    }
    bytes_ += open.builder.bytes() - before;
    make_room();
    return true;
}

void MessageShelf::end(std::string_view key) {
    const auto known = by_key_.find(key);
    if (known != by_key_.end()) {
        end(*known->second, false);
        open_.erase(known->second);
        by_key_.erase(known);
    }
}

void MessageShelf::recall(std::string_view key, std::string_view id) {
    const auto known = by_key_.find(key);
    if (known != by_key_.end() && known->second->builder.recall(id)) {
        leave_out("recalled");
    }
}

void MessageShelf::leave_out(std::string_view reason) {
    const auto known = left_out_.find(reason);
    ++(known == left_out_.end() ? left_out_[std::string(reason)] : known->second);
}

bool MessageShelf::rename(std::string_view key, std::string_view id) {
    const auto known = by_key_.find(key);
    if (known == by_key_.end() || by_key_.contains(id)) {
        return false;
    }
    const auto open = known->second;
    by_key_.erase(known);
    open->key = id;
    by_key_.emplace(id, open);
    return true;
}

void MessageShelf::warn(std::string message, std::string help) {
    items_.push(
        diagnostic_at(DiagnosticLevel::warning, {path_}, std::move(message), std::move(help)));
}

void MessageShelf::refuse(const ConversationBuilder::Message& message, std::string reason) {
    ++lost_;
    items_.push(diagnostic_at(DiagnosticLevel::error,
                              {path_, message.line, 0, message.offset_bytes},
                              std::move(reason) + ", skipped"));
}

void MessageShelf::end_oldest() {
    Open& oldest = open_.front();
    end(oldest, false);
    by_key_.erase(oldest.key);
    open_.pop_front();
}

// A chat that goes on for years is cut into parts, so that it does not fill the memory.
void MessageShelf::make_room() {
    while (open_.size() > kMostOpen) {
        end_oldest();
    }
    if (bytes_ > kMostBytes) {
        open_.size() == 1 ? end(open_.front(), true) : end_oldest();
    }
}

std::string MessageShelf::next_id(const Open& open) {
    const auto [known, is_new] = ended_parts_.try_emplace(std::hash<std::string>()(open.key), 0);
    const std::uint64_t part = ++known->second;
    if (is_new) {
        ended_order_.push_back(known->first);
    }
    if (ended_order_.size() > kMostRemembered) {
        ended_parts_.erase(ended_order_.front());
        ended_order_.pop_front();
    }
    if (part > 1 && !std::exchange(has_told_parts_, true)) {
        items_.push(diagnostic_at(
            DiagnosticLevel::warning,
            {path_},
            fmt::format("{} goes on after it was ended to save memory; such ones are read in parts",
                        open.key.empty() ? "the conversation"
                                         : fmt::format("conversation \"{}\"", excerpt(open.key))),
            "an export that is sorted by conversation is read whole, up to 8 MB for each"));
    }
    return part_id(open.key, part);
}

void MessageShelf::end(Open& open, bool is_cut_off) {
    bytes_ -= open.builder.bytes();
    if (open.builder.empty()) {
        return;
    }
    Conversation conversation = open.builder.finish(next_id(open));
    conversation.is_cut_off = is_cut_off;
    conversation.channel = conversation.arena.store(open.channel);
    lost_ += push_with_roles(std::move(conversation), open.builder.roles(), noted_roles_, items_);
}

void MessageShelf::finish(bool is_cut_off) {
    // Where each conversation ended before the next began, only the last one was cut.
    const Open* const last = open_.empty() ? nullptr : &open_.back();
    open_.sort([](const Open& a, const Open& b) { return a.begun < b.begun; });
    for (Open& open : open_) {
        end(open, is_cut_off && (is_mixed_ || &open == last));
    }
    open_.clear();
    by_key_.clear();
    std::string counts;
    for (const auto& [reason, count] : std::exchange(left_out_, {})) {
        counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", count, reason);
    }
    if (!counts.empty()) {
        items_.push(diagnostic_at(
            DiagnosticLevel::note, {path_}, fmt::format("messages left out: {}", counts)));
    }
}

}  // namespace suowen::input
