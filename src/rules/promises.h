// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/audit.h"
#include "model/business_calendar.h"
#include "rules/condition.h"
#include "rules/turn_text.h"

namespace suowen::rules {

// An answer that a reply promises by a certain time: "24小时内给您回复", "明天下午三点前联系您",
// "we will get back to you within two working days".
struct Promise {
    ByteRange span;                                          // Into the normalized text.
    std::optional<std::chrono::sys_time<Milliseconds>> due;  // Empty without the time of sending.
};

// Patterns of which one matches every text that find_promise() finds a promise in; for a
// PatternSet, so that most replies need not be looked at.
[[nodiscard]] std::vector<std::string> promise_patterns();

// The first promise in a normalized text. Where the words leave room, `due` is the latest time that
// they allow; working days are those of the calendar.
[[nodiscard]] std::optional<Promise> find_promise(std::string_view normalized,
                                                  std::optional<Timestamp> sent,
                                                  const BusinessCalendar& calendar = {});

// What became of a promise in audit.replies[reply]. Kept: a substantive reply came in time. Broken:
// the answer came later, or the customer asks for it past the deadline. Else unknown: it may have
// been kept by telephone. `texts` belong to the turns.
[[nodiscard]] PromiseState state_of(const Promise& promise,
                                    const ConversationAudit& audit,
                                    std::size_t reply,
                                    TurnTexts texts);

}  // namespace suowen::rules
