// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

ExportHandler start(const std::string&, const ReadOptions&) {
    return [](const ExportedValue& value, MessageShelf& shelf) {
        if (value.path == ExportedValue::kEnd) {
            return;
        }
        const std::string id = conversation_id(value);
        for (const simdjson::dom::element said : list_at(value.value, "conversations")) {
            const std::string_view from = text_at(said, "from");
            const bool is_customer = from == "human" || from == "user";
            if (!is_customer && from != "gpt" && from != "assistant") {
                shelf.leave_out("instruction or tool");
                continue;
            }
            ConversationBuilder::Message message = message_at(value);
            message.role = is_customer ? Role::customer : Role::bot;
            message.name = from;
            message.text = text_at(said, "value");
            shelf.add(id, message);
        }
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"conversations", "from", "value"}) ? 97 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_conversations(lines, options, start);
}

}  // namespace

TranscriptFormat sharegpt_format() {
    return {"sharegpt", "conversations in the form of ShareGPT", detect, open};
}

}  // namespace suowen::input
