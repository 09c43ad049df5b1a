// SPDX-License-Identifier: Apache-2.0
#include "analysis/analyzer.h"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/judged_audit.h"
#include "rules/rule_matcher.h"

namespace suowen::analysis {

namespace {

// Whoever is insulted or threatened has no answer, whatever else the reply says.
bool is_affront(const RuleInfo& rule) {
    return rule.severity >= Severity::high &&
           (rule.category == "abuse" || rule.category == "complaint_obstruction");
}

// Judges affronts that passed for answers anew. Whether there were any.
bool settle_affronts(ConversationAudit& audit, const std::vector<RuleInfo>& rules) {
    bool is_changed = false;
    for (ReplyAudit& reply : audit.replies) {
        Relevance& relevance = reply.relevance;
        if (relevance.verdict != Verdict::answered && relevance.verdict != Verdict::partial) {
            continue;
        }
        if (std::any_of(reply.findings.begin(), reply.findings.end(), [&](const Finding& finding) {
                return is_affront(rules[finding.rule]);
            })) {
            relevance.verdict = Verdict::deflected;
            relevance.evidence.cues.push_back(Cue::affront);
            is_changed = true;
        }
    }
    return is_changed;
}

void remove_findings(ConversationAudit& audit) {
    for (ReplyAudit& reply : audit.replies) {
        reply.findings.clear();
    }
    for (PendingAudit& question : audit.pending) {
        question.findings.clear();
    }
}

}  // namespace

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
    state_->matcher.add_findings(audit, texts, costs);
    if (settle_affronts(audit, state_->rules.infos)) {
        // Rules ask for verdicts, so what holds is looked up again.
        remove_findings(audit);
        state_->matcher.add_findings(audit, texts);
    }
    state_->matcher.leave_out_fallbacks(audit);
    return audit;
}

}  // namespace suowen::analysis
