// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/conversation.h"
#include "model/exchange.h"
#include "model/finding.h"
#include "model/relevance.h"

namespace suowen {

// A reply, judged.
struct ReplyAudit {
    Exchange exchange;
    Relevance relevance;
    std::vector<Finding> findings;  // By span, then rule order; reporters rely on it.
};

// A question without any reply, judged.
struct PendingAudit {
    PendingQuestion pending;
    std::vector<Finding> findings;
};

// Everything that was found out about one conversation. Owns the conversation, so it can be
// reported from another thread after the input has moved on.
struct ConversationAudit {
    Conversation conversation;
    std::vector<ReplyAudit> replies;    // One for each agent and bot turn, in turn order.
    std::vector<PendingAudit> pending;  // In turn order.
};

}  // namespace suowen
