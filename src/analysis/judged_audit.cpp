// SPDX-License-Identifier: Apache-2.0
#include "analysis/judged_audit.h"

#include <string_view>
#include <utility>

#include "analysis/scorer.h"
#include "text/normalizer.h"

namespace suowen::analysis {

void read_texts(const Conversation& conversation,
                const rules::RuleSet& rules,
                std::vector<rules::TurnText>& texts) {
    const std::vector<Turn>& turns = conversation.turns;
    if (texts.size() < turns.size()) {
        texts.resize(turns.size());
    }
    for (std::size_t i = 0; i < turns.size(); ++i) {
        texts[i].normalized.clear();
        text::normalize(turns[i].text, texts[i].normalized);
        if (turns[i].role != Role::system) {
            rules.patterns->scan(texts[i].normalized, texts[i].candidates);
        }
    }
}

ConversationAudit judged_audit(Conversation conversation, std::span<const rules::TurnText> texts) {
    thread_local std::vector<std::string_view> normalized;
    normalized.clear();
    for (const rules::TurnText& text : texts) {
        normalized.emplace_back(text.normalized);
    }
    ConversationAudit audit;
    audit.conversation = std::move(conversation);
    Judgement judgement = judge(audit.conversation, normalized);
    for (std::size_t i = 0; i < judgement.exchanges.size(); ++i) {
        audit.replies.push_back(
            {std::move(judgement.exchanges[i]), std::move(judgement.relevance[i]), {}});
    }
    for (PendingQuestion& pending : judgement.pending) {
        audit.pending.push_back({std::move(pending), {}});
    }
    return audit;
}

}  // namespace suowen::analysis
