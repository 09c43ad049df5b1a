// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace suowen::report {

inline constexpr std::string_view kByteOrderMark =
    "\xEF\xBB\xBF";  // Excel takes UTF-8 for ANSI without.

// One row of CSV (RFC 4180). A cell that a spreadsheet would run is told to be text.
class CsvRow {
public:
    void add(std::string_view text) {
        const bool is_formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) !=
                                                     std::string_view::npos;
        begin_cell();
        line_ += is_formula ? "\"'" : "\"";
        for (const char c : text) {
            line_ += c == '"' ? "\"\"" : std::string(1, c);
        }
        line_ += '"';
    }

    void add(std::uint64_t number) {
        begin_cell();
        line_ += std::to_string(number);
    }

    [[nodiscard]] std::string end() const { return line_ + "\r\n"; }

private:
    void begin_cell() { line_ += line_.empty() ? "" : ","; }

    std::string line_;
};

}  // namespace suowen::report
