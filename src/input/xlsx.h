// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/archive.h"

namespace suowen::input {

// The first bytes of an archive's listing show an Office document.
inline constexpr std::string_view kOfficeMark = "[Content_Types].xml";

// One sheet of an Excel workbook as CSV: a line for each row, so that line numbers are those that
// Excel shows. Dates are written as 2026-03-01 10:00:00.
struct Sheet {
    std::string name;  // "sheet1"
    std::string csv;
};

// The sheets in the entries that are left of an Office document; none where it is no workbook.
// Holds the document in memory: what is larger than 256 MiB is refused with `problem`.
[[nodiscard]] std::vector<Sheet> sheets_of(Archive& document, std::string& problem);

}  // namespace suowen::input
