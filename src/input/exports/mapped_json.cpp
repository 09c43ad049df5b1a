// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "input/blank.h"
#include "input/excerpt.h"
#include "input/exports/exports.h"
#include "input/flag_word.h"
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

// As a word, for flag_from_word(); empty where there is none.
std::string flag_in(element message, const std::string& pointer) {
    const std::optional<element> value = at_pointer(message, pointer);
    bool flag = false;
    if (value && value->get(flag) == simdjson::SUCCESS) {
        return flag ? "true" : "false";
    }
    return value ? text_of(*value) : std::string();
}

void add(const ExportedValue& at, const FieldMap& map, MessageShelf& shelf) {
    const std::string name = text_in(at.value, map.sender);
    const std::string words = text_in(at.value, map.text);
    const std::string flag = flag_in(at.value, map.self);
    const std::optional<element> time = at_pointer(at.value, map.time);
    ConversationBuilder::Message message = message_at(at);
    message.role = role_from_word(text_in(at.value, map.role));
    message.is_self = flag_from_word(flag);
    if (!message.is_self && !is_blank(flag)) {
        return shelf.refuse(message, fmt::format("\"{}\" is neither yes nor no", excerpt(flag)));
    }
    message.name = name;
    message.text = words;
    message.time = time ? time_of(*time) : TurnTime{};
    shelf.add(text_in(at.value, map.conversation), message);
}

// The keys that a pointer names are in the text.
bool has_keys_of(std::string_view head, const std::string& pointer) {
    for (std::size_t at = 0; at < pointer.size();) {
        const std::size_t end = std::min(pointer.find('/', at), pointer.size());
        const std::string key = pointer.substr(at, end - at);
        const bool is_index =
            key.find_first_not_of("0123456789") == std::string::npos || key == "*";
        if (!is_index && !has_keys(head, {key})) {
            return false;
        }
        at = end + 1;
    }
    return true;
}

const FieldMap* map_for(std::string_view head, const std::vector<FieldMap>& maps) {
    const auto found = std::find_if(maps.begin(), maps.end(), [&](const FieldMap& map) {
        const std::array pointers = {&map.messages, &map.text, &map.sender, &map.role, &map.self};
        return std::all_of(pointers.begin(), pointers.end(), [&](const std::string* pointer) {
            return has_keys_of(head, *pointer);
        });
    });
    return found == maps.end() ? nullptr : &*found;
}

// Nothing tells such a file from others; it is read where a map is given.
Confidence detect(std::string_view) {
    return 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    const FieldMap* found = map_for(lines.head(), options.maps);
    if (found == nullptr && !options.maps.empty()) {
        found = &options.maps.front();  // The format was asked for; its keys may come later.
    }
    const FieldMap map = found == nullptr ? FieldMap{} : *found;
    const auto start = [map](const std::string&, const ReadOptions&) {
        return [map](const ExportedValue& at, MessageShelf& shelf) {
            if (at.path != ExportedValue::kEnd) {
                add(at, map, shelf);
            }
        };
    };
    const bool is_lines = has_value_per_line(lines.head());
    const bool has_path = !map.messages.empty();
    const std::string_view path = has_path ? std::string_view(found->messages) : "/*";
    return open_json_export(lines, options, {is_lines && !has_path, {path}, start});
}

}  // namespace

bool has_mapped_keys(std::string_view head, const std::vector<FieldMap>& maps) {
    return has_keys(head, {}) && map_for(head, maps) != nullptr;
}

TranscriptFormat mapped_json_format() {
    return {"mapped-json", "any JSON, with --map", detect, open};
}

}  // namespace suowen::input
