// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"
#include "input/wechat_text.h"

namespace suowen::input {
namespace {

// What a link or a forward says stands beside its empty content; that of a file is only its name.
std::string words_of(simdjson::dom::element message) {
    constexpr double kFile = 6;
    std::string words = words_of_wechat(text_at(message, "content"));
    const auto contents = value_at(message, "contents");
    if (words.empty() && contents && number_at(message, "subType") != kFile) {
        words = text_at(*contents, "title");
    }
    return words;
}

ExportHandler start(const std::string&, const ReadOptions&) {
    return [](const ExportedValue& at, MessageShelf& shelf) {
        constexpr double kText = 1;
        constexpr double kShare = 49;
        constexpr double kNotice = 10000;
        if (at.path != 0) {
            return;
        }
        const double type = number_at(at.value, "type").value_or(kText);
        if (type >= kNotice) {
            return shelf.leave_out("notice");
        }
        ConversationBuilder::Message message = message_at(at);
        const std::string id = id_at(at.value, "seq");
        const std::string words = words_of(at.value);
        message.is_self = flag_at(at.value, "isSelf");
        message.name = text_at(at.value, "senderName");
        message.account = text_at(at.value, "sender");
        message.name = message.name.empty() ? message.account : message.name;
        message.id = id;
        message.text = words;
        message.time = time_at(at.value, "time");
        message.kind = type == kText || type == kShare ? TurnKind::text : TurnKind::attachment;
        shelf.add(text_at(at.value, "talker"), message);
    };
}

Confidence detect(std::string_view head) {
    return is_list(head) && has_keys(head, {"talker", "isSelf", "content"}) ? 97 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(lines, options, {false, {"/*"}, start});
}

}  // namespace

TranscriptFormat chatlog_json_format() {
    return {"chatlog", "WeChat chats exported by chatlog (JSON)", detect, open};
}

}  // namespace suowen::input
