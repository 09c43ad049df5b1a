// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/audit.h"
#include "model/business_calendar.h"
#include "rules/rule_cost.h"
#include "rules/rule_index.h"
#include "rules/rule_set.h"
#include "rules/turn_text.h"

namespace suowen::rules {

// Finds where rules hold in one conversation whose replies have been paired and judged, and fills
// in the findings of `audit`: at most one of a rule on a reply. Immutable, shared by threads;
// borrows `rules`.
class RuleMatcher {
public:
    explicit RuleMatcher(const RuleSet& rules, const BusinessCalendar& calendar = {});

    // `texts[i]` belongs to audit.conversation.turns[i]. Adds to `costs`, which has a place for
    // each rule, if there are any.
    void add_findings(ConversationAudit& audit, TurnTexts texts, RuleCosts* costs = nullptr) const;

    // Takes out the findings of fallback rules on turns where another rule of the category has one
    // that is as severe; where all are fallbacks, the most severe one stays. A reader wants one
    // finding for one fault.
    void leave_out_fallbacks(ConversationAudit& audit) const;

private:
    const RuleSet* rules_;
    BusinessCalendar calendar_;
    RuleIndex index_;
};

}  // namespace suowen::rules
