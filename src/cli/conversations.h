// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "cli/diagnostics.h"
#include "cli/options.h"
#include "cli/run.h"
#include "input/conversation_stream.h"

namespace suowen::cli {

// What to read, as the settings say: the operands, or the standard input when there are none.
[[nodiscard]] input::InputOptions input_options(const Settings& settings, const Streams& io);

// Calls `visit` for each conversation of the operands, in order, and prints what could not be read.
// False when some input was not.
[[nodiscard]] bool for_each_conversation(const Settings& settings,
                                         const Streams& io,
                                         const DiagnosticPrinter& printer,
                                         const std::function<void(Conversation)>& visit);

}  // namespace suowen::cli
