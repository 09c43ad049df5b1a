// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/audit.h"
#include "model/summary.h"
#include "report/reporter.h"
#include "report/scorecards.h"

namespace suowen::report {

// Which logs a report is on: names the first few, whatever their number.
class LogNames {
public:
    explicit LogNames(Redaction redaction) : redaction_(redaction) {}

    void add(const Conversation& conversation);

    // "a.jsonl, b.csv and 3 more files", masked if asked for; empty where nothing was read.
    [[nodiscard]] std::string words(const Summary& summary, Language language) const;

private:
    Redaction redaction_;
    std::vector<std::string> paths_;
};

// "2026-03-01 to 2026-03-09", the days of the replies; empty where no time is known.
[[nodiscard]] std::string span_words(const Days& days, Language language);

}  // namespace suowen::report
