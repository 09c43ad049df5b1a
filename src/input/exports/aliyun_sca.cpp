// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

// Times are milliseconds from the start of the call, which nothing dates.
ExportHandler start(const std::string&, const ReadOptions&) {
    return [](const ExportedValue& dialogue, MessageShelf& shelf) {
        if (dialogue.path != 0) {
            return;
        }
        ConversationBuilder::Message message = message_at(dialogue);
        const std::string_view role = text_at(dialogue.value, "role");
        const std::string_view identity = text_at(dialogue.value, "identity");
        message.role = role_from_word(role);
        message.role = message.role ? message.role : role_from_word(identity);
        message.name = identity.empty() ? role : identity;
        message.text = text_at(dialogue.value, "words");
        shelf.add("", message);
    };
}

Confidence detect(std::string_view head) {
    return has_keys(head, {"dialogues", "words", "identity"}) ? 97 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(lines, options, {false, {"/dialogues/*"}, start});
}

}  // namespace

TranscriptFormat aliyun_sca_format() {
    return {"aliyun-sca", "dialogues of Aliyun Smart Conversation Analysis", detect, open};
}

}  // namespace suowen::input
