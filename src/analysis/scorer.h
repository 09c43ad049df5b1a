// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "analysis/reading.h"
#include "model/business_calendar.h"
#include "model/conversation.h"
#include "model/exchange.h"
#include "model/relevance.h"

namespace suowen::analysis {

// The replies of one conversation, in turn order, with what was open, how each treats it, and the
// questions that nobody took up. Pairing and scoring go hand in hand: whether a question is still
// open depends on the verdict of the reply before.
struct Judgement {
    std::vector<Exchange> exchanges;
    std::vector<Relevance> relevance;  // relevance[i] belongs to exchanges[i].
    std::vector<PendingQuestion> pending;
};

// Judges all replies of a conversation; `readings[i]` is of turn i. The model is described in
// docs/relevance.md. Waiting counts the time that the calendar says is staffed, response times all.
[[nodiscard]] Judgement judge(const Conversation& conversation,
                              std::span<const Reading* const> readings,
                              const BusinessCalendar& calendar = {});

}  // namespace suowen::analysis
