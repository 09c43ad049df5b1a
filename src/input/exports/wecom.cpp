// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

// The items of a mixed message hold their content as JSON in a text.
std::string content_in_text(std::string_view json) {
    simdjson::dom::parser parser;
    simdjson::dom::element body;
    return parser.parse(json.data(), json.size(), true).get(body) == simdjson::SUCCESS
               ? std::string(text_at(body, "content"))
               : std::string(json);
}

// Accounts of customers begin with wm or wo, those of robots with wb; all others are of the staff.
Role role_of(std::string_view account) {
    if (account.starts_with("wm") || account.starts_with("wo")) {
        return Role::customer;
    }
    return account.starts_with("wb") ? Role::bot : Role::agent;
}

// Of a group its id; else of the two that talk.
std::string conversation_of(simdjson::dom::element message) {
    std::string room = id_at(message, "roomid");
    if (!room.empty()) {
        return room;
    }
    const std::vector<simdjson::dom::element> receivers = list_at(message, "tolist");
    const std::string to = receivers.empty() ? std::string() : text_of(receivers.front());
    const std::string from(text_at(message, "from"));
    return std::min(from, to) + "|" + std::max(from, to);
}

// Of text, and of the texts in a message that mixes them with images.
std::string words_of(simdjson::dom::element message, std::string_view type) {
    const auto body = value_at(message, type);
    if (!body) {
        return {};
    }
    if (type != "mixed") {
        return std::string(text_at(*body, "content"));
    }
    std::string words;
    for (const simdjson::dom::element item : list_at(*body, "item")) {
        if (text_at(item, "type") == "text") {
            words += content_in_text(text_at(item, "content"));
        }
    }
    return words;
}

ExportHandler start(const std::string&, const ReadOptions&) {
    return [](const ExportedValue& item, MessageShelf& shelf) {
        if (item.path == ExportedValue::kEnd) {
            return;
        }
        const simdjson::dom::element sent =
            value_at(item.value, "decrypted_message").value_or(item.value);
        const std::string_view type = text_at(sent, "msgtype");
        const std::string conversation = conversation_of(sent);
        if (text_at(sent, "action") == "recall" || type == "revoke") {
            const auto revoked = value_at(sent, "revoke");
            return shelf.recall(conversation, revoked ? text_at(*revoked, "pre_msgid") : "");
        }
        if (text_at(sent, "action") == "switch" || type == "agree" || type == "disagree") {
            return shelf.leave_out("notice");
        }
        const std::string words = words_of(sent, type);
        ConversationBuilder::Message message = message_at(item);
        message.name = text_at(sent, "from");
        message.account = message.name;
        message.role = role_of(message.name);
        message.id = text_at(sent, "msgid");
        message.text = words;
        message.time = time_at(sent, "msgtime");
        message.kind = words.empty() ? TurnKind::attachment : TurnKind::text;
        shelf.add(conversation, message);
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"msgid", "msgtime", "from"}) ? 97 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    const bool is_list_of_them = is_list(lines.head());
    return open_json_export(lines, options, {!is_list_of_them, {"/*"}, start});
}

}  // namespace

TranscriptFormat wecom_format() {
    return {
        "wecom", "the message archive of WeCom (企业微信会话内容存档), decrypted", detect, open};
}

}  // namespace suowen::input
