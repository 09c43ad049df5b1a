// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "model/finding.h"

namespace suowen::text {

// The range with the words and numbers that its ends cut: "fund with" of "refund within" becomes
// "refund within", "20" of "2,000.50" the whole amount. Words are of scripts that put something
// between them; Chinese characters stand for themselves and are never taken in. An empty range
// stays as it is; one that reaches out of the text is cut to it.
[[nodiscard]] ByteRange whole_words(std::string_view text, ByteRange range);

}  // namespace suowen::text
