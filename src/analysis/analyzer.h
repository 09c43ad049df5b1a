// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "model/audit.h"
#include "model/business_calendar.h"
#include "rules/rule_cost.h"
#include "rules/rule_set.h"

namespace suowen::analysis {

// Audits conversations: who answers what, how well, and which rules hold. Immutable, shared by
// threads (each thread keeps its own scratch memory); borrows `rules`. Deterministic: the result
// depends on the conversation, the rules and the calendar alone.
class Analyzer {
public:
    explicit Analyzer(const rules::RuleSet& rules, const BusinessCalendar& calendar = {});
    ~Analyzer();

    [[nodiscard]] ConversationAudit analyze(Conversation conversation) const;

    // The same, and adds what each rule cost to `costs`, which has a place for each.
    [[nodiscard]] ConversationAudit analyze(Conversation conversation,
                                            rules::RuleCosts& costs) const;

private:
    [[nodiscard]] ConversationAudit analyze(Conversation conversation,
                                            rules::RuleCosts* costs) const;

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace suowen::analysis
