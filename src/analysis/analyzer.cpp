// SPDX-License-Identifier: Apache-2.0
#include "analysis/analyzer.h"

#include <span>
#include <utility>
#include <vector>

#include "analysis/judged_audit.h"
#include "rules/rule_matcher.h"

namespace suowen::analysis {

struct Analyzer::State {
    explicit State(const rules::RuleSet& loaded) : rules(loaded), matcher(loaded) {}

    const rules::RuleSet& rules;
    rules::RuleMatcher matcher;
};

Analyzer::Analyzer(const rules::RuleSet& rules) : state_(std::make_unique<State>(rules)) {}

Analyzer::~Analyzer() = default;

ConversationAudit Analyzer::analyze(Conversation conversation) const {
    thread_local std::vector<rules::TurnText> scratch;
    read_texts(conversation, state_->rules, scratch);
    const auto texts = std::span(std::as_const(scratch)).first(conversation.turns.size());
    ConversationAudit audit = judged_audit(std::move(conversation), texts);
    state_->matcher.add_findings(audit, texts);
    return audit;
}

}  // namespace suowen::analysis
