// SPDX-License-Identifier: Apache-2.0
#include "model/team.h"

#include "catch.h"

namespace suowen {
namespace {

TEST_CASE("the first glob that fits tells the team") {
    const std::vector<TeamMember> members = {{"小王", "售前"}, {"小*", "售后"}};
    CHECK(team_of("小王", members) == "售前");
    CHECK(team_of("小李", members) == "售后");
    CHECK(team_of("老李", members).empty());
    CHECK(team_of("", {{"*", "all"}}).empty());
}

}  // namespace
}  // namespace suowen
