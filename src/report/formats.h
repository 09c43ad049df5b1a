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

}  // namespace suowen::report
