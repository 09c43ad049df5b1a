// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "model/rule_info.h"
#include "model/summary.h"
#include "triage/fail_policy.h"

namespace suowen::cli {

// One line for the person at the terminal: what to do with what an audit has found. Empty where
// there is nothing to do.
[[nodiscard]] std::string next_step(const Settings& settings,
                                    const Summary& summary,
                                    const triage::NewFindings& found,
                                    const std::vector<RuleInfo>& rules);

}  // namespace suowen::cli
