// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"

#include <fmt/format.h>

#include <algorithm>

namespace suowen::cli {

const std::vector<CommandInfo>& commands() {
    static const std::vector<CommandInfo> table = {
        {Command::audit,
         "",
         "audit",
         "PATH",
         0,
         kAnyNumber,
         {},
         "audit transcripts: files, folders, archives, or - for the standard input",
         audit},
        {Command::detect,
         "",
         "detect",
         "PATH",
         1,
         kAnyNumber,
         {},
         "say what files are: format, encoding, roles, times, what cannot be read",
         detect},
        {Command::convert,
         "",
         "convert",
         "PATH",
         0,
         kAnyNumber,
         {},
         "write transcripts of any format as native JSON Lines",
         convert},
        {Command::diff,
         "",
         "diff",
         "RUN",
         2,
         2,
         {},
         "say what changed between two runs, by their --format ndjson",
         diff},
        {Command::explain,
         "",
         "explain",
         "",
         0,
         0,
         {},
         "judge one question and one reply, and say why",
         explain},
        {Command::eval,
         "",
         "eval",
         "LABELLED",
         1,
         kAnyNumber,
         {},
         "compare verdicts and findings with labelled transcripts",
         evaluate},
        {Command::rules_list, "rules", "list", "", 0, 0, {}, "list the rules", list_rules},
        {Command::rules_show, "rules", "show", "ID", 1, 1, {}, "say all about one rule", show_rule},
        {Command::rules_check,
         "rules",
         "check",
         "FILE",
         0,
         kAnyNumber,
         {},
         "say what is wrong or doubtful in rule packs",
         check_rules},
        {Command::rules_test,
         "rules",
         "test",
         "FILE",
         0,
         kAnyNumber,
         {},
         "run the test cases that rules carry",
         test_rules},
        {Command::rules_statutes,
         "rules",
         "statutes",
         "ID",
         0,
         1,
         {},
         "list the statutes that rules cite, or say all about one",
         list_statutes},
        {Command::rules_profile,
         "rules",
         "profile",
         "PATH",
         1,
         kAnyNumber,
         {},
         "audit transcripts and say what each rule cost and found",
         profile_rules},
        {Command::rules_patterns,
         "rules",
         "patterns",
         "",
         0,
         0,
         {},
         "print the RE2 patterns of all rules, one a line",
         list_patterns},
        {Command::completions,
         "",
         "completions",
         "SHELL",
         1,
         1,
         {"bash", "zsh", "fish"},
         "print a completion script for bash, zsh or fish",
         write_completions},
    };
    return table;
}

std::string words_of(const CommandInfo& command) {
    return command.group.empty() ? std::string(command.name)
                                 : fmt::format("{} {}", command.group, command.name);
}

std::vector<std::string_view> words_after(std::string_view group) {
    std::vector<std::string_view> words;
    for (const CommandInfo& command : commands()) {
        const bool is_here = command.group == group;
        const std::string_view word = is_here ? command.name : command.group;
        if ((is_here || group.empty()) &&
            std::find(words.begin(), words.end(), word) == words.end()) {
            words.push_back(word);
        }
    }
    return words;
}

}  // namespace suowen::cli
