// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "report/reporter.h"

namespace suowen::report {

// What is wrong with a mustache template, if anything.
[[nodiscard]] std::optional<std::string> template_error(const std::string& text);

// A report in a form of the user's own, see https://mustache.github.io/mustache.5.html. The names
// that a template can use stand in the man page. Holds all findings until the end. Borrows the
// stream.
[[nodiscard]] std::unique_ptr<Reporter> make_template_reporter(std::ostream& out,
                                                               const ReportOptions& options,
                                                               const std::string& text);

}  // namespace suowen::report
