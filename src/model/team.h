// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace suowen {

// Whether a name is meant by a glob; an empty name never is.
[[nodiscard]] bool fits_glob(std::string_view name, const std::string& glob);

// Who, by name or glob, is of which team.
struct TeamMember {
    std::string glob;
    std::string team;
};

// The team of the first member that fits; empty when none does.
[[nodiscard]] std::string_view team_of(std::string_view name,
                                       const std::vector<TeamMember>& members);

}  // namespace suowen
