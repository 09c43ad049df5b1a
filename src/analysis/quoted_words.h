// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "analysis/reading.h"
#include "model/finding.h"

namespace suowen::analysis {

// Pieces of a question that people can read, in its order.
struct QuotedWords {
    std::vector<ByteRange> matched;  // What the reply takes up.
    std::vector<ByteRange> missing;  // What it does not.
};

// `reading` is of the normalized `question`. Pairs of Chinese characters that overlap are put
// together again; what is missing reaches as far as the text goes on without a function character,
// a blank and what the reply says.
[[nodiscard]] QuotedWords quoted_words(std::string_view question,
                                       const QuestionReading& reading,
                                       const Utterance& reply);

// A word of a question and one of a reply that name the same field of talk.
struct RelatedWords {
    std::string_view asked;
    std::string_view said;
};

// In the order of the question, each of its words once. Words that both have are left out. The
// views are into the texts.
[[nodiscard]] std::vector<RelatedWords> related_words(const Utterance& asked,
                                                      const Utterance& reply);

}  // namespace suowen::analysis
