// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "input/line_reader.h"
#include "input/place_finder.h"
#include "input/read_options.h"
#include "input/stream_item.h"

namespace suowen::input {

// What one JSON object gave. A conversation may come with diagnostics about turns that are missing
// in it; without a conversation there is one about why.
struct ParsedConversation {
    std::optional<Conversation> conversation;
    Diagnostics diagnostics;
    std::uint64_t skipped_records = 0;
};

// Reads native conversation objects. The rules:
// - `turns` must be there. An `id` that is missing or null is `#` and the line number.
// - A turn needs a `role` that is known and a `text`; it is left out with a diagnostic otherwise.
//   Text that is empty or null is a message without words: an attachment.
// - `name` and `time` are optional; a time that cannot be read is noted, once a transcript; one
//   without zone or year has those of the options.
// - `kind` is `attachment` for an image, voice message or file whose text only describes it.
// - `label` is what a person says of the turn: `verdict`, and `risks` as a list of categories. One
//   that cannot be read is as none.
// - `cut_off` of a conversation: the log ends before it does.
// - All other keys are ignored.
class NativeConversationParser {
public:
    // Borrows `options`.
    NativeConversationParser(std::string path, const ReadOptions& options)
        : path_(std::move(path)), options_(options) {}

    // The text that the objects will come from, and the column of its first character, if known.
    void begin(const Line& text, std::uint32_t column) { place_ = PlaceFinder(text, column); }

    // `parsed` is filled unless the JSON itself is broken, which is the error returned.
    [[nodiscard]] simdjson::error_code parse(simdjson::ondemand::object object,
                                             const char* object_begin,
                                             ParsedConversation& parsed);

    // A diagnostic of level `error` about `place` in the text.
    [[nodiscard]] Diagnostic error_at(const char* place, std::string message);

private:
    // A turn whose fields are being read.
    struct TurnDraft {
        Turn turn;
        const char* begin = nullptr;  // Of the object, in the text.
        std::optional<Role> role;
        std::string role_word;  // If it is unknown.
        std::optional<TurnLabel> label;
        bool has_role = false;
        bool has_text = false;
    };

    simdjson::error_code parse_turn_field(std::string_view key,
                                          simdjson::ondemand::value content,
                                          TurnDraft& draft,
                                          TextArena& arena);
    simdjson::error_code parse_turns(simdjson::ondemand::value list, TextArena& arena);
    simdjson::error_code parse_element(simdjson::ondemand::value element, TextArena& arena);
    simdjson::error_code parse_turn(simdjson::ondemand::object object,
                                    const char* begin,
                                    TextArena& arena);
    simdjson::error_code parse_label(simdjson::ondemand::value content,
                                     TurnDraft& draft,
                                     TextArena& arena);
    simdjson::error_code parse_time_field(simdjson::ondemand::value content,
                                          const char* turn_begin,
                                          TurnTime& time);
    void skip_turn(const char* turn_begin, std::string_view reason);
    void report_skipped_turns();

    std::string path_;
    const ReadOptions& options_;
    PlaceFinder place_;
    ParsedConversation* parsed_ = nullptr;
    std::vector<TurnLabel> labels_;
    std::vector<Turn> turns_;  // Reused, so that each conversation allocates its turns once.
    std::uint64_t turn_index_ = 0;
    std::uint64_t skipped_turns_ = 0;
    Diagnostic first_skipped_;  // Of this conversation, if skipped_turns_ > 0.
    bool noted_time_ = false;
};

}  // namespace suowen::input
