// SPDX-License-Identifier: Apache-2.0
#include "analysis/analyzer.h"

#include <tbb/enumerable_thread_specific.h>

#include <utility>
#include <vector>

#include "analysis/affront.h"
#include "analysis/judged_audit.h"
#include "rules/rule_matcher.h"

namespace suowen::analysis {

struct Analyzer::State {
    State(const rules::RuleSet& rules_in_use, const BusinessCalendar& days)
        : rules(rules_in_use),
          calendar(days),
          matcher(rules_in_use, days),
          readings([&rules_in_use] { return Readings(rules_in_use); }) {}

    const rules::RuleSet& rules;
    BusinessCalendar calendar;
    rules::RuleMatcher matcher;
    tbb::enumerable_thread_specific<Readings> readings;
};

Analyzer::Analyzer(const rules::RuleSet& rules, const BusinessCalendar& calendar)
    : state_(std::make_unique<State>(rules, calendar)) {}

Analyzer::~Analyzer() = default;

ConversationAudit Analyzer::analyze(Conversation conversation) const {
    return analyze(std::move(conversation), nullptr);
}

ConversationAudit Analyzer::analyze(Conversation conversation, rules::RuleCosts& costs) const {
    return analyze(std::move(conversation), &costs);
}

ConversationAudit Analyzer::analyze(Conversation conversation, rules::RuleCosts* costs) const {
    const std::vector<const Reading*>& readings = state_->readings.local().of(conversation);
    ConversationAudit audit = judged_audit(std::move(conversation), readings, state_->calendar);
    const std::vector<const rules::TurnText*> texts = texts_for_rules(readings);
    match_rules(audit, state_->matcher, texts, state_->rules.infos, costs);
    state_->matcher.leave_out_repeats(audit);
    return audit;
}

}  // namespace suowen::analysis
