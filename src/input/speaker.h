// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "input/role_policy.h"
#include "model/conversation.h"

namespace suowen::input {

// The role that a log states in a field of its own: `agent`, `客服`, `visitor`, `机器人` ... Letter
// case does not matter.
[[nodiscard]] std::optional<Role> role_from_word(std::string_view word);

// The role that a speaker's name gives away: `客服-林禾`, `Support Anna`, `智能助手`.
[[nodiscard]] std::optional<Role> role_from_name(std::string_view name);

// A turn whose role may still be open.
struct UnassignedTurn {
    Turn turn;
    std::optional<Role> role;       // As the log states it.
    std::optional<Role> name_role;  // As the name gives it away.
    std::optional<bool> is_self;    // Sent by whoever exported the log.
    std::string_view account;       // Of the speaker; beside the name, for RolePolicy.
};

// How sure the roles of a conversation are.
enum class RoleBasis : std::uint8_t {
    stated,   // By the log, by the user, or by the name of one of the speakers.
    guessed,  // From who exported the log, or from who speaks first.
    none,     // Nothing tells agent from customer.
};

struct AssignedTurns {
    std::vector<Turn> turns;
    RoleBasis basis = RoleBasis::stated;
};

// Settles open roles. The policy comes first, then names; who exported a log is taken for the
// agent. Beside a known customer everybody else serves; beside a known agent or bot everybody else
// asks. Where two speak and nothing tells, the first is taken for the customer.
[[nodiscard]] AssignedTurns assign_roles(std::vector<UnassignedTurn> turns,
                                         const RolePolicy& policy);

// `attachment` for texts that only stand in for an image, a voice message or a file (`[图片]`).
[[nodiscard]] TurnKind kind_of(std::string_view text);

}  // namespace suowen::input
