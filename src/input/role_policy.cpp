// SPDX-License-Identifier: Apache-2.0
#include "input/role_policy.h"

#include <fnmatch.h>

#include <algorithm>

namespace suowen::input {

bool RolePolicy::is_staff(std::string_view name, std::string_view account) const {
    const auto fits = [](const std::string& glob, std::string_view text) {
        return !text.empty() && fnmatch(glob.c_str(), std::string(text).c_str(), 0) == 0;
    };
    return std::any_of(agents.begin(), agents.end(), [&](const std::string& glob) {
        return fits(glob, name) || fits(glob, account);
    });
}

}  // namespace suowen::input
