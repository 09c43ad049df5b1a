// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace suowen::report {

// Text for XML and HTML, in content and in attributes. Characters that XML cannot hold, and those
// that change the direction of text, become U+FFFD.
[[nodiscard]] std::string escaped_markup(std::string_view text);

}  // namespace suowen::report
