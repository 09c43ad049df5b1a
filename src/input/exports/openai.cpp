// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

// A text, or the texts of a list of parts.
std::string content_of(simdjson::dom::element message) {
    std::string text(text_at(message, "content"));
    for (const simdjson::dom::element part : list_at(message, "content")) {
        text += text_at(part, "text");
    }
    return text;
}

// Calls of tools, their results and the instructions to the model are no talk.
void add(const ExportedValue& value,
         simdjson::dom::element said,
         std::string_view id,
         MessageShelf& shelf) {
    const std::string_view role = text_at(said, "role");
    const std::string text = content_of(said);
    if ((role != "user" && role != "assistant") || text.empty()) {
        return shelf.leave_out("instruction or tool");
    }
    ConversationBuilder::Message message = message_at(value);
    message.role = role == "user" ? Role::customer : Role::bot;
    message.name = text_at(said, "name");
    message.name = message.name.empty() ? role : message.name;
    message.text = text;
    shelf.add(id, message);
}

ExportHandler start(const std::string&, const ReadOptions&) {
    return [](const ExportedValue& value, MessageShelf& shelf) {
        if (value.path == ExportedValue::kEnd) {
            return;
        }
        const std::string id = conversation_id(value);
        for (const simdjson::dom::element said : list_at(value.value, "messages")) {
            add(value, said, id, shelf);
        }
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"messages", "role", "content"}) && !has_keys(head, {"createTime"}) &&
                   !has_keys(head, {"turns"})
               ? 97
               : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_conversations(lines, options, start);
}

}  // namespace

TranscriptFormat openai_format() {
    return {"openai", "messages as the OpenAI interface has them", detect, open};
}

}  // namespace suowen::input
