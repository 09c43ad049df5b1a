// SPDX-License-Identifier: Apache-2.0
#include "model/team.h"

#include <algorithm>

#include "base/glob.h"

namespace suowen {

bool fits_glob(std::string_view name, const std::string& glob) {
    return !name.empty() && matches_glob(name, glob);
}

std::string_view team_of(std::string_view name, const std::vector<TeamMember>& members) {
    const auto found = std::find_if(members.begin(), members.end(), [&](const TeamMember& member) {
        return fits_glob(name, member.glob);
    });
    return found == members.end() ? std::string_view() : std::string_view(found->team);
}

}  // namespace suowen
