// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace suowen::analysis {

// A unit of meaning: a Chinese character or a pair of them, an English stem, a number, or a concept
// or field of talk of the lexicon that was mentioned.
struct Token {
    std::uint32_t key = 0;  // Equal for equal tokens; for others with a chance of one in 4e9.
    float weight = 0;       // What it adds to a text; a character adds to the pairs that it is in,
                            // a field nothing, since its words are tokens themselves.
    float share = 0;        // What it says that two texts share it, from 0: rare words more.
    std::uint16_t begin = 0;  // The bytes in the normalized text; none for a concept.
    std::uint16_t end = 0;

    [[nodiscard]] bool is_concept() const { return end == 0; }

    [[nodiscard]] bool is_field() const { return weight == 0; }
};

// The order of lists of tokens.
[[nodiscard]] inline bool has_lower_key(const Token& a, const Token& b) {
    return a.key < b.key;
}

// Calls `visit(of_a, of_b)` for each token that two sorted lists share, in order.
template <class Visit>
void for_each_shared(const std::vector<Token>& a, const std::vector<Token>& b, Visit&& visit) {
    const Token* in_a = a.data();
    const Token* in_b = b.data();
    const Token* const end_a = in_a + a.size();
    const Token* const end_b = in_b + b.size();
    while (in_a != end_a && in_b != end_b) {
        const std::int64_t difference = std::int64_t{in_a->key} - std::int64_t{in_b->key};
        if (difference == 0) {
            visit(*in_a, *in_b);
        }
        // Which list goes on is a toss-up, so no jump may depend on it: what is added is the sign
        // bit of the difference.
        in_a += static_cast<std::uint64_t>(difference - 1) >> 63U;
        in_b += static_cast<std::uint64_t>(-difference - 1) >> 63U;
    }
}

// Whether a list of tokens_of() has a Chinese character or a pair of them.
[[nodiscard]] bool holds_han(const std::vector<Token>& tokens, std::string_view characters);

// The tokens of the first 64 KiB of a normalized text, each key once, sorted by key. Stop words and
// characters are left out.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view normalized);

// A Chinese character that says how words go together or nothing: 的, 吗, 您.
[[nodiscard]] bool is_function_character(char32_t c);

// The sum of the weights.
[[nodiscard]] float weight_of(const std::vector<Token>& tokens);

// The tokens of both lists, each key once.
[[nodiscard]] std::vector<Token> merged(const std::vector<Token>& a, const std::vector<Token>& b);

}  // namespace suowen::analysis
