// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

struct Chat {
    std::string name;
    std::string owner;  // The account that exported it.
    bool is_private = false;
};

void read_meta(simdjson::dom::element meta, Chat& chat) {
    chat.name = text_at(meta, "name");
    chat.owner = id_at(meta, "ownerId");
    chat.is_private = text_at(meta, "type") == "private";
}

void add(const ExportedValue& at, const Chat& chat, MessageShelf& shelf) {
    constexpr double kText = 0;
    constexpr double kReply = 25;
    constexpr double kSystem = 80;
    constexpr double kRecall = 81;
    const double type = number_at(at.value, "type").value_or(kText);
    if (type == kSystem || type == kRecall) {
        return shelf.leave_out(type == kSystem ? "notice" : "recalled");
    }
    ConversationBuilder::Message message = message_at(at);
    const std::string account = id_at(at.value, "sender");
    const std::string id = id_at(at.value, "platformMessageId");
    message.name = text_at(at.value, "groupNickname");
    message.name = message.name.empty() ? text_at(at.value, "accountName") : message.name;
    message.account = account;
    if (!chat.owner.empty()) {
        message.is_self = account == chat.owner;
    } else if (chat.is_private && !message.name.empty()) {
        // A private chat is named after the other side.
        message.is_self = chat.name.find(message.name) == std::string::npos;
    }
    message.id = id;
    message.text = text_at(at.value, "content");
    message.time = time_at(at.value, "timestamp");
    message.kind = type == kText || type == kReply ? TurnKind::text : TurnKind::attachment;
    shelf.add(chat.name, message);
}

ExportHandler start(const std::string&, const ReadOptions&) {
    return [chat = Chat()](const ExportedValue& item, MessageShelf& shelf) mutable {
        if (item.path == ExportedValue::kEnd) {
            return;
        }
        const std::string_view type = text_at(item.value, "_type");
        if (type == "header") {
            if (const auto meta = value_at(item.value, "meta")) {
                read_meta(*meta, chat);
            }
        } else if (type == "message" || item.path == 1) {
            add(item, chat, shelf);
        } else if (type.empty()) {
            read_meta(item.value, chat);
        }
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"chatlab"}) &&
                   (has_keys(head, {"messages"}) || has_keys(head, {"_type"}))
               ? 97
               : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(
        lines, options, {has_member(lines.head(), "_type"), {"/meta", "/messages/*"}, start});
}

}  // namespace

TranscriptFormat chatlab_format() {
    return {"chatlab", "chats in the ChatLab format (JSON or JSON Lines)", detect, open};
}

}  // namespace suowen::input
