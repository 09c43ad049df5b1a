// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

// A text, or a list of texts and of objects with a text (links, mentions, bold words).
std::string words_of(simdjson::dom::element message) {
    std::string words(text_at(message, "text"));
    for (const simdjson::dom::element part : list_at(message, "text")) {
        words += part.is_string() ? text_of(part) : std::string(text_at(part, "text"));
    }
    return words;
}

struct Chat {
    std::string id;
    bool is_personal = false;  // The account of the other side is then that of the chat.
};

void add(const ExportedValue& at, const Chat& chat, MessageShelf& shelf) {
    if (text_at(at.value, "type") != "message") {
        return shelf.leave_out("event");
    }
    ConversationBuilder::Message message = message_at(at);
    const std::string words = words_of(at.value);
    const std::string id = id_at(at.value, "id");
    message.name = text_at(at.value, "from");
    message.account = text_at(at.value, "from_id");
    if (chat.is_personal) {
        message.is_self = message.account != "user" + chat.id;
    }
    message.id = id;
    message.text = words;
    message.time = zoned(time_at(at.value, "date_unixtime"), text_at(at.value, "date"));
    shelf.add(chat.id, message);
}

// The same paths for one chat alone, and in an export of all for those that are open and those that
// were left.
constexpr std::size_t kPlaces = 3;

ExportHandler start(const std::string&, const ReadOptions&) {
    return [chat = Chat()](const ExportedValue& item, MessageShelf& shelf) mutable {
        if (item.path == ExportedValue::kEnd) {
            return;
        }
        switch (item.path / kPlaces) {
            case 0:
                chat.id = text_of(item.value);
                break;
            case 1:
                chat.is_personal = text_of(item.value).ends_with("personal_chat");
                break;
            default:
                add(item, chat, shelf);
                break;
        }
    };
}

// The contacts in front of the chats may be more than what is looked at.
Confidence detect(std::string_view head) {
    return has_keys(head, {"messages", "date_unixtime", "from_id"}) ||
                   has_keys(head, {"about", "contacts", "phone_number", "date_unixtime"})
               ? 97
               : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(lines,
                            options,
                            {false,
                             {"/id",
                              "/chats/list/*/id",
                              "/left_chats/list/*/id",
                              "/type",
                              "/chats/list/*/type",
                              "/left_chats/list/*/type",
                              "/messages/*",
                              "/chats/list/*/messages/*",
                              "/left_chats/list/*/messages/*"},
                             start});
}

}  // namespace

TranscriptFormat telegram_format() {
    return {"telegram", "chats of Telegram Desktop (JSON)", detect, open};
}

}  // namespace suowen::input
