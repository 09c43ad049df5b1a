// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace suowen {

// Whether all of a text is of the form of a glob, as fnmatch(3) has them without flags.
[[nodiscard]] bool matches_glob(std::string_view text, const std::string& glob);

}  // namespace suowen
