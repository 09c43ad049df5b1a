// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"
#include "input/time_parser.h"

namespace suowen::input {
namespace {

// Days stand in rows of their own, in front of the messages of that day.
struct Page {
    std::string buyer;
    std::string day;
};

void add(const ExportedValue& row, Page& page, MessageShelf& shelf) {
    if (const std::string_view day = text_at(row.value, "groupTime"); !day.empty()) {
        page.day = day;
        return;
    }
    const std::string_view clock = text_at(row.value, "chatTime");
    const std::string written =
        page.day.empty() ? std::string(clock) : page.day + " " + std::string(clock);
    ConversationBuilder::Message message = message_at(row);
    message.name = text_at(row.value, "chatName");
    message.role = message.name == page.buyer ? Role::customer : Role::agent;
    for (const char* key : {"chatTextLeft", "chatTextRight", "chatText"}) {
        message.text = message.text.empty() ? text_at(row.value, key) : message.text;
    }
    message.time = parse_time(written).value_or(TurnTime{});
    shelf.add(page.buyer, message);
}

ExportHandler start(const std::string&, const ReadOptions&) {
    return [page = Page()](const ExportedValue& item, MessageShelf& shelf) mutable {
        if (item.path == 0) {
            page.buyer = text_of(item.value);
        } else if (item.path == 1) {
            add(item, page, shelf);
        }
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"messages", "chatName", "chatTime"}) ? 97 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(
        lines, options, {false, {"/active_user_nickname", "/messages/*"}, start});
}

}  // namespace

TranscriptFormat qianniu_format() {
    return {"qianniu", "pages of Qianniu (千牛), as scraped", detect, open};
}

}  // namespace suowen::input
