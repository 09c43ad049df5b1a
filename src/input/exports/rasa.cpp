// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

// What the assistant thinks between its messages (actions, slots) is left out.
ExportHandler start(const std::string&, const ReadOptions&) {
    return [sender = std::string()](const ExportedValue& item, MessageShelf& shelf) mutable {
        if (item.path == 0) {
            sender = text_of(item.value);
        } else if (item.path == 1) {
            const std::string_view event = text_at(item.value, "event");
            if (event != "user" && event != "bot") {
                return shelf.leave_out("event");
            }
            ConversationBuilder::Message message = message_at(item);
            message.role = event == "user" ? Role::customer : Role::bot;
            message.name = event == "user" ? std::string_view(sender) : event;
            message.text = text_at(item.value, "text");
            message.time = time_at(item.value, "timestamp");
            shelf.add(sender, message);
        }
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"events", "event", "sender_id"}) ? 97 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(lines, options, {false, {"/sender_id", "/events/*"}, start});
}

}  // namespace

TranscriptFormat rasa_format() {
    return {"rasa", "events of a Rasa tracker", detect, open};
}

}  // namespace suowen::input
