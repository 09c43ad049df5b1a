// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "analysis/utterance.h"
#include "model/finding.h"

namespace suowen::analysis {

// Pieces of a question that people can read, in its order.
struct QuotedWords {
    std::vector<ByteRange> matched;  // What the reply takes up.
    std::vector<ByteRange> missing;  // What it does not.
};

// `telling` are tokens of the normalized `question` that are worth quoting, in reading order. Pairs
// of Chinese characters that overlap are put together again; what is missing reaches as far as the
// text goes on without a function character and without what the reply says.
[[nodiscard]] QuotedWords quoted_words(std::string_view question,
                                       const std::vector<Token>& telling,
                                       const Utterance& reply);

}  // namespace suowen::analysis
