// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "input/exports/exports.h"
#include "input/json_export.h"
#include "input/wechat_text.h"

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

bool begins_with_any(std::string_view account, std::initializer_list<std::string_view> prefixes) {
    // Those of the staff are chosen by hand and may begin like this too, but are short.
    constexpr std::size_t kShortest = 10;
    return account.size() >= kShortest &&
           std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
               return account.starts_with(prefix);
           });
}

bool is_outside(std::string_view account) {
    return begins_with_any(account, {"wm", "wo"});
}

// Accounts of customers begin with wm or wo, those of robots with wb; all others are of the staff.
// Empty where that cannot be: nobody of the staff takes part, and no account is shorter than those
// of the customers, which are all of one length.
std::optional<Role> role_of(std::string_view sender, const std::vector<std::string>& receivers) {
    if (!is_outside(sender)) {
        return begins_with_any(sender, {"wb"}) ? Role::bot : Role::agent;
    }
    if (receivers.empty() || !std::all_of(receivers.begin(), receivers.end(), is_outside)) {
        return Role::customer;
    }
    const auto [shortest, longest] = std::minmax_element(
        receivers.begin(), receivers.end(), [](const std::string& a, const std::string& b) {
            return a.size() < b.size();
        });
    if (sender.size() < longest->size()) {
        return Role::agent;
    }
    return sender.size() > shortest->size() ? std::optional(Role::customer) : std::nullopt;
}

std::vector<std::string> receivers_of(simdjson::dom::element message) {
    std::vector<std::string> receivers;
    for (const simdjson::dom::element receiver : list_at(message, "tolist")) {
        receivers.push_back(text_of(receiver));
    }
    return receivers;
}

// Of a group its id; else of the two that talk.
std::string conversation_of(simdjson::dom::element message,
                            const std::vector<std::string>& receivers) {
    std::string room = id_at(message, "roomid");
    if (!room.empty()) {
        return room;
    }
    const std::string to = receivers.empty() ? std::string() : receivers.front();
    const std::string from(text_at(message, "from"));
    return std::min(from, to) + "|" + std::max(from, to);
}

// Of text, of the texts in a message that mixes them with images, and the titles of links, forwards
// and the like.
std::string words_of(simdjson::dom::element message, std::string_view type) {
    const auto body = value_at(message, type == "markdown" ? "info" : type);
    if (!body) {
        return {};
    }
    std::string words(text_at(*body, "content"));
    for (const simdjson::dom::element item : list_at(*body, "item")) {
        if (type == "mixed" && text_at(item, "type") == "text") {
            words += content_in_text(text_at(item, "content"));
        }
    }
    return words.empty() ? std::string(text_at(*body, "title")) : words_of_wechat(words);
}

ExportHandler start(const std::string&, const ReadOptions&) {
    return [](const ExportedValue& item, MessageShelf& shelf) {
        if (item.path == ExportedValue::kEnd) {
            return;
        }
        const simdjson::dom::element sent =
            value_at(item.value, "decrypted_message").value_or(item.value);
        const std::string_view type = text_at(sent, "msgtype");
        const std::vector<std::string> receivers = receivers_of(sent);
        const std::string conversation = conversation_of(sent, receivers);
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
        message.role = role_of(message.name, receivers);
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
    return {"wecom",
            "the message archive of WeCom (企业微信会话内容存档), decrypted",
            detect,
            open,
            Content::messages,
            Ids::of_desk};
}

}  // namespace suowen::input
