// SPDX-License-Identifier: Apache-2.0
#include "input/message_shelf.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "catch.h"

namespace suowen::input {
namespace {

// The ids of the conversations of a log that was cut off, those that its end cut marked with "…".
std::string ids_of_cut_log(const std::vector<std::string_view>& keys) {
    const ReadOptions options;
    ItemQueue items;
    MessageShelf shelf("a.csv", options, items);
    std::uint64_t line = 0;
    for (const std::string_view key : keys) {
        ConversationBuilder::Message message;
        message.role = Role::customer;
        message.text = "几年";
        message.line = ++line;
        shelf.add(key, message);
    }
    shelf.finish(true);
    std::string ids;
    while (const std::optional<StreamItem> item = items.pop()) {
        if (const auto* conversation = std::get_if<Conversation>(&*item)) {
            ids += std::string(conversation->id) + (conversation->is_cut_off ? "… " : " ");
        }
    }
    return ids;
}

TEST_CASE("the end of a cut log leaves open what it may have cut") {
    CHECK(ids_of_cut_log({"a", "a", "b", "c"}) == "a b c… ");
    CHECK(ids_of_cut_log({"a", "b", "a", "c"}) == "a… b… c… ");
}

}  // namespace
}  // namespace suowen::input
