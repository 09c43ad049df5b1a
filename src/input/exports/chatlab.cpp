// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

struct Chat {
    std::string name;
    std::string owner;  // The account that exported it.
    bool is_private = false;
    std::string peer;       // The account of the other side of a private chat, as far as known.
    std::string peer_name;  // What the chat's name has of its name.
};

void read_meta(simdjson::dom::element meta, Chat& chat) {
    chat.name = text_at(meta, "name");
    chat.owner = id_at(meta, "ownerId");
    chat.is_private = text_at(meta, "type") == "private";
}

// A private chat is named after the other side, often with a remark around its name; or by a remark
// alone, which tells nothing. Of two names that are found in it the longer one is meant.
void find_peer(std::string_view account, std::string_view name, Chat& chat) {
    if (chat.is_private && name.size() > chat.peer_name.size() &&
        chat.name.find(name) != std::string::npos) {
        chat.peer = account;
        chat.peer_name = name;
    }
}

void add(const ExportedValue& at, Chat& chat, MessageShelf& shelf) {
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
    find_peer(account, message.name, chat);
    if (!chat.owner.empty()) {
        message.is_self = account == chat.owner;
    } else if (!chat.peer.empty()) {
        message.is_self = account != chat.peer;
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
        } else if (type == "message" || item.path == 2) {
            add(item, chat, shelf);
        } else if (type == "member" || item.path == 1) {
            find_peer(id_at(item.value, "platformId"), text_at(item.value, "accountName"), chat);
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
        lines,
        options,
        {has_member(lines.head(), "_type"), {"/meta", "/members/*", "/messages/*"}, start});
}

}  // namespace

TranscriptFormat chatlab_format() {
    return {"chatlab", "chats in the ChatLab format (JSON or JSON Lines)", detect, open};
}

}  // namespace suowen::input
