// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/conversation.h"

namespace suowen::report {

// A conversation as one line of the native format, without its line break; reading it again gives
// the same conversation.
[[nodiscard]] std::string native_json(const Conversation& conversation);

}  // namespace suowen::report
