// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"
#include "input/time_parser.h"

namespace suowen::input {
namespace {

struct Row {
    std::string name;
    std::string text;
    TurnTime time;
    std::uint64_t line = 0;
    std::uint64_t offset_bytes = 0;
};

struct Page {
    std::string buyer;
    std::string day;        // In a row of its own, in front of the messages of that day.
    std::vector<Row> held;  // Until it is known who the buyer is.
};

void read_row(const ExportedValue& row, Page& page) {
    if (const std::string_view day = text_at(row.value, "groupTime"); !day.empty()) {
        page.day = day;
        return;
    }
    const std::string_view clock = text_at(row.value, "chatTime");
    const std::string written =
        page.day.empty() ? std::string(clock) : page.day + " " + std::string(clock);
    std::string_view text;
    for (const char* key : {"chatTextLeft", "chatTextRight", "chatText"}) {
        text = text.empty() ? text_at(row.value, key) : text;
    }
    page.held.push_back({std::string(text_at(row.value, "chatName")),
                         std::string(text),
                         parse_time(written).value_or(TurnTime{}),
                         row.line,
                         row.offset_bytes});
}

// Beside the buyer everybody serves; if the buyer is not known, or says nothing under that name,
// roles are left open.
void put_held(Page& page, MessageShelf& shelf) {
    for (const Row& row : page.held) {
        ConversationBuilder::Message message;
        message.name = row.name;
        if (row.name == page.buyer) {
            message.role = Role::customer;
        }
        message.text = row.text;
        message.time = row.time;
        message.line = row.line;
        message.offset_bytes = row.offset_bytes;
        shelf.add(page.buyer, message);
    }
    page.held.clear();
}

ExportHandler start(const std::string&, const ReadOptions&) {
    return [page = Page()](const ExportedValue& item, MessageShelf& shelf) mutable {
        constexpr std::size_t kMostHeld = 20'000;
        if (item.path == 0) {
            page.buyer = text_of(item.value);
        } else if (item.path == 1) {
            read_row(item, page);
        }
        const bool is_end = item.path == ExportedValue::kEnd;
        if (is_end || !page.buyer.empty() || page.held.size() >= kMostHeld) {
            put_held(page, shelf);
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
