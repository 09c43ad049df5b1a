// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

std::optional<Role> role_of(std::string_view participant) {
    if (participant == "CUSTOMER") {
        return Role::customer;
    }
    if (participant == "AGENT" || participant == "SUPERVISOR") {
        return Role::agent;
    }
    return participant == "CUSTOM_BOT" ? std::optional(Role::bot) : std::nullopt;
}

void add(const ExportedValue& item, const std::string& contact, MessageShelf& shelf) {
    const std::optional<Role> role = role_of(text_at(item.value, "ParticipantRole"));
    const std::string_view content_type = text_at(item.value, "ContentType");
    const bool is_attachment = text_at(item.value, "Type") == "ATTACHMENT";
    if (!role || (!content_type.starts_with("text/") && !is_attachment)) {
        return shelf.leave_out("event");
    }
    ConversationBuilder::Message message = message_at(item);
    message.role = role;
    message.name = text_at(item.value, "DisplayName");
    message.account = text_at(item.value, "ParticipantId");
    message.id = text_at(item.value, "Id");
    message.text = text_at(item.value, "Content");
    message.time = time_at(item.value, "AbsoluteTime");
    message.kind = is_attachment ? TurnKind::attachment : TurnKind::text;
    shelf.add(contact, message);
}

// Messages and events share a list; SYSTEM speaks for the flow, not for the desk.
ExportHandler start(const std::string&, const ReadOptions&) {
    return [contact = std::string()](const ExportedValue& item, MessageShelf& shelf) mutable {
        if (item.path == 0) {
            contact = text_of(item.value);
        } else if (item.path == 1) {
            add(item, contact, shelf);
        }
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"Transcript", "AbsoluteTime", "ParticipantRole"}) ? 97 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(lines, options, {false, {"/InitialContactId", "/Transcript/*"}, start});
}

}  // namespace

TranscriptFormat amazon_connect_format() {
    return {"amazon-connect",
            "chat transcripts of Amazon Connect",
            detect,
            open,
            Content::messages,
            Ids::of_desk};
}

}  // namespace suowen::input
