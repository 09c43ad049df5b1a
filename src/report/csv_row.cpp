// SPDX-License-Identifier: Apache-2.0
#include "report/csv_row.h"

#include "base/utf8.h"
#include "text/display_width.h"

namespace suowen::report {
namespace {

// What spreadsheets or whoever cleans the cells may pass over before a formula begins.
bool is_passed_over(char32_t c) {
    const bool is_space = c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200D) ||
                          c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
    return is_space || utf8::is_control(c) || utf8::is_bidi_control(c) || utf8::is_invisible(c);
}

// Excel takes full-width signs for the others where the language is Chinese or Japanese.
bool begins_formula(char32_t c) {
    return std::u32string_view(U"=+-@＝＋－＠").find(c) != std::u32string_view::npos;
}

bool is_formula(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded c = utf8::decode(text, at);
        if (!is_passed_over(c.code_point)) {
            return begins_formula(c.code_point);
        }
        at += c.bytes;
    }
    return false;
}

}  // namespace

void CsvRow::add(std::string_view text) {
    begin_cell();
    line_ += is_formula(text) ? "\"'" : "\"";
    const std::string cell = text::printable(text);
    std::string_view rest = cell;
    for (std::size_t quote = rest.find('"'); quote != std::string_view::npos;
         quote = rest.find('"')) {
        line_ += rest.substr(0, quote + 1);
        line_ += '"';
        rest.remove_prefix(quote + 1);
    }
    line_ += rest;
    line_ += '"';
}

void CsvRow::add(std::uint64_t number) {
    begin_cell();
    line_ += std::to_string(number);
}

}  // namespace suowen::report
