// SPDX-License-Identifier: Apache-2.0
#include "input/exports/exports.h"
#include "input/json_export.h"

namespace suowen::input {
namespace {

using simdjson::dom::element;

std::optional<element> at_pointer(element message, const std::string& pointer) {
    element value;
    const std::string path = pointer.starts_with('/') ? pointer : "/" + pointer;
    return !pointer.empty() && message.at_pointer(path).get(value) == simdjson::SUCCESS
               ? std::optional(value)
               : std::nullopt;
}

std::string text_in(element message, const std::string& pointer) {
    const std::optional<element> value = at_pointer(message, pointer);
    return value ? text_of(*value) : std::string();
}

std::optional<bool> flag_in(element message, const std::string& pointer) {
    const std::optional<element> value = at_pointer(message, pointer);
    bool flag = false;
    if (!value) {
        return std::nullopt;
    }
    if (value->get(flag) == simdjson::SUCCESS) {
        return flag;
    }
    const std::string text = text_of(*value);
    return text.empty() ? std::nullopt : std::optional(text != "0" && text != "false");
}

void add(const ExportedValue& at, const FieldMap& map, MessageShelf& shelf) {
    const std::string name = text_in(at.value, map.sender);
    const std::string words = text_in(at.value, map.text);
    const std::optional<element> time = at_pointer(at.value, map.time);
    ConversationBuilder::Message message = message_at(at);
    message.role = role_from_word(text_in(at.value, map.role));
    message.is_self = flag_in(at.value, map.self);
    message.name = name;
    message.text = words;
    message.time = time ? time_of(*time) : TurnTime{};
    shelf.add(text_in(at.value, map.conversation), message);
}

// Nothing tells such a file from others; it is read where a map is given.
Confidence detect(std::string_view) {
    return 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    const auto start = [](const std::string&, const ReadOptions& read) {
        return [map = read.map.value_or(FieldMap{})](const ExportedValue& at, MessageShelf& shelf) {
            if (at.path != ExportedValue::kEnd) {
                add(at, map, shelf);
            }
        };
    };
    const bool is_lines = has_value_per_line(lines.head());
    const bool has_path = options.map && !options.map->messages.empty();
    const std::string_view path = has_path ? std::string_view(options.map->messages) : "/*";
    return open_json_export(lines, options, {is_lines && !has_path, {path}, start});
}

}  // namespace

TranscriptFormat mapped_json_format() {
    return {"mapped-json", "any JSON, with --map", detect, open};
}

}  // namespace suowen::input
