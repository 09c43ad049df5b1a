// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

// The name of the text's field is not documented; these have been seen.
std::string_view text_in(simdjson::dom::element message) {
    for (const char* key : {"msg", "content", "text"}) {
        if (const std::string_view text = text_at(message, key); !text.empty()) {
            return text;
        }
    }
    return {};
}

ExportHandler start(const std::string&, const ReadOptions&) {
    return [](const ExportedValue& item, MessageShelf& shelf) {
        if (item.path == ExportedValue::kEnd) {
            return;
        }
        ConversationBuilder::Message message = message_at(item);
        const std::string staff = id_at(item.value, "staffId");
        const std::string id = id_at(item.value, "id");
        const bool is_visitor = number_at(item.value, "from") == 1;
        const bool is_robot = number_at(item.value, "staffId").value_or(0) <= 0;
        message.role = is_visitor ? Role::customer : is_robot ? Role::bot : Role::agent;
        message.name = is_visitor ? std::string_view("visitor") : std::string_view(staff);
        message.id = id;
        message.text = text_in(item.value);
        message.time = time_at(item.value, "time");
        shelf.add(id_at(item.value, "sessionId"), message);
    };
}

Confidence detect(std::string_view head) {
    return has_value_per_line(head) && has_keys(head, {"sessionId", "from", "staffId"}) ? 97 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(lines, options, {true, {}, start, true});
}

// The list of sessions beside the messages; what is in it is in the messages too.
Confidence detect_sessions(std::string_view head) {
    return has_value_per_line(head) && has_keys(head, {"staffId", "interaction", "sType"}) ? 97 : 0;
}

std::unique_ptr<TranscriptReader> open_sessions(LineReader& lines, const ReadOptions& options) {
    const auto ignore = [](const std::string&, const ReadOptions&) {
        return [](const ExportedValue&, MessageShelf&) {};
    };
    return open_json_export(lines, options, {true, {}, ignore, true});
}

}  // namespace

TranscriptFormat qiyu_session_format() {
    return {"qiyu-sessions",
            "sessions of NetEase Qiyu; holds no messages",
            detect_sessions,
            open_sessions,
            Content::lists};
}

TranscriptFormat qiyu_format() {
    return {
        "qiyu", "messages of NetEase Qiyu (七鱼)", detect, open, Content::messages, Ids::of_desk};
}

}  // namespace suowen::input
