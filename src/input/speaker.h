// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/conversation.h"

namespace suowen::input {

// The role that a log states in a field of its own: `agent`, `客服`, `visitor`, `机器人` ... Letter
// case does not matter.
[[nodiscard]] std::optional<Role> role_from_word(std::string_view word);

// The role that a speaker's name gives away: `客服-林禾`, `Support Anna`, `智能助手`.
[[nodiscard]] std::optional<Role> role_from_name(std::string_view name);

// A turn whose role may still be open: logs without a role field tell it by names alone.
struct UnassignedTurn {
    Turn turn;
    std::optional<Role> role;
};

// Settles open roles: beside a known customer everybody else serves; beside a known agent or bot
// everybody else asks; where no name tells anything, whoever speaks first is the customer.
[[nodiscard]] std::vector<Turn> assign_roles(std::vector<UnassignedTurn> turns);

// `attachment` for texts that only stand in for an image, a voice message or a file (`[图片]`).
[[nodiscard]] TurnKind kind_of(std::string_view text);

}  // namespace suowen::input
