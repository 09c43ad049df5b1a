// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "model/conversation.h"

namespace suowen::report {

// Whether a conversation's file and line are written with it, which readers pass over.
enum class Origin : std::uint8_t { left_out, named };

// A conversation as one line of the native format, without its line break; reading it again gives
// the same conversation.
[[nodiscard]] std::string native_json(const Conversation& conversation,
                                      Origin origin = Origin::left_out);

}  // namespace suowen::report
