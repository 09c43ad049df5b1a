// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

ExportHandler start(const std::string&, const ReadOptions&) {
    return [](const ExportedValue& entry, MessageShelf& shelf) {
        if (entry.path != 0) {
            return;
        }
        ConversationBuilder::Message message = message_at(entry);
        const std::string user = id_at(entry.value, "user_id");
        message.role = role_from_word(text_at(entry.value, "role"));
        message.name = user.empty() ? text_at(entry.value, "role") : std::string_view(user);
        message.text = text_at(entry.value, "text");
        message.time = time_at(entry.value, "start_timestamp_usec");
        shelf.add("", message);
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"entries", "role", "text"}) ? 97 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(lines, options, {false, {"/entries/*"}, start});
}

}  // namespace

TranscriptFormat google_insights_format() {
    return {"google-cx-insights", "conversations of Google CX Insights", detect, open};
}

}  // namespace suowen::input
