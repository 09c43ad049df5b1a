// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/audit.h"
#include "model/rule_info.h"
#include "rules/rule_matcher.h"

namespace suowen::analysis {

// Adds what the rules find in a judged conversation. A reply in which they find an affront (abuse,
// or obstruction of a complaint, of severity high or above) and that passed for an answer, or for
// small talk while something was open, is `deflected` then, with cue `affront`, and the rules are
// asked again, as they ask for verdicts; the findings that settled it stay. Costs are those of the
// first time.
void match_rules(ConversationAudit& audit,
                 const rules::RuleMatcher& matcher,
                 rules::TurnTexts texts,
                 const std::vector<RuleInfo>& rules,
                 rules::RuleCosts* costs = nullptr);

}  // namespace suowen::analysis
