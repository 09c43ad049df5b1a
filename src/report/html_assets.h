// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace suowen::report {

// What the HTML report carries with it: it must work from a file, without a network.
[[nodiscard]] std::string_view html_style();
[[nodiscard]] std::string_view html_script();

}  // namespace suowen::report
