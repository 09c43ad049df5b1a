// SPDX-License-Identifier: Apache-2.0
#include "analysis/analyzer.h"

#include <tbb/enumerable_thread_specific.h>

#include <utility>
#include <vector>

#include "analysis/judged_audit.h"
#include "rules/rule_matcher.h"

namespace suowen::analysis {

struct Analyzer::State {
    State(const rules::RuleSet& rules, const BusinessCalendar& days)
        : calendar(days), matcher(rules, days), readings([&rules] { return Readings(rules); }) {}

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
    state_->matcher.add_findings(audit, texts_for_rules(readings), costs);
    state_->matcher.leave_out_fallbacks(audit);
    return audit;
}

}  // namespace suowen::analysis
