// SPDX-License-Identifier: Apache-2.0
#include "input/speaker.h"

#include "catch.h"

namespace suowen::input {
namespace {

TEST_CASE("role fields are read in both languages, in any letter case") {
    CHECK(role_from_word("customer") == Role::customer);
    CHECK(role_from_word("Agent") == Role::agent);
    CHECK(role_from_word("机器人") == Role::bot);
    CHECK(role_from_word("系统消息") == Role::system);
    CHECK_FALSE(role_from_word("boss"));
    CHECK_FALSE(role_from_word(""));
}

TEST_CASE("names give roles away by their words") {
    CHECK(role_from_name("客服-林禾") == Role::agent);
    CHECK(role_from_name("智能客服小澜") == Role::bot);
    CHECK(role_from_name("客户经理张") == Role::agent);
    CHECK(role_from_name("买家小顾") == Role::customer);
    CHECK(role_from_name("Support Anna") == Role::agent);
    CHECK(role_from_name("agent03") == Role::agent);
    CHECK(role_from_name("系统消息(10000)") == Role::system);
    CHECK_FALSE(role_from_name("Abbott"));
    CHECK_FALSE(role_from_name("小李"));
}

std::string assigned(std::vector<std::pair<std::string, std::optional<Role>>> speakers) {
    std::vector<UnassignedTurn> turns;
    for (const auto& [name, role] : speakers) {
        Turn turn;
        turn.name = name;
        turns.push_back({turn, role, {}, {}, {}});
    }
    std::string roles;
    for (const Turn& turn : assign_roles(std::move(turns), RolePolicy()).turns) {
        roles += "CABS"[static_cast<int>(turn.role)];
    }
    return roles;
}

UnassignedTurn turn_of(std::string_view name, std::optional<bool> is_self = {}) {
    Turn turn;
    turn.name = name;
    return {turn, {}, role_from_name(name), is_self, name};
}

std::string roles_of(const std::vector<UnassignedTurn>& turns, const RolePolicy& policy = {}) {
    std::string roles;
    for (const Turn& turn : assign_roles(turns, policy).turns) {
        roles += "CABS"[static_cast<int>(turn.role)];
    }
    return roles;
}

TEST_CASE("the user's word on who serves comes before names and flags") {
    RolePolicy policy;
    policy.agents = {"kefu*", "小王"};
    CHECK(roles_of({turn_of("小李"), turn_of("kefu01"), turn_of("小王")}, policy) == "CAA");
    CHECK(roles_of({turn_of("客服小赵"), turn_of("小王")}, policy) == "CA");
    CHECK(assign_roles({turn_of("小李"), turn_of("小王")}, policy).basis == RoleBasis::stated);
}

TEST_CASE("who exported a log is taken for the agent unless the user says otherwise") {
    const std::vector<UnassignedTurn> turns = {turn_of("小李", false), turn_of("我", true)};
    CHECK(roles_of(turns) == "CA");
    CHECK(assign_roles(turns, {}).basis == RoleBasis::guessed);
    RolePolicy policy;
    policy.self = Role::customer;
    CHECK(roles_of(turns, policy) == "AC");
    CHECK(assign_roles(turns, policy).basis == RoleBasis::stated);
}

TEST_CASE("where nothing tells agent from customer, that is told") {
    const auto basis = [](const std::vector<UnassignedTurn>& turns) {
        return assign_roles(turns, {}).basis;
    };
    CHECK(basis({turn_of("小李")}) == RoleBasis::none);
    CHECK(basis({turn_of("小李"), turn_of("小张")}) == RoleBasis::guessed);
    CHECK(basis({turn_of("小李"), turn_of("小张"), turn_of("小陈")}) == RoleBasis::none);
    CHECK(basis({turn_of("小李"), turn_of("客服")}) == RoleBasis::stated);
}

TEST_CASE("open roles follow from the known ones, else from who speaks first") {
    CHECK(assigned({{"甲", {}}, {"乙", {}}, {"甲", {}}, {"丙", {}}}) == "CACA");
    CHECK(assigned({{"甲", {}}, {"乙", Role::customer}}) == "AC");
    CHECK(assigned({{"甲", {}}, {"乙", Role::bot}, {"甲", {}}}) == "CBC");
    CHECK(assigned({{"甲", Role::system}, {"乙", {}}, {"丙", {}}}) == "SCA");
}

TEST_CASE("texts that stand in for something else are attachments") {
    CHECK(kind_of("[图片]") == TurnKind::attachment);
    CHECK(kind_of("【语音】") == TurnKind::attachment);
    CHECK(kind_of("<Image>") == TurnKind::attachment);
    CHECK(kind_of("[图片] 看") == TurnKind::text);
    CHECK(kind_of("[您好]") == TurnKind::text);
    CHECK(kind_of("") == TurnKind::text);
}

}  // namespace
}  // namespace suowen::input
