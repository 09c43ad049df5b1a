// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/summary.h"

namespace suowen::triage {

// Findings that count: neither known nor suppressed. Those below --min-severity are among them.
struct NewFindings {
    std::array<std::uint64_t, kSeverityCount> by_severity{};
    std::map<std::string, std::uint64_t, std::less<>> by_category;
    std::map<std::string, std::uint64_t, std::less<>> by_rule;

    void add(const RuleInfo& rule);
};

// One part of --fail-on: `high`, `privacy`, `RTK-003>5`, `off_topic>2%`.
struct FailCriterion {
    std::string name;  // A severity (that one or worse), category, rule, verdict or `unanswered`.
    double most = 0;   // More than that fails.
    bool is_percent = false;  // Of the replies to a question; of unanswered: of all questions.
};

// When a run ends with exit code 1: any criterion. Empty for never.
struct FailPolicy {
    std::vector<FailCriterion> criteria;
};

// `none`, or criteria with commas between. Empty when it cannot be read.
[[nodiscard]] std::optional<FailPolicy> parse_fail_policy(std::string_view text);

// The first name that is nothing of this run, with what could stand there.
[[nodiscard]] std::optional<Diagnostic> unknown_name(const FailPolicy& policy,
                                                     const std::vector<RuleInfo>& rules);

// The criteria that the run fails by, as they were written and with what was found: "high: 3".
[[nodiscard]] std::vector<std::string> failures(const FailPolicy& policy,
                                                const NewFindings& findings,
                                                const Summary& summary);

}  // namespace suowen::triage
