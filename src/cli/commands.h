// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "cli/run.h"

namespace suowen::cli {

// One thing that the program can do.
struct CommandInfo {
    Command command;
    std::string_view group;    // The first of two words: "rules"; empty for commands of one word.
    std::string_view name;     // "audit", "list"
    std::string_view operand;  // "PATH"; empty when it takes none.
    std::string_view operand_help;
    std::size_t min_operands;
    std::size_t max_operands;
    std::vector<std::string_view> operand_words;  // All operands that it takes; empty for files.
    std::string_view help;
    std::vector<std::string_view> examples;  // What follows "suowen" and the words of the command.
    std::string_view exit_one;               // What exit code 1 says; empty where there is none.
    ExitCode (*run)(const Settings& settings, const Streams& io);
};

inline constexpr std::size_t kAnyNumber = static_cast<std::size_t>(-1);

// All commands, in the order in which --help lists them.
[[nodiscard]] const std::vector<CommandInfo>& commands();

// The word or two that name a command: "audit", "rules list".
[[nodiscard]] std::string words_of(const CommandInfo& command);

// The words that can follow `group`, or begin a command when it is empty; each once.
[[nodiscard]] std::vector<std::string_view> words_after(std::string_view group);

// Each writes to `io` alone. Settings are valid.
ExitCode audit(const Settings& settings, const Streams& io);
ExitCode detect(const Settings& settings, const Streams& io);
ExitCode diff(const Settings& settings, const Streams& io);
ExitCode convert(const Settings& settings, const Streams& io);
ExitCode explain(const Settings& settings, const Streams& io);
ExitCode evaluate(const Settings& settings, const Streams& io);
ExitCode list_rules(const Settings& settings, const Streams& io);
ExitCode show_rule(const Settings& settings, const Streams& io);
ExitCode check_rules(const Settings& settings, const Streams& io);
ExitCode test_rules(const Settings& settings, const Streams& io);
ExitCode list_statutes(const Settings& settings, const Streams& io);
ExitCode profile_rules(const Settings& settings, const Streams& io);
ExitCode list_patterns(const Settings& settings, const Streams& io);
ExitCode write_completions(const Settings& settings, const Streams& io);

}  // namespace suowen::cli
