// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/advice.h"
#include "report/html_data.h"
#include "report/html_page.h"
#include "report/scorecards.h"
#include "report/unread.h"

namespace suowen::report {

// The page, from top to bottom; one file each.

// What the page is, for its title: "Audit of customer-service transcripts".
[[nodiscard]] std::string_view report_title(Language language);

// Title, totals, and plots of what the summary has and of how the rate went. `logs` says what was
// audited.
void write_overview(HtmlPage& page,
                    const RunInfo& run,
                    std::string_view logs,
                    const Summary& summary,
                    const ScoreKeeper& scores);

// Rates of agents, teams, channels and rules, with their trends.
void write_scorecards(HtmlPage& page, const RunInfo& run, const ScoreKeeper& scores);

// What to do, the tables that the script fills with the data, and what was not read.
void write_lists(HtmlPage& page,
                 const Summary& summary,
                 const std::vector<Measure>& advice,
                 const HtmlData& data,
                 const Unread& unread);

}  // namespace suowen::report
