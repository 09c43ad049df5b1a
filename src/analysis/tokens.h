// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/finding.h"

namespace suowen::analysis {

// A unit of meaning: a Chinese character or a pair of them, an English stem, a number, or a concept
// of the lexicon that was mentioned.
struct Token {
    std::uint64_t key = 0;  // Equal for equal tokens.
    float weight = 0;       // What sharing it says, from 0: rare words more than common ones.
    ByteRange span;         // In the normalized text; empty for concepts.
    bool is_concept = false;
};

// The tokens of the first 64 KiB of a normalized text, each key once, sorted by key. Stop words and characters are left
// out.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view normalized);

// Keys of concepts that answers to a question with these tokens tend to mention.
[[nodiscard]] std::vector<std::uint64_t> associated_keys(std::string_view normalized_question);

// Whether the text mentions the answering side of one of these associations.
[[nodiscard]] int count_associated(std::string_view normalized_reply,
                                   const std::vector<std::uint64_t>& keys);

}  // namespace suowen::analysis
