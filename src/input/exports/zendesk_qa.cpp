// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/html_text.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

void add_comment(const ExportedValue& ticket,
                 simdjson::dom::element comment,
                 std::string_view id,
                 MessageShelf& shelf) {
    if (flag_at(comment, "public") == false) {
        return shelf.leave_out("internal note");
    }
    ConversationBuilder::Message message = message_at(ticket);
    const std::optional<bool> serves = flag_at(comment, "authorIsNotClient");
    const std::string text = text_of_html(text_at(comment, "comment"));
    const std::string comment_id = id_at(comment, "id");
    if (serves) {
        message.role = *serves ? Role::agent : Role::customer;
    }
    message.name = text_at(comment, "authorName");
    message.account = text_at(comment, "authorEmail");
    message.name = message.name.empty() ? message.account : message.name;
    message.id = comment_id;
    message.text = text;
    message.time = time_at(comment, "created");
    shelf.add(id, message);
}

ExportHandler start(const std::string&, const ReadOptions&) {
    return [](const ExportedValue& ticket, MessageShelf& shelf) {
        if (ticket.path == ExportedValue::kEnd) {
            return;
        }
        const std::string id = id_at(ticket.value, "id");
        shelf.set_channel(text_at(ticket.value, "channel"));
        for (const simdjson::dom::element comment : list_at(ticket.value, "comments")) {
            add_comment(ticket, comment, id, shelf);
        }
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"comments", "authorIsNotClient"}) ? 97 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(lines, options, {false, {"/data/*", "/*"}, start});
}

}  // namespace

TranscriptFormat zendesk_qa_format() {
    return {"zendesk-qa",
            "tickets for Zendesk QA (Klaus)",
            detect,
            open,
            Content::messages,
            Ids::of_desk};
}

}  // namespace suowen::input
