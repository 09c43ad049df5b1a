// SPDX-License-Identifier: Apache-2.0
#include "input/json_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "input/blank.h"
#include "input/json_fault.h"
#include "input/json_splitter.h"
#include "input/place.h"
#include "input/time_parser.h"

namespace suowen::input {
namespace {

using simdjson::dom::element;

class ExportReader final : public TranscriptReader {
public:
    ExportReader(LineReader& lines, const ReadOptions& options, JsonExport format)
        : lines_(lines),
          is_lines_(format.is_lines),
          has_trailer_(format.has_trailer),
          handle_(format.start(lines.path(), options)),
          splitter_(lines, format.paths),
          shelf_(lines.path(), options, items_) {}

    std::optional<StreamItem> next() override {
        while (items_.empty() && !is_at_end_) {
            is_lines_ ? read_line() : read_piece();
        }
        return items_.pop();
    }

private:
    void read_line() {
        const std::optional<Line> line = lines_.next();
        if (!line) {
            return finish(lines_.is_cut_off());
        }
        if (is_blank(line->text)) {
            return;
        }
        report_bad_line();
        element value;
        if (parse(*line, value)) {
            handle_({0, value, line->number, line->offset_bytes, {}}, shelf_);
            return;
        }
        is_trailer_ = has_trailer_ && !trimmed(line->text).starts_with('{');
        bad_line_ = broken_json(lines_.path(), *line, 1);
    }

    // Not before it is known whether it is the last one.
    void report_bad_line() {
        if (bad_line_) {
            count_skipped(1);
            items_.push(*std::exchange(bad_line_, std::nullopt));
        }
    }

    void read_piece() {
        const std::optional<JsonPiece> piece = splitter_.next();
        if (!piece) {
            if (splitter_.damage()) {
                count_skipped(1);
                items_.push(*splitter_.damage());
            }
            return finish(splitter_.damage().has_value());
        }
        element value;
        const Line text = {piece->text, piece->line, piece->offset_bytes};
        if (parse(text, value)) {
            handle_({piece->path, value, piece->line, piece->offset_bytes, piece->indices}, shelf_);
            return;
        }
        count_skipped(1);
        items_.push(broken_json(lines_.path(), text, piece->column));
    }

    // `text` is padded; `value` lives until the next call.
    bool parse(const Line& text, element& value) {
        auto error = parser_.parse(text.text.data(), text.text.size(), false).get(value);
        if (error == simdjson::STRING_ERROR &&
            (mended_ = mender_.mend(lines_.path(), text, items_))) {
            error = parser_.parse(mended_->data(), mended_->size(), false).get(value);
        }
        return error == simdjson::SUCCESS;
    }

    void finish(bool is_cut_off) {
        is_at_end_ = true;
        if (!is_trailer_) {
            report_bad_line();
        }
        handle_({ExportedValue::kEnd, {}, 0, 0, {}}, shelf_);
        shelf_.finish(is_cut_off);
        count_skipped(shelf_.lost_records());
    }

    LineReader& lines_;
    bool is_lines_;
    bool has_trailer_;
    std::optional<Diagnostic> bad_line_;
    bool is_trailer_ = false;  // The bad line, if no other follows.
    bool is_at_end_ = false;
    ExportHandler handle_;
    JsonSplitter splitter_;
    simdjson::dom::parser parser_;
    std::optional<std::string> mended_;
    SurrogateMender mender_;
    ItemQueue items_;
    MessageShelf shelf_;
};

}  // namespace

std::unique_ptr<TranscriptReader> open_json_export(LineReader& lines,
                                                   const ReadOptions& options,
                                                   JsonExport format) {
    return std::make_unique<ExportReader>(lines, options, std::move(format));
}

std::unique_ptr<TranscriptReader> open_json_conversations(LineReader& lines,
                                                          const ReadOptions& options,
                                                          decltype(JsonExport::start) start) {
    const std::string_view head = lines.head();
    return open_json_export(
        lines, options, {has_value_per_line(head), {is_list(head) ? "/*" : ""}, std::move(start)});
}

std::optional<element> value_at(element object, std::string_view key) {
    element value;
    return object.is_object() && object.at_key(key).get(value) == simdjson::SUCCESS
               ? std::optional(value)
               : std::nullopt;
}

std::string_view text_at(element object, std::string_view key) {
    const std::optional<element> value = value_at(object, key);
    std::string_view text;
    return value && value->get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::optional<double> number_at(element object, std::string_view key) {
    const std::optional<element> value = value_at(object, key);
    double number = 0;
    return value && value->get(number) == simdjson::SUCCESS ? std::optional(number) : std::nullopt;
}

std::optional<bool> flag_at(element object, std::string_view key) {
    const std::optional<element> value = value_at(object, key);
    bool flag = false;
    if (!value) {
        return std::nullopt;
    }
    if (value->get(flag) == simdjson::SUCCESS) {
        return flag;
    }
    const std::optional<double> number = number_at(object, key);
    return number ? std::optional(*number != 0) : std::nullopt;
}

std::vector<element> list_at(element object, std::string_view key) {
    const std::optional<element> value = value_at(object, key);
    simdjson::dom::array list;
    if (!value || value->get(list) != simdjson::SUCCESS) {
        return {};
    }
    return {list.begin(), list.end()};
}

std::string text_of(element value) {
    std::int64_t number = 0;
    std::string_view text;
    if (value.get(number) == simdjson::SUCCESS) {
        return std::to_string(number);
    }
    return value.get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::string id_at(element object, std::string_view key) {
    const std::optional<element> value = value_at(object, key);
    return value ? text_of(*value) : std::string();
}

TurnTime time_of(element value) {
    double number = 0;
    if (value.get(number) == simdjson::SUCCESS) {
        return parse_epoch(number).value_or(TurnTime{});
    }
    return parse_time(text_of(value)).value_or(TurnTime{});
}

TurnTime time_at(element object, std::string_view key) {
    const std::optional<element> value = value_at(object, key);
    return value ? time_of(*value) : TurnTime{};
}

TurnTime zoned(TurnTime instant, std::string_view written) {
    using std::chrono::minutes;
    constexpr minutes kQuarter(15);
    constexpr minutes kFarthest = std::chrono::hours(14);
    const std::optional<TurnTime> local = parse_time(written);
    if (!instant.at || !local || !local->day || !local->clock) {
        return instant;
    }
    const auto there = std::chrono::sys_days(*local->day) + *local->clock;
    const auto offset = std::chrono::round<minutes>(there - instant.at->instant);
    const bool is_zone = offset % kQuarter == minutes(0) && std::chrono::abs(offset) <= kFarthest;
    return is_zone ? TurnTime{Timestamp{instant.at->instant, offset}, local->day, {}, {}} : instant;
}

std::string conversation_id(const ExportedValue& value) {
    if (std::string id = id_at(value.value, "id"); !id.empty()) {
        return id;
    }
    const std::size_t index = value.indices.empty() ? 0 : value.indices.back();
    return index == 0 ? fmt::format("#{}", value.line) : fmt::format("#{}.{}", value.line, index);
}

ConversationBuilder::Message message_at(const ExportedValue& value) {
    ConversationBuilder::Message message;
    message.line = value.line;
    message.offset_bytes = value.offset_bytes;
    return message;
}

bool has_keys(std::string_view head, std::initializer_list<std::string_view> keys) {
    const std::size_t start = head.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || (head[start] != '{' && head[start] != '[')) {
        return false;
    }
    return std::all_of(keys.begin(), keys.end(), [&](std::string_view key) {
        return head.find(fmt::format("\"{}\"", key)) != std::string_view::npos;
    });
}

bool is_list(std::string_view head) {
    const std::size_t start = head.find_first_not_of(" \t\r\n");
    return start != std::string_view::npos && head[start] == '[';
}

namespace {

// Where the quote stands that closes the string opened at `at`; the size of `text` if none does.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    while (++at < text.size() && text[at] != '"') {
        at += text[at] == '\\' ? 1 : 0;
    }
    return std::min(at, text.size());
}

}  // namespace

bool has_member(std::string_view head, std::string_view key) {
    int depth = 0;
    for (std::size_t at = head.find('{'); at < head.size(); ++at) {
        const char c = head[at];
        if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return false;
        } else if (c == '"') {
            const std::size_t end = end_of_string(head, at);
            const std::string_view behind = trimmed(head.substr(std::min(end + 1, head.size())));
            if (depth == 1 && head.substr(at + 1, end - at - 1) == key && behind.starts_with(':')) {
                return true;
            }
            at = end;
        }
    }
    return false;
}

bool has_value_per_line(std::string_view head) {
    const std::size_t start = std::min(head.find_first_not_of(" \t\r\n"), head.size());
    const std::size_t end = head.find('\n', start);
    const std::string_view first = trimmed(head.substr(start, end - start));
    return first.starts_with('{') && (end == std::string_view::npos || first.ends_with('}'));
}

}  // namespace suowen::input
