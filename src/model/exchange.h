// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/timestamp.h"

namespace suowen {

// A reply with the question that was open when it was sent. Turns are indices into
// Conversation::turns.
struct Exchange {
    std::uint32_t reply = 0;
    std::vector<std::uint32_t> question;  // Customer turns, ascending; empty when nothing was open.
    // From the first customer turn after the previous reply to this one; empty for a further
    // message of the same answer, and wherever the log does not state the times.
    std::optional<Milliseconds> response;
    // How long the customer's matter had been waiting for a substantive reply when this one was
    // sent, in staffed time (see business_calendar.h).
    std::optional<Milliseconds> waited;
};

// A question without any reply.
struct PendingQuestion {
    std::vector<std::uint32_t> question;
    std::optional<Milliseconds>
        waited;            // In staffed time, until the last turn; empty without times.
    bool is_open = false;  // The log ends too soon to call it unanswered.
};

}  // namespace suowen
