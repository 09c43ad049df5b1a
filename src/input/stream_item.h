// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>

#include "base/diagnostic.h"
#include "model/conversation.h"

namespace suowen::input {

// What comes out of the input, in file order: damage travels in the same stream as the
// conversations, so its place in the output is fixed too.
using StreamItem = std::variant<Conversation, Diagnostic>;

}  // namespace suowen::input
