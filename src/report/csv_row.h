// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace suowen::report {

inline constexpr std::string_view kByteOrderMark =
    "\xEF\xBB\xBF";  // Excel takes UTF-8 for ANSI without.

// One row of CSV (RFC 4180), on one line. A cell that a spreadsheet would run is told to be text;
// characters that control a terminal, turn text around or are invisible are visible escapes.
class CsvRow {
public:
    void add(std::string_view text);
    void add(std::uint64_t number);

    [[nodiscard]] std::string end() const { return line_ + "\r\n"; }

private:
    void begin_cell() { line_ += line_.empty() ? "" : ","; }

    std::string line_;
};

}  // namespace suowen::report
