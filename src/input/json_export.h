// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "input/message_shelf.h"
#include "input/transcript_reader.h"

namespace suowen::input {

// One value of an export, parsed.
struct ExportedValue {
    std::size_t path = 0;  // Which of JsonExport::paths; kEnd behind the last value.
    simdjson::dom::element value;
    std::uint64_t line = 0;
    std::uint64_t offset_bytes = 0;
    std::vector<std::size_t> indices;  // Of the list elements on the way to it, outermost first.

    static constexpr std::size_t kEnd = static_cast<std::size_t>(-1);
};

// Takes the values of one file, in order, and puts messages on the shelf.
using ExportHandler = std::function<void(const ExportedValue&, MessageShelf&)>;

// What the export of one product looks like. Reading one is reading the values at a few paths.
struct JsonExport {
    // JSON Lines: every line is a value, and a broken one costs itself alone. Else one document.
    bool is_lines = false;
    std::vector<std::string_view> paths;  // As JsonSplitter takes them; not used for lines.
    // The file is `path`.
    std::function<ExportHandler(const std::string& path, const ReadOptions& options)> start;
    bool has_trailer = false;  // The last line is no object, and no damage either.
};

[[nodiscard]] std::unique_ptr<TranscriptReader> open_json_export(LineReader& lines,
                                                                 const ReadOptions& options,
                                                                 JsonExport format);

// The same for files of whole conversations: one a line, a list of them, or one alone.
[[nodiscard]] std::unique_ptr<TranscriptReader> open_json_conversations(
    LineReader& lines, const ReadOptions& options, decltype(JsonExport::start) start);

// The members of an object; empty where there is none of that name and type.
[[nodiscard]] std::string_view text_at(simdjson::dom::element object, std::string_view key);
[[nodiscard]] std::optional<double> number_at(simdjson::dom::element object, std::string_view key);
[[nodiscard]] std::optional<bool> flag_at(simdjson::dom::element object, std::string_view key);
[[nodiscard]] std::optional<simdjson::dom::element> value_at(simdjson::dom::element object,
                                                             std::string_view key);

// The elements of a list; none where there is no list of that name.
[[nodiscard]] std::vector<simdjson::dom::element> list_at(simdjson::dom::element object,
                                                          std::string_view key);

// A text, or a number as it is written.
[[nodiscard]] std::string text_of(simdjson::dom::element value);

// A text, or a number as it is written: ids come as both.
[[nodiscard]] std::string id_at(simdjson::dom::element object, std::string_view key);

// An epoch number or a written time.
[[nodiscard]] TurnTime time_at(simdjson::dom::element object, std::string_view key);

[[nodiscard]] TurnTime time_of(simdjson::dom::element value);

// An instant whose zone the same time as it was written at the place gives away.
[[nodiscard]] TurnTime zoned(TurnTime instant, std::string_view written);

// The `id` of a conversation; where it has none `#`, its line, and its place in a list behind the
// first.
[[nodiscard]] std::string conversation_id(const ExportedValue& value);

// A message at the place of `value`.
[[nodiscard]] ConversationBuilder::Message message_at(const ExportedValue& value);

// Whether `head`, which may be cut anywhere, begins with an object (or a list, or an object in a
// line of its own) and names all of these keys.
[[nodiscard]] bool has_keys(std::string_view head, std::initializer_list<std::string_view> keys);
[[nodiscard]] bool is_list(std::string_view head);

// The first object of `head` has this key itself, not one of the objects inside of it. Where the
// records of JSON Lines and the document of one format differ, this tells them apart; whether the
// first line is a whole value does not, as a document may stand on one line.
[[nodiscard]] bool has_member(std::string_view head, std::string_view key);

// Values that follow each other line by line, or one that stands on one line; that line may be
// longer than `head`.
[[nodiscard]] bool has_value_per_line(std::string_view head);

}  // namespace suowen::input
