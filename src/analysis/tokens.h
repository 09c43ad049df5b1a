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

// Looks tokens up in a sorted list. They have to be asked for in the order of their keys, so that
// it goes along the list once; the list has to outlive it.
class SortedLookup {
public:
    explicit SortedLookup(const std::vector<Token>& tokens)
        : at_(tokens.begin()), end_(tokens.end()) {}

    // Null where the list has none with that key.
    [[nodiscard]] const Token* find(const Token& token) {
        while (at_ != end_ && has_lower_key(*at_, token)) {
            ++at_;
        }
        return at_ != end_ && at_->key == token.key ? &*at_ : nullptr;
    }

private:
    std::vector<Token>::const_iterator at_;
    std::vector<Token>::const_iterator end_;
};

// Whether a sorted list has the token.
[[nodiscard]] bool holds(const std::vector<Token>& tokens, const Token& token);

// Whether a list of tokens_of() has a Chinese character or a pair of them.
[[nodiscard]] bool holds_han(const std::vector<Token>& tokens, std::string_view characters);

// The tokens of the first 64 KiB of a normalized text, each key once, sorted by key. Stop words and
// characters are left out.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view normalized);

// A Chinese character that says how words go together or nothing: 的, 吗, 您.
[[nodiscard]] bool is_function_character(char32_t c);

// The tokens of both lists, each key once.
[[nodiscard]] std::vector<Token> merged(const std::vector<Token>& a, const std::vector<Token>& b);

}  // namespace suowen::analysis
