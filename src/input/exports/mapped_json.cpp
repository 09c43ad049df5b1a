// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

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

// Which element of each list something is in, outermost first.
using Indices = std::vector<std::size_t>;

// The id of a conversation that stands around its messages.
struct OuterId {
    std::string path;
    std::string text = {};  // The one read last, and where.
    Indices indices = {};
};

// Where ids may stand that the messages do not hold, innermost first: for messages at
// "/data/*/log/*" and "/session" that is /data/*/session, then /session.
std::vector<OuterId> ids_around(const FieldMap& map) {
    std::vector<OuterId> ids;
    const std::string id = (map.conversation.starts_with('/') ? "" : "/") + map.conversation;
    for (std::string around = map.messages; !map.conversation.empty() && !around.empty();) {
        around.erase(std::min(around.rfind('/'), around.size()));
        // A path to something that holds the messages would take them with it.
        if (const std::string path = around + id; !(map.messages + "/").starts_with(path + "/")) {
            ids.push_back({path});
        }
    }
    return ids;
}

// Puts messages on the shelf, each under the id of its conversation: its own, or that of the
// innermost element around it that has one. Without any, the elements of the lists around the
// messages are conversations, so that the talk of different customers is not mixed.
class MappedMessages {
public:
    explicit MappedMessages(FieldMap map) : map_(std::move(map)), around_(ids_around(map_)) {}

    // As the splitter takes them: of the messages, then of the ids around them. Borrowed from here.
    [[nodiscard]] std::vector<std::string_view> paths() const {
        std::vector<std::string_view> paths = {map_.messages.empty() ? std::string_view("/*")
                                                                     : map_.messages};
        for (const OuterId& id : around_) {
            paths.push_back(id.path);
        }
        return paths;
    }

    void operator()(const ExportedValue& item, MessageShelf& shelf) {
        if (item.path == 0) {
            add(item, shelf);
        } else if (item.path <= around_.size()) {
            note_id(item, shelf);
        } else {
            end_element(shelf);
        }
    }

private:
    void add(const ExportedValue& at, MessageShelf& shelf) {
        const std::string name = text_in(at.value, map_.sender);
        const std::string words = text_in(at.value, map_.text);
        const std::string flag = flag_in(at.value, map_.self);
        const std::optional<element> time = at_pointer(at.value, map_.time);
        ConversationBuilder::Message message = message_at(at);
        message.role = role_from_word(text_in(at.value, map_.role));
        message.is_self = flag_from_word(flag);
        if (!message.is_self && !is_blank(flag)) {
            return shelf.refuse(message,
                                fmt::format("\"{}\" is neither yes nor no", excerpt(flag)));
        }
        message.name = name;
        message.text = words;
        message.time = time ? time_of(*time) : TurnTime{};
        shelf.add(conversation_of(at, shelf), message);
    }

    std::string conversation_of(const ExportedValue& at, MessageShelf& shelf) {
        if (std::string own = text_in(at.value, map_.conversation); !own.empty()) {
            return own;
        }
        const Indices element(at.indices.begin(), at.indices.end() - (at.indices.empty() ? 0 : 1));
        for (const OuterId& id : around_) {
            const bool is_around =
                id.indices.size() <= element.size() &&
                std::equal(id.indices.begin(), id.indices.end(), element.begin());
            if (is_around && !id.text.empty()) {
                return id.text;
            }
        }
        if (unnamed_.empty() || element != unnamed_element_) {
            end_element(shelf);
            unnamed_element_ = element;
            unnamed_ = element.empty() ? "#" : name_of(element, at.line);
        }
        return element.empty() ? std::string() : unnamed_;
    }

    // As other conversations without an id: by the line, and by the place in lists behind the
    // first.
    static std::string name_of(const Indices& element, std::uint64_t line) {
        const bool is_first = std::all_of(
            element.begin(), element.end(), [](std::size_t index) { return index == 0; });
        return is_first ? fmt::format("#{}", line)
                        : fmt::format("#{}.{}", line, fmt::join(element, "."));
    }

    // It may stand behind the messages.
    void note_id(const ExportedValue& item, MessageShelf& shelf) {
        OuterId& id = around_[item.path - 1];
        id.text = text_of(item.value);
        id.indices = item.indices;
        if (!unnamed_.empty() && !id.text.empty() && id.indices == unnamed_element_ &&
            shelf.rename(unnamed_element_.empty() ? "" : unnamed_, id.text)) {
            unnamed_.clear();
        }
    }

    void end_element(MessageShelf& shelf) {
        if (!std::exchange(unnamed_, {}).empty() && !map_.conversation.empty() &&
            !std::exchange(has_warned_, true)) {
            shelf.warn(
                fmt::format("\"{}\", the conversation of the map, is not in all messages and "
                            "not around them",
                            map_.conversation),
                "messages of one list without it are taken for one conversation");
        }
    }

    FieldMap map_;
    std::vector<OuterId> around_;  // Innermost first.
    std::string unnamed_;          // The conversation without an id that goes on, if any.
    Indices unnamed_element_;      // Whose it is.
    bool has_warned_ = false;
};

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
    const MappedMessages messages(found == nullptr ? FieldMap{} : *found);
    const auto start = [messages](const std::string&, const ReadOptions&) { return messages; };
    const bool is_lines = has_value_per_line(lines.head());
    const bool has_path = found != nullptr && !found->messages.empty();
    return open_json_export(lines, options, {is_lines && !has_path, messages.paths(), start});
}

}  // namespace

bool has_mapped_keys(std::string_view head, const std::vector<FieldMap>& maps) {
    return has_keys(head, {}) && map_for(head, maps) != nullptr;
}

TranscriptFormat mapped_json_format() {
    return {"mapped-json", "any JSON, with --map", detect, open};
}

}  // namespace suowen::input
