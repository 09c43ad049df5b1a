// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace suowen::analysis {

// The questions that lead to a verdict, in the order in which they are asked; odds.h has the sums
// that answer them.
enum class Stage : std::uint8_t {
    filler,  // It is a greeting, a hold or a farewell.
    asking,  // It asks back for what it needs.
    doubt,   // It answers nothing.
    drift,   // What answers nothing is about something else, and no evasion.
    half,    // An answer leaves a part of the question open.
};

inline constexpr std::size_t kStages = 5;

// How far the words of a text lean towards yes at each stage, in log odds: the sum over the
// different words, pairs of Chinese characters and pairs of English words of a table that it has,
// wherever they stand.
struct Leanings {
    std::array<float, kStages> sums{};

    [[nodiscard]] double of(Stage stage) const { return sums[static_cast<std::size_t>(stage)]; }
};

// Words longer than a Chinese character or three letters that lean most towards doubt, most first;
// they live as long as the program.
using DoubtfulWords = std::array<std::string_view, 6>;

struct ReplyLeanings {
    Leanings leanings;
    DoubtfulWords doubtful{};
};

// By reply_leanings.txt.
[[nodiscard]] ReplyLeanings leanings_of_reply(std::string_view normalized);

// Of what the customer says to a reply, about that reply: by reaction_leanings.txt.
[[nodiscard]] Leanings leanings_of_reaction(std::string_view normalized);

// Of what a reply is said to, about that reply: by question_leanings.txt.
[[nodiscard]] Leanings leanings_of_question(std::string_view normalized);

}  // namespace suowen::analysis
