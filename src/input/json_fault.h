// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace suowen::input {

struct JsonFault {
    std::size_t offset = 0;  // Byte of the text where it cannot be read on.
    std::string reason;
};

// Where and why `text` is not JSON; empty if it is. Slow: for texts that the fast parser refused,
// which does not tell.
[[nodiscard]] std::optional<JsonFault> find_json_fault(std::string_view text);

}  // namespace suowen::input
