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

    // A reader wants one finding for one fault. Takes out, reply by reply,
    // - those of fallback rules where another rule of the category has one that is as severe; where
    //   all are fallbacks, the most severe one stays;
    // - those whose words are part of what another one quotes that is as severe, of a rule of the
    //   same category and file that rests on one of the same statutes. The wider quote stays, of
    //   equal ones that of the earlier rule.
    void leave_out_repeats(ConversationAudit& audit) const;

private:
    const RuleSet* rules_;
    BusinessCalendar calendar_;
    RuleIndex index_;
};

}  // namespace suowen::rules
