// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"
#include "input/wechat_text.h"

#include <algorithm>
#include <array>

namespace suowen::input {
namespace {

// Beside text: images, voice and the like, whose content is a path or XML.
bool is_attachment(std::string_view type) {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"图片", "语音", "视频", "表情", "文件", "位置", "名片", "红包", "转账"});
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
        return type.find(word) != std::string_view::npos;
    });
}

void add(const ExportedValue& at, const std::string& chat, MessageShelf& shelf) {
    const std::optional<bool> is_self = flag_at(at.value, "isSend");
    const std::string_view type = text_at(at.value, "type");
    if (!is_self || type.find("系统") != std::string_view::npos) {
        return shelf.leave_out("notice");
    }
    ConversationBuilder::Message message = message_at(at);
    const std::string id = id_at(at.value, "localId");
    const std::string words = words_of_wechat(text_at(at.value, "content"));
    message.is_self = is_self;
    message.name = text_at(at.value, "senderDisplayName");
    message.account = text_at(at.value, "senderUsername");
    message.id = id;
    message.text = words;
    message.time = zoned(time_at(at.value, "createTime"), text_at(at.value, "formattedTime"));
    message.kind = is_attachment(type) ? TurnKind::attachment : TurnKind::text;
    shelf.add(chat, message);
}

ExportHandler start(const std::string&, const ReadOptions&) {
    return [chat = std::string()](const ExportedValue& item, MessageShelf& shelf) mutable {
        if (item.path == 0) {
            chat = text_at(item.value, "wxid");
        } else if (item.path == 1) {
            add(item, chat, shelf);
        }
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"messages", "createTime", "isSend"}) ||
                   has_keys(head, {"weflow", "session"})
               ? 97
               : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(lines, options, {false, {"/session", "/messages/*"}, start});
}

}  // namespace

TranscriptFormat weflow_format() {
    return {"weflow", "WeChat chats exported by WeFlow or echotrace (JSON)", detect, open};
}

}  // namespace suowen::input
