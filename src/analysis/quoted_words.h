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

}  // namespace suowen::analysis
