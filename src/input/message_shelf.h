// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "input/conversation_builder.h"
#include "input/item_queue.h"

namespace suowen::input {

// Gathers messages into conversations where those of several may be mixed, as in an archive of all
// that was sent. Holds a bounded number of them: the one that was silent for longest is ended
// first, so memory does not grow with the export.
class MessageShelf {
public:
    // Borrows both.
    MessageShelf(std::string path, const ReadOptions& options, ItemQueue& items);

    // `key` tells conversations apart and becomes their id; it may be empty. False for a message
    // that was there before.
    bool add(std::string_view key, const ConversationBuilder::Message& message);

    // Ends the conversation of that key, if one is open.
    void end(std::string_view key);

    // Takes back what was sent before.
    void recall(std::string_view key, std::string_view id);

    // A message that is no part of the talk: a notice, an internal note, a duplicate.
    void leave_out(std::string_view reason);

    // Gives the open conversation of `key` the id that was found behind its messages. False when it
    // is not open, or another has that id.
    bool rename(std::string_view key, std::string_view id);

    // What is to be told of the export, in its place.
    void warn(std::string message, std::string help);

    // A message that cannot be read, and why, in lower case.
    void refuse(const ConversationBuilder::Message& message, std::string reason);

    // What the messages that follow came through. A conversation has the first channel that its
    // messages name.
    void set_channel(std::string_view channel) { channel_ = channel; }

    // Ends the conversations that are open, in the order in which they began. `is_cut_off` when the
    // export ends before they do.
    void finish(bool is_cut_off);

    // Messages refused, and conversations left out because nothing tells who serves in them.
    [[nodiscard]] std::uint64_t lost_records() const { return lost_; }

private:
    struct Open {
        std::string key;
        ConversationBuilder builder;
        std::uint64_t begun = 0;
        std::string channel;
    };

    void end(Open& open, bool is_cut_off);
    void end_oldest();
    void make_room();

    // The id of a conversation that is ended now: one that goes on after it was ended before is
    // told once, and numbered, since two of one id would pass for one.
    [[nodiscard]] std::string next_id(const Open& open);

    // Enough for any desk's conversations at one time.
    static constexpr std::size_t kMostOpen = 512;
    static constexpr std::size_t kMostBytes = ConversationBuilder::kLargestBytes;
    // Ids of ended conversations; one that comes again after as many others gets its id again.
    static constexpr std::size_t kMostRemembered = 1'000'000;

    std::string path_;
    const ReadOptions& options_;
    ItemQueue& items_;
    std::list<Open> open_;  // The one that spoke last comes last.
    std::map<std::string, std::list<Open>::iterator, std::less<>> by_key_;
    std::unordered_map<std::size_t, std::uint64_t> ended_parts_;  // By the hash of the key.
    std::deque<std::size_t> ended_order_;                         // The hashes, oldest first.
    bool is_mixed_ = false;  // A conversation went on after another spoke.
    bool has_told_parts_ = false;
    std::map<std::string, std::uint64_t, std::less<>> left_out_;
    std::size_t bytes_ = 0;
    std::uint64_t begun_ = 0;
    std::uint64_t lost_ = 0;
    std::string channel_;
    RoleBasis noted_roles_ = RoleBasis::stated;
};

// Queues a conversation, and in front of it, once a transcript for each basis, how its roles were
// found. One where nothing tells them is left out: 1 is returned then, else 0.
std::uint64_t push_with_roles(Conversation conversation,
                              RoleBasis basis,
                              RoleBasis& noted,
                              ItemQueue& items);

}  // namespace suowen::input
