// SPDX-License-Identifier: Apache-2.0
#include "input/native_reader.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "input/blank.h"
#include "input/item_queue.h"
#include "input/json_export.h"
#include "input/json_fault.h"
#include "input/json_splitter.h"
#include "input/native_json.h"

namespace suowen::input {
namespace {

// Each line of a transcript, or each of the values that a JSON document is cut into.
class NativeReader final : public TranscriptReader {
public:
    // Without a splitter, it reads lines.
    NativeReader(LineReader& lines,
                 const ReadOptions& options,
                 std::optional<JsonSplitter> splitter)
        : lines_(lines), splitter_(std::move(splitter)), conversations_(lines.path(), options) {}

    std::optional<StreamItem> next() override {
        while (items_.empty() && !is_at_end_) {
            splitter_ ? read_piece() : read_line();
        }
        return items_.pop();
    }

private:
    void read_line() {
        const std::optional<Line> line = lines_.next();
        if (!line) {
            is_at_end_ = true;
        } else if (!is_blank(line->text)) {
            parse(*line, 1);
        }
    }

    void read_piece() {
        if (const std::optional<JsonPiece> piece = splitter_->next()) {
            return parse({piece->text, piece->line, piece->offset_bytes}, piece->column);
        }
        is_at_end_ = true;
        if (splitter_->damage()) {
            count_skipped(1);
            items_.push(*splitter_->damage());
        }
    }

    // `column` is that of the first character, 0 where it is not known.
    void parse(const Line& text, std::uint32_t column) {
        ParsedConversation parsed;
        simdjson::error_code error = parse_into(parsed, text, column);
        std::optional<std::string> mended;
        if (error == simdjson::STRING_ERROR &&
            (mended = mender_.mend(lines_.path(), text, items_))) {
            parsed = {};
            error = parse_into(parsed, {*mended, text.number, text.offset_bytes}, column);
        }
        if (error != simdjson::SUCCESS) {
            count_skipped(1);
            items_.push(broken(text, column, error));
            return;
        }
        count_skipped(parsed.skipped_records);
        items_.push(std::move(parsed.diagnostics));
        if (parsed.conversation) {
            items_.push(std::move(*parsed.conversation));
        }
    }

    simdjson::error_code parse_into(ParsedConversation& parsed,
                                    const Line& line,
                                    std::uint32_t column) {
        const std::string_view text = line.text;
        conversations_.begin(line, column);
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

    Diagnostic broken(const Line& text, std::uint32_t column, simdjson::error_code error) {
        if (find_json_fault(text.text)) {
            return broken_json(lines_.path(), text, column);
        }
        const std::size_t start = text.text.find_first_not_of(" \t\r\n");
        conversations_.begin(text, column);
        return conversations_.error_at(text.text.data() + start,
                                       text.text[start] == '{' ? std::string("cannot be read: ") +
                                                                     simdjson::error_message(error)
                                                               : "not a conversation: no object");
    }

    LineReader& lines_;
    std::optional<JsonSplitter> splitter_;
    simdjson::ondemand::parser parser_;
    NativeConversationParser conversations_;
    ItemQueue items_;
    SurrogateMender mender_;
    bool is_at_end_ = false;
};

// Lines that are objects, and turns in one of them. A document may have its turns line by line,
// but with commas between.
Confidence detect_lines(std::string_view head) {
    const std::size_t start = head.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || head[start] == '[' ||
        head.find("\"turns\"") == std::string_view::npos) {
        return 0;
    }
    std::size_t objects = 0;
    std::size_t others = 0;
    for (std::size_t at = start; at < head.size();) {
        const std::size_t end = std::min(head.find('\n', at), head.size());
        const std::string_view line = trimmed(head.substr(at, end - at));
        if (!line.empty()) {
            const bool is_object =
                head[at] == '{' && (line.ends_with('}') || end == head.size()) && line.size() > 1;
            ++(is_object ? objects : others);
        }
        at = end + 1;
    }
    return objects > 0 && objects >= others ? 95 : 0;
}

std::unique_ptr<TranscriptReader> open_lines(LineReader& lines, const ReadOptions& options) {
    return std::make_unique<NativeReader>(lines, options, std::nullopt);
}

Confidence detect_document(std::string_view head) {
    return has_keys(head, {"turns"}) ? 90 : 0;
}

std::unique_ptr<TranscriptReader> open_document(LineReader& lines, const ReadOptions& options) {
    const std::string_view head = lines.head();
    const std::string_view path = is_list(head)                       ? "/*"
                                  : has_member(head, "conversations") ? "/conversations/*"
                                                                      : "";
    return std::make_unique<NativeReader>(lines, options, JsonSplitter(lines, {path}));
}

}  // namespace

TranscriptFormat jsonl_format() {
    return {"jsonl", "native JSON Lines, one conversation a line", detect_lines, open_lines};
}

TranscriptFormat json_format() {
    return {"json",
            "one native JSON document: a conversation or a list of them",
            detect_document,
            open_document};
}

}  // namespace suowen::input
