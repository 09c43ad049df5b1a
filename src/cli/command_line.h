// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "cli/commands.h"
#include "cli/option_values.h"

namespace suowen::cli {

// What the command line asks for.
struct Invocation {
    const CommandInfo* command = nullptr;
    OptionValues values;
    std::vector<std::string> operands;
};

// Text to print instead: help or the version.
struct Answer {
    std::string text;
};

// Reads the words after the program's name.
[[nodiscard]] Result<std::variant<Invocation, Answer>> parse_command_line(
    const std::vector<std::string>& arguments);

// What --help prints.
[[nodiscard]] std::string help_text();

}  // namespace suowen::cli
