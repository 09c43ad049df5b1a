// SPDX-License-Identifier: Apache-2.0
#include "input/csv_parser.h"

#include <csv.h>

namespace suowen::input {

struct CsvParser::State {
    State(char separator, Quotes given_quotes) : delimiter(separator), quotes(given_quotes) {
        open();
    }

    ~State() { ::csv_free(&parser); }

    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void open() {
        // Cells grow in steps of this; libcsv's own 128 bytes make large ones slow.
        constexpr std::size_t kStepBytes = 64 * 1024;
        // Fails for unknown options only.
        static_cast<void>(::csv_init(&parser, quotes == Quotes::strict ? CSV_STRICT : 0));
        ::csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
        ::csv_set_blk_size(&parser, kStepBytes);
    }

    void clear_row() {
        text.clear();
        ends.clear();
        has_row = false;
    }

    static void end_cell(void* bytes, std::size_t size, void* context) {
        auto& state = *static_cast<State*>(context);
        state.text.append(static_cast<const char*>(bytes), size);
        state.ends.push_back(state.text.size());
    }

    static void end_row(int, void* context) { static_cast<State*>(context)->has_row = true; }

    csv_parser parser{};
    char delimiter;
    Quotes quotes;
    std::string text;  // All cells of the row, one behind the other.
    std::vector<std::size_t> ends;
    bool has_row = false;
};

CsvParser::CsvParser(char delimiter, Quotes quotes)
    : state_(std::make_unique<State>(delimiter, quotes)) {}

CsvParser::~CsvParser() = default;

bool CsvParser::add_line(std::string_view line) {
    if (state_->has_row) {
        state_->clear_row();
    }
    const auto feed = [&](std::string_view bytes) {
        return ::csv_parse(&state_->parser,
                           bytes.data(),
                           bytes.size(),
                           State::end_cell,
                           State::end_row,
                           state_.get()) == bytes.size();
    };
    if (!feed(line) || !feed("\n")) {
        // Quotes in the wrong place, or no memory left.
        reset();
        state_->has_row = true;
    }
    return state_->has_row;
}

std::vector<std::string_view> CsvParser::cells() const {
    std::vector<std::string_view> cells;
    cells.reserve(state_->ends.size());
    std::size_t begin = 0;
    for (const std::size_t end : state_->ends) {
        cells.push_back(std::string_view(state_->text).substr(begin, end - begin));
        begin = end;
    }
    return cells;
}

void CsvParser::reset() {
    ::csv_free(&state_->parser);
    state_->open();
    state_->clear_row();
}

}  // namespace suowen::input
