// SPDX-License-Identifier: Apache-2.0
#include "report/formats.h"

#include <algorithm>

namespace suowen::report {

const std::vector<ReportFormat>& report_formats() {
    static const std::vector<ReportFormat> formats = {
        {"text", "totals and the worst cases, for people", make_text_reporter},
        {"json", "one JSON document", make_json_reporter},
        {"ndjson", "one JSON object a line, for other programs", make_ndjson_reporter},
        {"markdown", "for a wiki or a merge request", make_markdown_reporter},
        {"html",
         "one file for a browser: plots, filters, each finding with its law",
         make_html_reporter},
        {"csv", "one row a reply or unanswered question, for a spreadsheet", make_csv_reporter},
        {"csv-findings", "one row a finding, for a spreadsheet", make_findings_csv_reporter},
        {"csv-scorecards",
         "agents, teams, channels, days and rules with confidence intervals",
         make_scorecard_reporter},
        {"sarif", "SARIF 2.1.0, for code scanning", make_sarif_reporter},
        {"junit", "JUnit XML, for CI servers", make_junit_reporter},
        {"github", "workflow commands of GitHub Actions", make_github_reporter},
        {"gitlab", "Code Quality of GitLab", make_gitlab_reporter},
    };
    return formats;
}

const ReportFormat* find_report_format(std::string_view name) {
    const std::vector<ReportFormat>& formats = report_formats();
    const auto found = std::find_if(
        formats.begin(), formats.end(), [name](const auto& format) { return format.name == name; });
    return found == formats.end() ? nullptr : &*found;
}

}  // namespace suowen::report
