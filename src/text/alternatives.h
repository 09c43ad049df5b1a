// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace suowen::text {

// The alternatives of an RE2 pattern in their order, those of groups that are all of an alternative
// too: "a|(?:b|c)d|(?:e|f)" has a, (?:b|c)d, e and f. The pattern's leftmost match is that of the
// first alternative among those that begin leftmost. A pattern with capturing groups or flags is
// not taken apart. Views into `pattern`; at least one.
[[nodiscard]] std::vector<std::string_view> alternatives_of(std::string_view pattern);

}  // namespace suowen::text
