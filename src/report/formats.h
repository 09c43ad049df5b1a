// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <ostream>

#include "report/reporter.h"

namespace suowen::report {

// One maker a format; formats.cpp lists them. Each borrows the stream.

// For people at a terminal: totals, then the worst findings and replies; written at the end.
[[nodiscard]] std::unique_ptr<Reporter> make_text_reporter(std::ostream& out,
                                                           const ReportOptions& options);

// One JSON object a line, in input order: run, replies and questions without one, diagnostics,
// summary.
[[nodiscard]] std::unique_ptr<Reporter> make_ndjson_reporter(std::ostream& out,
                                                             const ReportOptions& options);

// The same objects as one document: {"run":…,"results":[…],"summary":…}. Streams as well.
[[nodiscard]] std::unique_ptr<Reporter> make_json_reporter(std::ostream& out,
                                                           const ReportOptions& options);

// The first findings and the totals, as Markdown; written at the end.
[[nodiscard]] std::unique_ptr<Reporter> make_markdown_reporter(std::ostream& out,
                                                               const ReportOptions& options);

// One file that works without a network. Findings are written as they come; replies that answer
// nothing are held in memory until the end.
[[nodiscard]] std::unique_ptr<Reporter> make_html_reporter(std::ostream& out,
                                                           const ReportOptions& options);

// UTF-8 with a byte order mark; cells that a spreadsheet would run are told to be text. One row a
// reply or a question without one (verdict `unanswered` or `open`), and one row a finding.
[[nodiscard]] std::unique_ptr<Reporter> make_csv_reporter(std::ostream& out,
                                                          const ReportOptions& options);
[[nodiscard]] std::unique_ptr<Reporter> make_findings_csv_reporter(std::ostream& out,
                                                                   const ReportOptions& options);

[[nodiscard]] std::unique_ptr<Reporter> make_scorecard_reporter(std::ostream& out,
                                                                const ReportOptions& options);

// https://docs.oasis-open.org/sarif/sarif/v2.1.0/; the worst 25,000 findings, as code hosts read no
// more. Written at the end.
[[nodiscard]] std::unique_ptr<Reporter> make_sarif_reporter(std::ostream& out,
                                                            const ReportOptions& options);

[[nodiscard]] std::unique_ptr<Reporter> make_junit_reporter(std::ostream& out,
                                                            const ReportOptions& options);
[[nodiscard]] std::unique_ptr<Reporter> make_github_reporter(std::ostream& out,
                                                             const ReportOptions& options);
[[nodiscard]] std::unique_ptr<Reporter> make_gitlab_reporter(std::ostream& out,
                                                             const ReportOptions& options);

}  // namespace suowen::report
