// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace suowen::analysis {

// Words of the service domain that mean the same for relevance, separated by '|', in normalized
// form (see text/normalizer.h): 退款, 退钱 and "refund" are one concept.
[[nodiscard]] std::span<const std::string_view> concepts();

// Chinese characters that carry no topic: particles, pronouns, copulas, politeness.
[[nodiscard]] std::string_view stop_characters();

// Chinese characters that are common in service talk whatever its topic; they weigh a little.
[[nodiscard]] std::string_view common_characters();

// English words without topic, and those that are common in service talk; separated by spaces.
[[nodiscard]] std::string_view stop_words();
[[nodiscard]] std::string_view common_words();

}  // namespace suowen::analysis
