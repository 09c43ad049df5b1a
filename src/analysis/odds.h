// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "analysis/reaction.h"
#include "analysis/utterance.h"
#include "model/conversation.h"

namespace suowen::analysis {

// What the odds of a reply depend on beside its own words.
struct Asked {
    Bits expects = 0;         // The kinds of answer that would settle the question.
    std::size_t tokens = 0;   // Of the latest turns of the question, without fields.
    std::size_t parts = 0;    // Things that they ask.
    bool is_asked = false;    // The customer asks something, and does not just remark.
    bool is_pressed = false;  // The customer insists or complains.
};

// How the form of a reply fits that of the question, whatever the words.
struct Fit {
    bool gives_kind = false;    // Of duration, date, price and the like, what is asked for.
    bool lacks_kind = false;    // Such a kind is asked for and not given.
    bool says_modal = false;    // The verb that a question of yes or no turns on.
    bool lacks_modal = false;   // There is such a verb, and it is not said.
    bool is_polar = false;      // Yes or no first, as was asked.
    bool is_misplaced = false;  // Yes or no first, and what or how was asked.
};

// Whether a reply gives one of the kinds of answer, a plain yes or no included.
[[nodiscard]] bool gives_any(const Utterance& reply, Bits expects);

// Sums of weighted signs, in log odds: above zero it is more likely so than not. The weights are
// logistic regressions on labelled replies of several writers, rounded; docs/relevance.md tells
// what each is worth.

// That a reply is about what was asked; `before` is its overlap with what was open earlier.
[[nodiscard]] double relevance_odds(const Overlap& overlap,
                                    const Overlap& before,
                                    const Fit& fit,
                                    bool is_repeated);

// That it is a greeting, a hold or a farewell.
[[nodiscard]] double filler_odds(const Utterance& reply,
                                 const Asked& asked,
                                 const Reaction& reaction);

// That it asks back for what it needs.
[[nodiscard]] double asking_odds(const Utterance& reply,
                                 const Asked& asked,
                                 const Reaction& reaction);

// That it answers nothing.
[[nodiscard]] double doubt_odds(Role role,
                                const Utterance& reply,
                                const Asked& asked,
                                const Reaction& reaction);

// That a reply which answers nothing is about something else, and no evasion.
[[nodiscard]] double drift_odds(const Utterance& reply,
                                const Asked& asked,
                                const Reaction& reaction);

// That an answer leaves a part of the question open.
[[nodiscard]] double half_odds(const Utterance& reply,
                               const Asked& asked,
                               bool takes_up_all,
                               const Reaction& reaction);

}  // namespace suowen::analysis
