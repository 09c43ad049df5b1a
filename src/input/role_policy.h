// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/conversation.h"

namespace suowen::input {

// What the user says of who serves, for logs that do not say it themselves.
struct RolePolicy {
    // Globs (fnmatch) on names and account ids of the staff. Where there are any, everybody else is
    // a customer unless the log says otherwise.
    std::vector<std::string> agents;
    // Who exported the log: the side of "me" and "is self".
    std::optional<Role> self;

    [[nodiscard]] bool is_staff(std::string_view name, std::string_view account) const;
};

}  // namespace suowen::input
