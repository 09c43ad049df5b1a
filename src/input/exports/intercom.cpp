// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/html_text.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

std::optional<Role> role_of(simdjson::dom::element part) {
    const auto author = value_at(part, "author");
    const std::string_view type = author ? text_at(*author, "type") : std::string_view();
    if (type == "user" || type == "lead" || type == "contact") {
        return Role::customer;
    }
    return type == "admin" || type == "team" ? std::optional(Role::agent)
           : type == "bot"                   ? std::optional(Role::bot)
                                             : std::nullopt;
}

void add(const ExportedValue& at,
         simdjson::dom::element part,
         std::string_view conversation,
         TurnTime time,
         MessageShelf& shelf) {
    const std::string_view body = text_at(part, "body");
    const std::string text = text_of_html(body);
    if (text_at(part, "part_type").starts_with("note")) {
        return shelf.leave_out("internal note");
    }
    const bool has_files = has_media(body) || !list_at(part, "attachments").empty();
    if (text.empty() && !has_files) {
        return shelf.leave_out("event");
    }
    ConversationBuilder::Message message = message_at(at);
    const auto author = value_at(part, "author");
    const std::string account = author ? id_at(*author, "id") : std::string();
    const std::string id = id_at(part, "id");
    message.role = role_of(part);
    message.name = author ? text_at(*author, "name") : std::string_view();
    message.name = message.name.empty() ? std::string_view(account) : message.name;
    message.account = account;
    message.id = id;
    message.text = text;
    message.time = time;
    message.kind = text.empty() ? TurnKind::attachment : TurnKind::text;
    shelf.add(conversation, message);
}

// A conversation that is one of many is small; its parts are read from the list in it.
void add_whole(const ExportedValue& at, MessageShelf& shelf) {
    const std::string id = id_at(at.value, "id");
    for (const char* key : {"source", "conversation_message"}) {
        if (const auto source = value_at(at.value, key)) {
            add(at, *source, id, time_at(at.value, "created_at"), shelf);
        }
    }
    if (const auto parts = value_at(at.value, "conversation_parts")) {
        for (const simdjson::dom::element part : list_at(*parts, "conversation_parts")) {
            add(at, part, id, time_at(part, "created_at"), shelf);
        }
    }
}

enum Path : std::size_t { id, created_at, source, old_source, parts, in_list, in_root_list };

ExportHandler start(const std::string&, const ReadOptions&) {
    return [conversation = std::string(), created = TurnTime()](const ExportedValue& item,
                                                                MessageShelf& shelf) mutable {
        switch (item.path) {
            case Path::id:
                conversation = text_of(item.value);
                break;
            case Path::created_at:
                created = time_of(item.value);
                break;
            case Path::source:
            case Path::old_source:
                add(item, item.value, conversation, created, shelf);
                break;
            case Path::parts:
                add(item, item.value, conversation, time_at(item.value, "created_at"), shelf);
                break;
            case Path::in_list:
            case Path::in_root_list:
                add_whole(item, shelf);
                break;
            default:
                break;
        }
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"conversation_parts", "author"}) ||
                   has_keys(head, {"part_type", "author"})
               ? 97
               : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(lines,
                            options,
                            {false,
                             {"/id",
                              "/created_at",
                              "/source",
                              "/conversation_message",
                              "/conversation_parts/conversation_parts/*",
                              "/conversations/*",
                              "/*"},
                             start});
}

}  // namespace

TranscriptFormat intercom_format() {
    return {"intercom", "conversations of Intercom", detect, open, Content::messages, Ids::of_desk};
}

}  // namespace suowen::input
