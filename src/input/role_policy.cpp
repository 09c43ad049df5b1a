// SPDX-License-Identifier: Apache-2.0
#include "input/role_policy.h"

#include <algorithm>

#include "model/team.h"

namespace suowen::input {

bool RolePolicy::is_staff(std::string_view name, std::string_view account) const {
    return std::any_of(agents.begin(), agents.end(), [&](const std::string& glob) {
        return fits_glob(name, glob) || fits_glob(account, glob);
    });
}

}  // namespace suowen::input
