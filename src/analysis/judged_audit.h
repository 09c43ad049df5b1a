// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "analysis/reading.h"
#include "model/audit.h"
#include "model/business_calendar.h"

namespace suowen::analysis {

// The conversation with its replies paired and judged, and no findings yet. `readings[i]` is of
// turn i.
[[nodiscard]] ConversationAudit judged_audit(Conversation conversation,
                                             std::span<const Reading* const> readings,
                                             const BusinessCalendar& calendar = {});

// The readings as the rules see them.
[[nodiscard]] std::vector<const rules::TurnText*> texts_for_rules(
    std::span<const Reading* const> readings);

}  // namespace suowen::analysis
