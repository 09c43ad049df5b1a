// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

#include <map>

namespace suowen::input {
namespace {

ExportHandler start(const std::string&, const ReadOptions&) {
    return [contact = std::string(), roles = std::map<std::string, std::optional<Role>>()](
               const ExportedValue& item, MessageShelf& shelf) mutable {
        if (item.path == 0) {
            contact = text_at(item.value, "ContactId");
        } else if (item.path == 1) {
            roles[std::string(text_at(item.value, "ParticipantId"))] =
                role_from_word(text_at(item.value, "ParticipantRole"));
        } else if (item.path == 2) {
            ConversationBuilder::Message message = message_at(item);
            message.name = text_at(item.value, "ParticipantId");
            message.role = roles[std::string(message.name)];
            message.id = text_at(item.value, "Id");
            message.text = text_at(item.value, "Content");
            shelf.add(contact, message);
        }
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"Transcript", "Participants", "ParticipantId"}) &&
                   !has_keys(head, {"AbsoluteTime"})
               ? 97
               : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(
        lines, options, {false, {"/CustomerMetadata", "/Participants/*", "/Transcript/*"}, start});
}

}  // namespace

TranscriptFormat contact_lens_format() {
    return {"contact-lens", "transcripts for Amazon Contact Lens and Lex (1.1.0)", detect, open};
}

}  // namespace suowen::input
