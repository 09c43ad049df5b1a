// SPDX-License-Identifier: Apache-2.0
#include "input/csv_reader.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <deque>
#include <set>
#include <utility>

#include "input/blank.h"
#include "input/conversation_builder.h"
#include "input/csv_columns.h"
#include "input/csv_parser.h"
#include "input/excerpt.h"
#include "input/flag_word.h"
#include "input/item_queue.h"
#include "input/message_shelf.h"
#include "input/place.h"
#include "input/time_parser.h"
#include "input/wechat_text.h"

namespace suowen::input {
namespace {

struct CsvStyle {
    char delimiter = ',';
    CsvColumns columns;
    const FieldMap* map = nullptr;  // By which the columns were found, if it was one.
};

// Whether the cells in `column` tell conversations, which several rows share, not messages: rows
// that follow each other have the same, or there are few of them for many rows.
bool rows_share(std::string_view head, char delimiter, std::size_t column) {
    CsvParser parser(delimiter, Quotes::lenient);
    std::string last;
    std::set<std::string, std::less<>> ids;
    std::size_t rows = 0;
    bool has_header = false;
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t end = std::min(head.find('\n', at), head.size());
        if (parser.add_line(head.substr(at, end - at))) {
            const std::vector<std::string_view> cells = parser.cells();
            const std::string_view id = cells.size() > column ? cells[column] : std::string_view();
            if (!id.empty() && id == last) {
                return true;
            }
            last = id;
            if (!id.empty() && has_header) {
                ids.emplace(id);
                ++rows;
            }
            has_header = true;
        }
        at = end + 1;
    }
    return ids.size() * 2 < rows;
}

constexpr std::array kDelimiters = {',', ';', '\t'};

// The delimiter that makes the most of the first line.
CsvStyle guess_style(std::string_view head, const std::vector<FieldMap>& maps) {
    CsvStyle best;
    for (const char delimiter : kDelimiters) {
        CsvParser parser(delimiter, Quotes::lenient);
        if (!parser.add_line(first_line(head))) {
            continue;
        }
        const FieldMap* const map = fitting_map(parser.cells(), maps);
        const CsvColumns columns =
            map ? mapped_columns(parser.cells(), *map) : find_columns(parser.cells());
        if (columns.is_transcript() && columns.count > best.columns.count) {
            best = {delimiter, columns, map};
        }
    }
    if (best.columns.id && rows_share(head, best.delimiter, *best.columns.id)) {
        best.columns.conversation = best.columns.id;
    }
    return best;
}

// A cell that is missing because the row is short is empty.
std::string_view cell(const std::vector<std::string_view>& cells,
                      const std::optional<std::size_t>& column) {
    return column && *column < cells.size() ? cells[*column] : std::string_view();
}

// A kind of message that is no words. Those that quote, forward or announce something have some,
// though they are written like the others where they stand for the whole text.
bool is_attachment_word(std::string_view word) {
    constexpr auto kWithWords =
        std::to_array<std::string_view>({"引用", "合并转发", "分享", "群公告"});
    return std::find(kWithWords.begin(), kWithWords.end(), word) == kWithWords.end() &&
           kind_of(fmt::format("[{}]", excerpt(word))) == TurnKind::attachment;
}

// A kind of message that the system writes, not a person; 10000 is WeChat's number for it.
bool is_notice_word(std::string_view word) {
    return word == "10000" || role_from_word(word) == Role::system;
}

class CsvReader final : public TranscriptReader {
public:
    CsvReader(LineReader& lines, const ReadOptions& options)
        : lines_(lines),
          style_(guess_style(lines.head(), options.maps)),
          parser_(style_.delimiter, Quotes::lenient),
          shelf_(lines.path(), options, items_) {}

    std::optional<StreamItem> next() override {
        while (items_.empty() && !is_at_end_) {
            read_line();
        }
        return items_.pop();
    }

private:
    // A line that is kept: it may have to be read again when its row turns out to be broken.
    struct KeptLine {
        std::string text;
        std::uint64_t number = 0;
        std::uint64_t offset_bytes = 0;
    };

    void read_line() {
        if (!again_.empty()) {
            const KeptLine line = std::move(again_.front());
            again_.pop_front();
            return add_line({line.text, line.number, line.offset_bytes});
        }
        const std::optional<Line> line = lines_.next();
        if (!line) {
            finish();
        } else if (!row_.empty() || !is_blank(line->text)) {
            add_line(*line);
        }
    }

    void add_line(const Line& line) {
        if (row_.empty()) {
            row_begin_ = {{}, line.number, line.offset_bytes};
        }
        if (parser_.add_line(line.text)) {
            return end_row(line);
        }
        keep(line);
        const std::uint64_t row_bytes =
            line.offset_bytes + line.text.size() - row_begin_.offset_bytes;
        if (row_bytes > LineReader::kLongestLineBytes) {
            give_up_first_line("a quote that opens here is never closed");
        }
    }

    void keep(const Line& line) {
        row_.push_back({std::string(line.text), line.number, line.offset_bytes});
    }

    void finish() {
        if (!row_.empty()) {
            return give_up_first_line("a quote that opens here is never closed");
        }
        if (has_header_ && !has_rows_) {
            items_.push(diagnostic_at(
                DiagnosticLevel::warning, {lines_.path()}, "has a header, but no rows"));
        }
        shelf_.finish(lines_.is_cut_off());
        count_skipped(shelf_.lost_records());
        is_at_end_ = true;
    }

    void end_row(const Line& last_line) {
        const std::vector<std::string_view> cells = parser_.cells();
        if (!row_.empty()) {
            keep(last_line);
            if (cells.size() > style_.columns.count || !is_well_quoted()) {
                return give_up_first_line("a quote that opens here is not closed in its cell");
            }
        }
        has_rows_ = has_header_;
        if (!has_header_) {
            read_header(cells);
        } else if (cells.size() > style_.columns.count) {
            skip_row(fmt::format(
                "row has {} cells, but the header has {}", cells.size(), style_.columns.count));
        } else {
            read_row(cells);
        }
        row_.clear();
    }

    // Inside a line, quotes in the wrong place are just text. Over several lines they are a sign
    // that one quote too many has swallowed the rows behind it.
    bool is_well_quoted() const {
        CsvParser strict(style_.delimiter, Quotes::strict);
        for (std::size_t i = 0; i + 1 < row_.size(); ++i) {
            if (strict.add_line(row_[i].text)) {
                return false;
            }
        }
        return strict.add_line(row_.back().text) && !strict.cells().empty();
    }

    void read_header(const std::vector<std::string_view>& cells) {
        has_header_ = true;
        if (!style_.columns.is_transcript()) {
            skip_row(fmt::format("the header names no column for text and speaker among {}",
                                 cells.size()));
            is_at_end_ = true;
        }
        if (style_.map != nullptr && !style_.map->conversation.empty() &&
            !style_.columns.conversation) {
            shelf_.warn(fmt::format("no column \"{}\", the conversation of the map",
                                    style_.map->conversation),
                        "all rows are taken for one conversation");
        }
    }

    void read_row(const std::vector<std::string_view>& cells) {
        const CsvColumns& columns = style_.columns;
        if (*columns.text >= cells.size()) {
            return skip_row(fmt::format(
                "row has {} cells; the text is in number {}", cells.size(), *columns.text + 1));
        }
        ConversationBuilder::Message message;
        message.line = row_begin_.number;
        message.offset_bytes = row_begin_.offset_bytes;
        std::optional<bool> is_recalled;
        if (!read_flag(cells, columns.is_recalled, is_recalled) || !read_speaker(cells, message)) {
            return;
        }
        if (is_recalled == true) {
            return shelf_.leave_out("recalled");
        }
        const std::string words = words_of(cells[*columns.text]);
        message.text = words;
        message.time = parse_time(cell(cells, columns.time)).value_or(TurnTime{});
        if (is_attachment_word(cell(cells, columns.kind))) {
            message.kind = TurnKind::attachment;
        }
        shelf_.set_channel(cell(cells, columns.channel));
        put(cell(cells, columns.conversation), message);
    }

    // False when the row says it in words that are not known, and is skipped.
    bool read_speaker(const std::vector<std::string_view>& cells,
                      ConversationBuilder::Message& message) {
        const CsvColumns& columns = style_.columns;
        message.name = cell(cells, columns.name);
        message.account = cell(cells, columns.account);
        if (is_notice_word(cell(cells, columns.kind))) {
            message.role = Role::system;
            return true;
        }
        const std::string_view role = cell(cells, columns.role);
        message.role = role_from_word(role);
        if (!message.role && !role.empty()) {
            message.role = role_from_name(role);
            if (!message.role) {
                skip_row(fmt::format("unknown role \"{}\"", excerpt(role)));
                return false;
            }
        }
        message.is_self = is_self_by_account(cells);
        return read_flag(cells, columns.is_self, message.is_self);
    }

    // An empty cell leaves the flag as it is. False for an unknown word, whose row is skipped.
    bool read_flag(const std::vector<std::string_view>& cells,
                   const std::optional<std::size_t>& column,
                   std::optional<bool>& flag) {
        const std::string_view word = cell(cells, column);
        if (is_blank(word)) {
            return true;
        }
        const std::optional<bool> read = flag_from_word(word);
        if (!read) {
            skip_row(fmt::format("\"{}\" is neither yes nor no", excerpt(word)));
            return false;
        }
        flag = read;
        return true;
    }

    // Rows without an id are one conversation only where they follow each other.
    void put(std::string_view conversation, const ConversationBuilder::Message& message) {
        if (conversation.empty() && !last_conversation_.empty()) {
            shelf_.end("");
        }
        last_conversation_ = conversation;
        if (!shelf_.add(conversation, message)) {
            count_skipped(1);
        }
    }

    // Whoever speaks has an account that is not that of the other side.
    [[nodiscard]] std::optional<bool> is_self_by_account(
        const std::vector<std::string_view>& cells) const {
        const std::string_view account = cell(cells, style_.columns.account);
        const std::string_view peer = cell(cells, style_.columns.peer);
        return account.empty() || peer.empty() || peer.ends_with("@chatroom")
                   ? std::nullopt
                   : std::optional(account != peer);
    }

    // PyWxDump once wrote {"src":"","msg":"..."} into the cell; WeChat's XML is written by many.
    std::string words_of(std::string_view text) {
        simdjson::dom::element value;
        std::string_view words;
        if (text.starts_with("{\"") && text.find("\"msg\"") != std::string_view::npos &&
            parser_of_cells_.parse(text.data(), text.size(), true).get(value) ==
                simdjson::SUCCESS &&
            value["msg"].get(words) == simdjson::SUCCESS) {
            return words_of_wechat(words);
        }
        return words_of_wechat(text);
    }

    void skip_row(std::string message) {
        count_skipped(1);
        items_.push(diagnostic_at(DiagnosticLevel::error,
                                  {lines_.path(), row_begin_.number, 0, row_begin_.offset_bytes},
                                  std::move(message) + ", skipped"));
    }

    // Reads the lines behind the first one of the row again, as rows of their own.
    void give_up_first_line(std::string message) {
        skip_row(std::move(message));
        parser_.reset();
        again_.insert(again_.begin(),
                      std::make_move_iterator(row_.begin() + 1),
                      std::make_move_iterator(row_.end()));
        row_.clear();
    }

    LineReader& lines_;
    CsvStyle style_;
    CsvParser parser_;
    bool has_header_ = false;
    bool has_rows_ = false;
    bool is_at_end_ = false;
    Line row_begin_;                 // Where the row begins; without its text.
    std::vector<KeptLine> row_;      // The lines so far of a row that is not complete.
    std::deque<KeptLine> again_;     // To be read before the lines that follow in the file.
    std::string last_conversation_;  // The id in the row before.
    simdjson::dom::parser parser_of_cells_;
    ItemQueue items_;
    MessageShelf shelf_;
};

Confidence detect(std::string_view head) {
    return guess_style(head, {}).columns.is_transcript() ? 90 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return std::make_unique<CsvReader>(lines, options);
}

}  // namespace

bool has_mapped_columns(std::string_view head, const std::vector<FieldMap>& maps) {
    return std::any_of(kDelimiters.begin(), kDelimiters.end(), [&](char delimiter) {
        CsvParser parser(delimiter, Quotes::lenient);
        return parser.add_line(first_line(head)) && fitting_map(parser.cells(), maps) != nullptr;
    });
}

TranscriptFormat csv_format() {
    return {
        "csv", "tables with a header, one message a row (comma, semicolon or tab)", detect, open};
}

}  // namespace suowen::input
