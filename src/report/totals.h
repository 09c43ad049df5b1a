// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/summary.h"
#include "report/reporter.h"

namespace suowen::report {

// A run in one line: conversations, replies and findings, then how many of those are known or
// suppressed, which questions nobody answered, and what was not read, as far as there is any.
[[nodiscard]] std::string totals_line(const Summary& summary, Language language);

// "1 new finding, 2 known from the baseline, 1 suppressed"; empty where all are new.
[[nodiscard]] std::string states_line(const Summary& summary, Language language);

}  // namespace suowen::report
