// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace suowen::analysis {

// Words of the service domain that mean the same for relevance, separated by '|', in normalized
// form (see text/normalizer.h): 退款, 退钱 and "refund" are one concept.
[[nodiscard]] std::span<const std::string_view> concepts();

// Fields of talk, a line each: "name: word|word", and lines of headings that begin with '#'. Words
// that go together in question and answer though they do not mean the same, as 咳嗽 and 体温; in
// normalized form. See fields.txt.
[[nodiscard]] std::string_view fields();

// How far words lean towards a verdict, a line each: "word filler asking doubt drift half", and
// headings that begin with '#'. See the .txt files of that name and leanings.h.
[[nodiscard]] std::string_view question_leanings();
[[nodiscard]] std::string_view reaction_leanings();
[[nodiscard]] std::string_view reply_leanings();

// Chinese characters that carry no topic: particles, pronouns, copulas, politeness.
[[nodiscard]] std::string_view stop_characters();

// Chinese characters that are common in service talk whatever its topic; they weigh a little.
[[nodiscard]] std::string_view common_characters();

// English words without topic, and those that are common in service talk; separated by spaces.
[[nodiscard]] std::string_view stop_words();
[[nodiscard]] std::string_view common_words();

}  // namespace suowen::analysis
