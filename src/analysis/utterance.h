// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "analysis/cues.h"
#include "analysis/leanings.h"
#include "analysis/tokens.h"
#include "analysis/wording.h"

namespace suowen::analysis {

// One turn as the scorer sees it: its tokens and signs, and how much of it is talk of which kind.
// A clause that holds a cue counts for that cue; weights are sums over the tokens of clauses.
struct Utterance {
    std::string_view text;  // Normalized.
    std::vector<Token> tokens;
    Signs signs;
    Bits cues = 0;
    Bits gives = 0;
    Wording wording;                // Of a reply.
    Leanings leanings;              // Of a reply, or of a question about the reply to it.
    Leanings leanings_as_reaction;  // Of a customer's turn about the reply before.
    DoubtfulWords doubtful{};       // Of a reply.
    unsigned clauses = 0;           // Of a reply, also those that blanks part.
    float squares = 0;              // The sum of the squared weights of all tokens.
    float weight = 0;               // Of all tokens but concepts.
    float content = 0;  // Of those in clauses without cue, or with a refusal or promise alone.

    [[nodiscard]] bool has(Cue cue) const { return (cues & bit(cue)) != 0; }
};

// A reply with less content than this (about one pair of characters) says nothing by itself.
inline constexpr float kSomeContent = 1.2F;

// It ends with a question: "要我帮您锁吗".
[[nodiscard]] bool ends_asking(const Utterance& said);

[[nodiscard]] Utterance utterance_of(std::string_view normalized, Look look);

// What a question and a reply have in common.
struct Overlap {
    float coverage = 0;  // The weight of shared tokens over that of the question, 0..1.
    float shared = 0;    // The sum of Token::share over the shared tokens.
    float room = 1;      // The product of the numbers of tokens, each plus one: long texts share
                         // more by chance.
};

[[nodiscard]] Overlap overlap_of(const std::vector<Token>& question, const Utterance& reply);

}  // namespace suowen::analysis
