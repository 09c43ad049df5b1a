// SPDX-License-Identifier: Apache-2.0
#include "input/jsonl_reader.h"

#include <algorithm>
#include <bit>

#include "input/blank.h"
#include "input/item_queue.h"
#include "input/json_fault.h"
#include "input/native_json.h"

namespace suowen::input {
namespace {

class JsonlReader final : public TranscriptReader {
public:
    explicit JsonlReader(LineReader& lines) : lines_(lines), conversations_(lines.path()) {}

    std::optional<StreamItem> next() override {
        while (items_.empty()) {
            const std::optional<Line> line = lines_.next();
            if (!line) {
                return std::nullopt;
            }
            if (!is_blank(line->text)) {
                parse(*line);
            }
        }
        return items_.pop();
    }

private:
    void parse(const Line& line) {
        conversations_.begin(line);
        ParsedConversation parsed;
        if (const simdjson::error_code error = parse_into(parsed, line.text)) {
            count_skipped(1);
            items_.push(broken(line.text, error));
            return;
        }
        count_skipped(parsed.skipped_records);
        items_.push(std::move(parsed.diagnostics));
        if (parsed.conversation) {
            items_.push(std::move(*parsed.conversation));
        }
    }

    simdjson::error_code parse_into(ParsedConversation& parsed, std::string_view text) {
        simdjson::ondemand::document document;
        simdjson::ondemand::object object;
        if (const auto error = prepare_parser(text.size())) {
            return error;
        }
        const simdjson::padded_string_view padded(
            text.data(), text.size(), text.size() + TextBuffer::kPadding);
        if (const auto error = parser_.iterate(padded).get(document)) {
            return error;
        }
        if (const auto error = document.get_object().get(object)) {
            return error;
        }
        const char* const begin = text.data() + text.find('{');
        if (const auto error = conversations_.parse(object, begin, parsed)) {
            return error;
        }
        const bool is_at_end = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
        return is_at_end ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
    }

    // Doubles, so that slowly growing lines do not allocate each time, and gives the memory back
    // that one huge line needed.
    simdjson::error_code prepare_parser(std::size_t size) {
        constexpr std::size_t kSmallBytes = 64 * 1024;
        constexpr std::size_t kLargeBytes = 1024 * 1024;
        if (parser_.capacity() > kLargeBytes && size < kLargeBytes) {
            parser_ = simdjson::ondemand::parser();
        }
        if (parser_.capacity() < size || parser_.capacity() == 0) {
            return parser_.allocate(std::max(kSmallBytes, std::bit_ceil(size)));
        }
        return simdjson::SUCCESS;
    }

    Diagnostic broken(std::string_view text, simdjson::error_code error) {
        const std::size_t start = text.find_first_not_of(" \t\r");
        if (const std::optional<JsonFault> fault = find_json_fault(text)) {
            return conversations_.error_at(text.data() + fault->offset,
                                           "broken JSON: " + fault->reason);
        }
        if (text[start] != '{') {
            return conversations_.error_at(text.data() + start, "not a conversation: no object");
        }
        return conversations_.error_at(
            text.data() + start, std::string("cannot be read: ") + simdjson::error_message(error));
    }

    LineReader& lines_;
    simdjson::ondemand::parser parser_;
    NativeConversationParser conversations_;
    ItemQueue items_;
};

// Lines that begin with an object, and turns in one of them. `[` or a lone `{` in the first line
// opens a document that goes on in the next one.
Confidence detect(std::string_view head) {
    const std::size_t start = head.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || head[start] == '[' ||
        head.find("\"turns\"") == std::string_view::npos) {
        return 0;
    }
    const std::string_view first = head.substr(start, head.find('\n', start) - start);
    if (first.find_last_not_of(" \t\r") == 0) {
        return 0;
    }
    std::size_t objects = 0;
    std::size_t others = 0;
    for (std::size_t at = start; at < head.size();) {
        const std::size_t end = std::min(head.find('\n', at), head.size());
        if (end > at && head[at] != '\r') {
            ++(head[at] == '{' ? objects : others);
        }
        at = end + 1;
    }
    return objects > 0 && objects >= others ? 95 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions&) {
    return std::make_unique<JsonlReader>(lines);
}

}  // namespace

TranscriptFormat jsonl_format() {
    return {"jsonl", "native JSON Lines, one conversation a line", detect, open};
}

}  // namespace suowen::input
