// SPDX-License-Identifier: Apache-2.0
#include "input/json_reader.h"

#include <utility>

#include "input/item_queue.h"
#include "input/json_fault.h"
#include "input/native_json.h"

namespace suowen::input {
namespace {

using simdjson::error_code;
using simdjson::ondemand::json_type;

class JsonReader final : public TranscriptReader {
public:
    explicit JsonReader(LineReader& lines) : lines_(lines), conversations_(lines.path()) {}

    std::optional<StreamItem> next() override {
        while (items_.empty() && state_ != State::end) {
            const error_code error = state_ == State::start ? open() : read_element();
            if (error != simdjson::SUCCESS) {
                state_ = State::end;
                count_skipped(1);
                items_.push(broken(error));
            }
        }
        return items_.pop();
    }

private:
    enum class State { start, list, end };

    error_code open() {
        state_ = State::end;
        const std::optional<Line> text = lines_.rest();
        if (!text) {
            return simdjson::SUCCESS;
        }
        text_ = text->text;
        conversations_.begin(*text);
        const simdjson::padded_string_view padded(
            text_.data(), text_.size(), text_.size() + TextBuffer::kPadding);
        json_type type{};
        if (const error_code error = parser_.iterate(padded).get(document_)) {
            return error;
        }
        if (const error_code error = document_.type().get(type)) {
            return error;
        }
        if (type == json_type::array) {
            return open_list(document_.get_array());
        }
        simdjson::ondemand::object object;
        if (const error_code error = document_.get_object().get(object)) {
            return error;
        }
        simdjson::ondemand::value list;
        if (object.find_field_unordered("conversations").get(list) == simdjson::SUCCESS) {
            return open_list(list.get_array());
        }
        document_.rewind();
        if (const error_code error = document_.get_object().get(object)) {
            return error;
        }
        return read_object(object, text_.data() + text_.find('{'));
    }

    error_code open_list(simdjson::simdjson_result<simdjson::ondemand::array> list) {
        simdjson::ondemand::array array;
        if (const error_code error = std::move(list).get(array)) {
            return error;
        }
        if (const error_code error = array.begin().get(next_)) {
            return error;
        }
        state_ = State::list;
        return simdjson::SUCCESS;
    }

    // Reads the element that the list stands at and steps behind it.
    error_code read_element() {
        if (next_ == simdjson::ondemand::array_iterator()) {
            state_ = State::end;
            return simdjson::SUCCESS;
        }
        simdjson::ondemand::value element;
        if (const error_code error = (*next_).get(element)) {
            return error;
        }
        const char* const begin = element.raw_json_token().data();
        json_type type{};
        if (const error_code error = element.type().get(type)) {
            return error;
        }
        if (type == json_type::object) {
            simdjson::ondemand::object object;
            if (const error_code error = element.get_object().get(object)) {
                return error;
            }
            if (const error_code error = read_object(object, begin)) {
                return error;
            }
        } else {
            count_skipped(1);
            items_.push(conversations_.error_at(begin, "not a conversation: no object"));
        }
        ++next_;
        return simdjson::SUCCESS;
    }

    error_code read_object(simdjson::ondemand::object object, const char* begin) {
        ParsedConversation parsed;
        if (const error_code error = conversations_.parse(object, begin, parsed)) {
            return error;
        }
        count_skipped(parsed.skipped_records);
        items_.push(std::move(parsed.diagnostics));
        if (parsed.conversation) {
            items_.push(std::move(*parsed.conversation));
        }
        return simdjson::SUCCESS;
    }

    Diagnostic broken(error_code error) {
        if (const std::optional<JsonFault> fault = find_json_fault(text_)) {
            return conversations_.error_at(text_.data() + fault->offset,
                                           "broken JSON: " + fault->reason);
        }
        return conversations_.error_at(
            text_.data(), std::string("cannot be read: ") + simdjson::error_message(error));
    }

    LineReader& lines_;
    simdjson::ondemand::parser parser_;
    NativeConversationParser conversations_;
    std::string_view text_;
    simdjson::ondemand::document document_;
    simdjson::ondemand::array_iterator next_;
    State state_ = State::start;
    ItemQueue items_;
};

Confidence detect(std::string_view head) {
    const std::size_t start = head.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || (head[start] != '[' && head[start] != '{')) {
        return 0;
    }
    return head.find("\"turns\"") == std::string_view::npos ? 0 : 90;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions&) {
    return std::make_unique<JsonReader>(lines);
}

}  // namespace

TranscriptFormat json_format() {
    return {"json", "one native JSON document: a conversation or a list of them", detect, open};
}

}  // namespace suowen::input
