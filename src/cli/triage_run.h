// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "base/diagnostic.h"
#include "cli/options.h"
#include "model/audit.h"
#include "rules/rule_set.h"
#include "triage/baseline.h"
#include "triage/fail_policy.h"
#include "triage/suppressions.h"

namespace suowen::cli {

// Which findings of one run are shown, known, suppressed and new. Conversations must come in input
// order: where a finding comes more often than the baseline has it, the later ones are new. Borrows
// both arguments.
class TriageRun {
public:
    TriageRun(const Settings& settings, const rules::RuleSet& rules)
        : settings_(settings), rules_(rules) {}

    // Reads the files that the settings name. What is wrong with them or with --fail-on.
    [[nodiscard]] Diagnostics load();

    [[nodiscard]] bool has_baseline() const { return baseline_.has_value(); }

    // Gives the findings their state and takes out those below --min-severity; says how many.
    [[nodiscard]] std::uint64_t sort(ConversationAudit& audit);

    [[nodiscard]] const triage::NewFindings& new_findings() const { return new_; }

    // Writes what --write-baseline asks for. What went wrong.
    [[nodiscard]] std::optional<Diagnostic> write_baseline() const;

    // What the files say that this run did not bear out.
    [[nodiscard]] Diagnostics complaints() const;

private:
    void sort(Finding& finding, const Conversation& conversation);

    const Settings& settings_;
    const rules::RuleSet& rules_;
    std::chrono::year_month_day today_{
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    std::optional<triage::Baseline> baseline_;
    triage::Baseline next_;  // All findings of this run that nobody suppressed.
    triage::Suppressions suppressions_;
    triage::NewFindings new_;
};

}  // namespace suowen::cli
