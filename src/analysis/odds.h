// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "analysis/reaction.h"
#include "analysis/utterance.h"
#include "model/conversation.h"
#include "model/relevance.h"

namespace suowen::analysis {

// What is open when a reply is sent.
struct Asked {
    Bits expects = 0;             // The kinds of answer that would settle the question.
    std::size_t tokens = 0;       // Of the latest turns of the question, without fields.
    std::size_t parts = 0;        // Things that they ask.
    bool is_asked = false;        // The customer asks something, and does not just remark.
    bool is_pressed = false;      // The customer insists or complains.
    bool was_asked_back = false;  // The customer says what the last reply wanted to know.
    Leanings leanings;            // Of the words of the last turn.
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

// Log odds are sums of weighted signs: above zero it is more likely so than not. The weights are
// logistic regressions on labelled replies of several writers, rounded; docs/relevance.md tells
// what each is worth.

// That a reply is about what was asked; `before` is its overlap with what was open earlier.
[[nodiscard]] double relevance_odds(const Overlap& overlap,
                                    const Overlap& before,
                                    const Fit& fit,
                                    bool is_repeated);

// A reply and all that its verdict depends on. Borrows the reply.
struct Case {
    Role role = Role::agent;
    const Utterance& reply;
    Asked asked;
    Reaction reaction;
    bool takes_up_all = true;  // Each of the things that were asked.
};

[[nodiscard]] VerdictOdds verdict_odds(const Case& judged);

// How likely each verdict is, by its number. They sum to 1.
using VerdictChances = std::array<double, kVerdictCount>;

[[nodiscard]] VerdictChances chances_of(const VerdictOdds& odds);

// A reply is only said to answer nothing where that is likelier than that it answers, in whole or
// in part.
[[nodiscard]] Verdict likeliest(const VerdictChances& chances);

// See Relevance::certainty.
[[nodiscard]] double certainty_of(Verdict verdict, const VerdictChances& chances);

}  // namespace suowen::analysis
