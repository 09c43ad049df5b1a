// SPDX-License-Identifier: Apache-2.0
#include "analysis/judged_audit.h"

#include <utility>

#include "analysis/scorer.h"

namespace suowen::analysis {

ConversationAudit judged_audit(Conversation conversation,
                               std::span<const Reading* const> readings,
                               const BusinessCalendar& calendar) {
    ConversationAudit audit;
    audit.conversation = std::move(conversation);
    Judgement judgement = judge(audit.conversation, readings, calendar);
    for (std::size_t i = 0; i < judgement.exchanges.size(); ++i) {
        audit.replies.push_back(
            {std::move(judgement.exchanges[i]), std::move(judgement.relevance[i]), {}});
    }
    for (PendingQuestion& pending : judgement.pending) {
        audit.pending.push_back({std::move(pending), {}});
    }
    return audit;
}

std::vector<const rules::TurnText*> texts_for_rules(std::span<const Reading* const> readings) {
    std::vector<const rules::TurnText*> texts;
    texts.reserve(readings.size());
    for (const Reading* reading : readings) {
        texts.push_back(&reading->for_rules);
    }
    return texts;
}

}  // namespace suowen::analysis
