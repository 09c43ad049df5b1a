// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

struct Chat {
    std::string name;
    std::string self;
};

void add(const ExportedValue& at, const Chat& chat, MessageShelf& shelf) {
    if (flag_at(at.value, "recalled") == true) {
        return shelf.leave_out("recalled");
    }
    if (flag_at(at.value, "system") == true) {
        return shelf.leave_out("notice");
    }
    ConversationBuilder::Message message = message_at(at);
    const auto sender = value_at(at.value, "sender");
    const auto content = value_at(at.value, "content");
    const std::string account = sender ? id_at(*sender, "uin") : std::string();
    const std::string id = id_at(at.value, "id");
    message.name = sender ? text_at(*sender, "name") : std::string_view();
    message.account = account;
    if (!chat.self.empty()) {
        message.is_self = account == chat.self;
    }
    message.id = id;
    message.text = content ? text_at(*content, "text") : std::string_view();
    message.time = zoned(time_at(at.value, "timestamp"), text_at(at.value, "time"));
    shelf.add(chat.name, message);
}

ExportHandler start(const std::string&, const ReadOptions&) {
    return [chat = Chat()](const ExportedValue& item, MessageShelf& shelf) mutable {
        if (item.path == ExportedValue::kEnd) {
            return;
        }
        if (value_at(item.value, "sender")) {
            add(item, chat, shelf);
        } else {
            chat = {std::string(text_at(item.value, "name")), id_at(item.value, "selfUin")};
        }
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"sender", "uin", "recalled"}) || has_keys(head, {"chatInfo", "selfUin"})
               ? 97
               : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(
        lines, options, {has_member(lines.head(), "sender"), {"/chatInfo", "/messages/*"}, start});
}

}  // namespace

TranscriptFormat qq_exporter_json_format() {
    return {
        "qq-exporter", "QQ chats exported by QQChatExporter (JSON or its chunks)", detect, open};
}

}  // namespace suowen::input
