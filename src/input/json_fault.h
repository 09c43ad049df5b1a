// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "input/item_queue.h"
#include "input/line_reader.h"

namespace suowen::input {

struct JsonFault {
    std::size_t offset = 0;  // Byte of the text where it cannot be read on.
    std::string reason;
};

// Where and why `text` is not JSON; empty if it is. Slow: for texts that the fast parser refused,
// which does not tell.
[[nodiscard]] std::optional<JsonFault> find_json_fault(std::string_view text);

// The same as an error. `column` is that of the first character of the text, 0 where it is not
// known.
[[nodiscard]] Diagnostic broken_json(const std::string& path,
                                     const Line& text,
                                     std::uint32_t column);

// Puts U+FFFD in place of halves of surrogate pairs in JSON, which parsers refuse: exporters that
// cut texts at so many UTF-16 units leave them behind.
class SurrogateMender {
public:
    // Padded, and no byte moves. Empty where there are none. The first time, `items` gets a note.
    [[nodiscard]] std::optional<std::string> mend(const std::string& path,
                                                  const Line& text,
                                                  ItemQueue& items);

private:
    bool has_told_ = false;
};

}  // namespace suowen::input
