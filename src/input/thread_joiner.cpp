// SPDX-License-Identifier: Apache-2.0
#include "input/thread_joiner.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace suowen::input {
namespace {

std::size_t size_of(const Conversation& conversation) {
    std::size_t bytes = 0;
    for (const Turn& turn : conversation.turns) {
        bytes += sizeof(Turn) + turn.text.size() + turn.name.size();
    }
    return bytes;
}

bool is_timed(const Conversation& conversation) {
    return std::all_of(conversation.turns.begin(), conversation.turns.end(), [](const Turn& turn) {
        return turn.time.at.has_value();
    });
}

bool is_earlier(const Turn& a, const Turn& b) {
    return a.time.at->instant < b.time.at->instant;
}

bool is_same(const Turn& a, const Turn& b) {
    return !is_earlier(a, b) && !is_earlier(b, a) &&
           std::tie(a.role, a.name, a.text) == std::tie(b.role, b.name, b.text);
}

// Two parts that are timed throughout, one after the other in `turns`, where the second begins:
// sorts them, and drops what the second repeats of the first.
void merge_by_time(std::vector<Turn>& turns, std::size_t second) {
    const auto middle = turns.begin() + static_cast<std::ptrdiff_t>(second);
    const auto is_repeated = [&](const Turn& turn) {
        const auto [from, to] = std::equal_range(turns.begin(), middle, turn, is_earlier);
        return std::any_of(from, to, [&](const Turn& earlier) { return is_same(earlier, turn); });
    };
    if (std::is_sorted(turns.begin(), middle, is_earlier)) {
        turns.erase(std::remove_if(middle, turns.end(), is_repeated), turns.end());
    }
    std::stable_sort(turns.begin(), turns.end(), is_earlier);
}

// What a file lies in: a folder, or one in an archive. Another may be of another desk, whose ids
// mean others.
std::string_view folder_of(std::string_view path) {
    return path.substr(0, path.find_last_of("/!") + 1);
}

void append(Conversation& conversation, const Conversation& part) {
    const bool is_sortable = is_timed(conversation) && is_timed(part);
    const std::size_t second = conversation.turns.size();
    const bool is_elsewhere = part.source.path != conversation.source.path;
    const std::string_view path =
        is_elsewhere ? conversation.arena.store(part.source.path) : std::string_view();
    for (Turn turn : part.turns) {
        turn.name = conversation.arena.store(turn.name);
        turn.text = conversation.arena.store(turn.text);
        turn.path = path;
        conversation.turns.push_back(turn);
    }
    if (is_sortable) {
        merge_by_time(conversation.turns, second);
    }
    conversation.is_cut_off = part.is_cut_off;
}

}  // namespace

void ThreadJoiner::add(std::string_view format, Conversation conversation) {
    std::string key(folder_of(conversation.source.path));
    key.append("\n").append(format).append("\n").append(conversation.id);
    const auto known = by_key_.find(key);
    const std::size_t bytes = size_of(conversation);
    bytes_ += bytes;
    if (known != by_key_.end()) {
        known->second->bytes += bytes;
        append(known->second->conversation, conversation);
        return;
    }
    held_.push_back({std::move(key), std::move(conversation), bytes});
    by_key_.emplace(held_.back().key, std::prev(held_.end()));
}

std::optional<Conversation> ThreadJoiner::take_surplus() {
    const bool is_full = held_.size() > kMostHeld || bytes_ > kMostBytes;
    return is_full ? take_oldest() : std::nullopt;
}

std::optional<Conversation> ThreadJoiner::take_oldest() {
    if (held_.empty()) {
        return std::nullopt;
    }
    by_key_.erase(held_.front().key);
    Held oldest = std::move(held_.front());
    held_.pop_front();
    bytes_ -= oldest.bytes;
    return std::move(oldest.conversation);
}

}  // namespace suowen::input
