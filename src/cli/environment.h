// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "cli/diagnostics.h"
#include "cli/options.h"
#include "report/reporter.h"
#include "rules/rule_set.h"

namespace suowen::cli {

// The language of reports: as set, else that of the locale, else Chinese.
[[nodiscard]] Language language_of(const Settings& settings);

// Whether reports mask personal data, as set.
[[nodiscard]] report::Redaction redaction_of(const Settings& settings);

// Now in UTC: 2026-03-02T08:00:00Z.
[[nodiscard]] std::string now_in_utc();

// The rules that the settings name. Empty when they are wrong, which has then been said.
[[nodiscard]] std::optional<rules::RuleSet> load_rules(const Settings& settings,
                                                       const DiagnosticPrinter& printer);

}  // namespace suowen::cli
