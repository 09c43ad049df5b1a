// SPDX-License-Identifier: Apache-2.0
#include "input/flag_word.h"

#include <algorithm>
#include <array>

#include "input/blank.h"
#include "input/letter_case.h"

namespace suowen::input {

std::optional<bool> flag_from_word(std::string_view word) {
    constexpr auto kYes =
        std::to_array<std::string_view>({"1", "true", "t", "yes", "y", "是", "真", "√"});
    constexpr auto kNo =
        std::to_array<std::string_view>({"0", "false", "f", "no", "n", "否", "假", "不是", "×"});
    const std::string lowered = lower_case(trimmed(word));
    const auto is_in = [&](const auto& words) {
        return std::find(words.begin(), words.end(), lowered) != words.end();
    };
    return is_in(kYes) ? std::optional(true) : is_in(kNo) ? std::optional(false) : std::nullopt;
}

}  // namespace suowen::input
