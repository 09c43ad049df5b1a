// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/reading.h"
#include "model/conversation.h"
#include "model/relevance.h"

namespace suowen::analysis {

// What follows a reply. Whoever asked knows best whether it was an answer: who asks the same again
// has none, who says thanks has one, who sends a number was asked for it.
struct Reaction {
    bool is_silence = false;   // The customer says no more.
    bool is_last = false;      // And there were replies before.
    bool is_followed = false;  // Another reply comes at once, before the customer speaks.
    bool accepts = false;
    bool objects = false;
    bool goes_on = false;  // A further question of yes or no.
    bool asks = false;
    bool gives_data = false;     // A number or a file.
    bool is_small_talk = false;  // No more than thanks or agreement.
    float weight = 0;            // Of the customer's words.
    float asks_again = 0;        // The share of the question's words that the customer repeats.
    // The share of the customer's words that are of the question and not of the reply; 0 where the
    // customer accepts it.
    float comes_back = 0;
    float takes_up = 0;  // Cosine of the customer's words and the reply's.
    Leanings leanings;   // Of the words of the first turn.
};

// The most telling part of it.
[[nodiscard]] ReactionKind kind_of(const Reaction& reaction);

// Finds the reactions to the replies of one conversation. Borrows its arguments.
class Reactions {
public:
    Reactions(const std::vector<Turn>& turns, std::span<const Reading* const> readings);

    // To the reply at `turn`, given the words of the question that it met and of what was open
    // before. Turns are asked for in ascending order.
    [[nodiscard]] Reaction to(std::uint32_t turn,
                              const std::vector<Token>& question,
                              const std::vector<Token>& earlier);

private:
    void read_customer_after(std::uint32_t turn);
    [[nodiscard]] bool is_followed(std::uint32_t turn) const;
    // Fills in what shared words tell.
    void compare(Reaction& reaction,
                 const std::vector<Token>& question,
                 const std::vector<Token>& earlier,
                 const Utterance& reply) const;

    const std::vector<Turn>& turns_;
    std::span<const Reading* const> readings_;
    std::uint32_t first_reply_ = 0;
    // The customer's turns from `begin_` to the next reply, and the last reply before them.
    std::uint32_t begin_ = 0;
    std::uint32_t last_reply_ = 0;
    std::vector<Token> said_;  // All that the customer says in them.
    float said_squares_ = 0;   // Like Utterance::squares.
    Reaction common_;          // What is the same for all replies before them.
};

}  // namespace suowen::analysis
