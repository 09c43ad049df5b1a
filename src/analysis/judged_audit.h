// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "model/audit.h"
#include "rules/rule_set.h"
#include "rules/turn_text.h"

namespace suowen::analysis {

// Normalizes the turns and scans them for the rules' patterns (not those of system turns, which are
// never audited): texts[i] is of turn i. Reuses what `texts` holds and never shrinks it.
void read_texts(const Conversation& conversation,
                const rules::RuleSet& rules,
                std::vector<rules::TurnText>& texts);

// The conversation with its replies paired and judged, and no findings yet. `texts[i]` is of turn
// i.
[[nodiscard]] ConversationAudit judged_audit(Conversation conversation,
                                             std::span<const rules::TurnText> texts);

}  // namespace suowen::analysis
