// SPDX-License-Identifier: Apache-2.0
#include "analysis/analyzer.h"

#include <string_view>
#include <utility>
#include <vector>

#include "analysis/scorer.h"
#include "rules/rule_matcher.h"
#include "text/normalizer.h"

namespace suowen::analysis {

struct Analyzer::State {
    explicit State(const rules::RuleSet& loaded) : rules(loaded), matcher(loaded) {}

    const rules::RuleSet& rules;
    rules::RuleMatcher matcher;
};

Analyzer::Analyzer(const rules::RuleSet& rules) : state_(std::make_unique<State>(rules)) {}

Analyzer::~Analyzer() = default;

ConversationAudit Analyzer::analyze(Conversation conversation) const {
    thread_local std::vector<rules::TurnText> texts;
    thread_local std::vector<std::string_view> views;
    const std::size_t size = conversation.turns.size();
    if (texts.size() < size) {
        texts.resize(size);
    }
    views.clear();
    for (std::size_t i = 0; i < size; ++i) {
        rules::TurnText& text = texts[i];
        text.normalized.clear();
        text::normalize(conversation.turns[i].text, text.normalized);
        if (conversation.turns[i].role != Role::system) {
            state_->rules.patterns->scan(text.normalized, text.candidates);
        }
        views.emplace_back(text.normalized);
    }
    ConversationAudit audit;
    audit.conversation = std::move(conversation);
    Judgement judged = judge(audit.conversation, views);
    for (std::size_t i = 0; i < judged.exchanges.size(); ++i) {
        audit.replies.push_back(
            {std::move(judged.exchanges[i]), std::move(judged.relevance[i]), {}});
    }
    for (PendingQuestion& pending : judged.pending) {
        audit.pending.push_back({std::move(pending), {}});
    }
    state_->matcher.add_findings(audit, std::span(texts).first(size));
    return audit;
}

}  // namespace suowen::analysis
