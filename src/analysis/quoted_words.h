// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "analysis/reading.h"
#include "model/finding.h"

namespace suowen::analysis {

// A word of a question and one of a reply that name the same field of talk; views into the texts.
struct RelatedWords {
    std::string_view asked;
    std::string_view said;
};

// Pieces of a question that people can read, in its order.
struct QuotedWords {
    std::vector<ByteRange> matched;  // What the reply takes up.
    std::vector<ByteRange> missing;  // What it does not.
    // Each word of the question once, none that both say, whole or in part.
    std::vector<RelatedWords> related;
};

// Pairs of Chinese characters that overlap are put together again; what is missing reaches as far
// as the question goes on without a function character, a blank and what the reply says.
[[nodiscard]] QuotedWords quoted_words(const QuestionReading& question, const Utterance& reply);

}  // namespace suowen::analysis
