// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace suowen::input {

// What a field that holds a flag says: `1`, `true`, `yes`, `是` ..., `0`, `false`, `no`, `否` ...
// Letter case does not matter. Empty for any other word: a flag that is guessed turns agents into
// customers.
[[nodiscard]] std::optional<bool> flag_from_word(std::string_view word);

}  // namespace suowen::input
