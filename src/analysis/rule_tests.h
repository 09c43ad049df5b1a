// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "base/diagnostic.h"
#include "rules/rule_set.h"

namespace suowen::analysis {

struct RuleTestResult {
    std::size_t tests = 0;
    Diagnostics failures;  // Where the case is, what was expected and what happened.
};

// Runs the cases that the rules carry through the whole analysis. The verdict and relevance of a
// case stand in for the scorer's on the last reply.
[[nodiscard]] RuleTestResult run_rule_tests(const rules::RuleSet& rules);

// Warns of each rule that another one makes needless, as far as its own cases show: on all turns
// where it has findings, a rule of the same category that is at least as severe has one too.
[[nodiscard]] Diagnostics find_subsumed_rules(const rules::RuleSet& rules);

}  // namespace suowen::analysis
