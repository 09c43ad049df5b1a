// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/commands.h"

namespace suowen::cli {
namespace {

std::vector<const OptionInfo*> options_of(const CommandInfo& command) {
    std::vector<const OptionInfo*> known;
    for (const OptionInfo& option : options()) {
        if (option.belongs_to(command.command)) {
            known.push_back(&option);
        }
    }
    return known;
}

bool takes_files(const CommandInfo& command) {
    return command.operand == "PATH" || command.operand == "FILE";
}

// A text inside of single quotes, for all three shells.
std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return out + "'";
}

// What follows an option that takes a value, as branches of `case`.
void write_bash_values(const CommandInfo& command, std::ostream& out) {
    for (const OptionInfo* option : options_of(command)) {
        if (option->is_flag()) {
            continue;
        }
        const std::string words =
            option->is_path()
                ? std::string("compgen -f -- \"$word\"")
                : fmt::format("compgen -W {} -- \"$word\"",
                              quoted(fmt::format("{}", fmt::join(option->words, " "))));
        out << fmt::format("            '{}:--{}') mapfile -t COMPREPLY < <({}); return ;;\n",
                           words_of(command),
                           option->name,
                           words);
    }
}

void write_bash(std::ostream& out) {
    out << "# Completions of suowen for bash: source <(suowen completions bash)\n"
           "_suowen() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    local command=${COMP_WORDS[1]} known=''\n"
           "    COMPREPLY=()\n"
           "    [ \"$command\" = rules ] && command=\"rules ${COMP_WORDS[2]}\"\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n";
    out << fmt::format("        known='{} --help --version'\n", fmt::join(words_after(""), " "));
    out << "    elif [ \"$COMP_CWORD\" -eq 2 ] && [ \"${COMP_WORDS[1]}\" = rules ]; then\n";
    out << fmt::format("        known='{} --help'\n", fmt::join(words_after("rules"), " "));
    out << "    else\n        case \"$command:$before\" in\n";
    for (const CommandInfo& command : commands()) {
        write_bash_values(command, out);
    }
    out << "        esac\n        case $command in\n";
    for (const CommandInfo& command : commands()) {
        std::string known = fmt::format("{}", fmt::join(command.operand_words, " "));
        for (const OptionInfo* option : options_of(command)) {
            known += fmt::format(" --{}", option->name);
        }
        const std::string files = takes_files(command)
                                      ? " [[ $word != -* ]] && { mapfile -t COMPREPLY < <(compgen "
                                        "-f -- \"$word\"); return; };"
                                      : "";
        out << fmt::format("            '{}'){} known='{} --help --version' ;;\n",
                           words_of(command),
                           files,
                           known);
    }
    out << "        esac\n    fi\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$known\" -- \"$word\")\n"
           "}\n"
           "complete -o filenames -F _suowen suowen\n";
}

// "--format[how to write the report]:FORMAT:(text json)"
std::string zsh_option(const OptionInfo& option) {
    std::string help(option.help);
    std::replace(help.begin(), help.end(), ':', ',');
    std::string spec = fmt::format("{}--{}{}[{}]",
                                   option.is_repeatable ? "*" : "",
                                   option.name,
                                   option.is_flag() ? "" : "=",
                                   help);
    if (!option.is_flag()) {
        spec += fmt::format(":{}:", option.argument);
        if (option.is_path()) {
            spec += "_files";
        } else if (!option.words.empty()) {
            spec += fmt::format("({})", fmt::join(option.words, " "));
        }
    }
    return quoted(spec);
}

void write_zsh_command(const CommandInfo& command, std::ostream& out) {
    out << fmt::format("        '{}')\n            _arguments", words_of(command));
    for (const OptionInfo* option : options_of(command)) {
        out << " \\\n                " << zsh_option(*option);
    }
    out << " \\\n                '--help[print this help]'";
    if (takes_files(command)) {
        out << fmt::format(" \\\n                '*:{}:_files'", command.operand);
    } else if (!command.operand_words.empty()) {
        out << fmt::format(" \\\n                '1:{}:({})'",
                           command.operand,
                           fmt::join(command.operand_words, " "));
    }
    out << " ;;\n";
}

void write_zsh(std::ostream& out) {
    out << "#compdef suowen\n"
           "# Completions of suowen for zsh: put this as _suowen into a folder of $fpath.\n"
           "_suowen() {\n"
           "    local command=$words[2]\n"
           "    if (( CURRENT == 2 )); then\n";
    out << fmt::format("        compadd -- {} --help --version\n        return\n    fi\n",
                       fmt::join(words_after(""), " "));
    out << "    if [[ $command == rules ]]; then\n        if (( CURRENT == 3 )); then\n";
    out << fmt::format("            compadd -- {} --help\n            return\n        fi\n",
                       fmt::join(words_after("rules"), " "));
    out << "        command=\"rules $words[3]\"\n        shift words\n        (( CURRENT-- ))\n"
           "    fi\n"
           "    shift words\n    (( CURRENT-- ))\n"
           "    case $command in\n";
    for (const CommandInfo& command : commands()) {
        write_zsh_command(command, out);
    }
    out << "    esac\n}\nif [[ $funcstack[1] == _suowen ]]; then\n    _suowen \"$@\"\nelse\n"
           "    compdef _suowen suowen\nfi\n";
}

void write_fish_command(const CommandInfo& command, std::ostream& out) {
    std::string seen = fmt::format("__fish_seen_subcommand_from {}", command.name);
    if (!command.group.empty()) {
        seen = fmt::format("__fish_seen_subcommand_from {}; and {}", command.group, seen);
    }
    for (const OptionInfo* option : options_of(command)) {
        out << fmt::format("complete -c suowen -n {} -l {} -d {}",
                           quoted(seen),
                           option->name,
                           quoted(option->help));
        if (!option->is_flag()) {
            out << (option->is_path() ? " -r -F" : " -x");
        }
        if (!option->words.empty()) {
            out << fmt::format(" -a '{}'", fmt::join(option->words, " "));
        }
        out << '\n';
    }
    if (takes_files(command)) {
        out << fmt::format("complete -c suowen -n {} -F\n", quoted(seen));
    }
    if (!command.operand_words.empty()) {
        out << fmt::format("complete -c suowen -n {} -a '{}'\n",
                           quoted(seen),
                           fmt::join(command.operand_words, " "));
    }
}

void write_fish(std::ostream& out) {
    out << "# Completions of suowen for fish: suowen completions fish | source\n"
           "complete -c suowen -f\n"
           "complete -c suowen -n __fish_use_subcommand -l help\n"
           "complete -c suowen -n __fish_use_subcommand -l version\n";
    out << fmt::format("complete -c suowen -n __fish_use_subcommand -a '{}'\n",
                       fmt::join(words_after(""), " "));
    const std::string rules = fmt::format("{}", fmt::join(words_after("rules"), " "));
    out << fmt::format(
        "complete -c suowen -n '__fish_seen_subcommand_from rules; and not "
        "__fish_seen_subcommand_from {}' -a '{}'\n",
        rules,
        rules);
    for (const CommandInfo& command : commands()) {
        write_fish_command(command, out);
    }
}

}  // namespace

ExitCode write_completions(const Settings& settings, const Streams& io) {
    const std::string& shell = settings.operands.front();
    if (shell == "bash") {
        write_bash(io.out);
    } else if (shell == "zsh") {
        write_zsh(io.out);
    } else {
        write_fish(io.out);
    }
    return ExitCode::clean;
}

}  // namespace suowen::cli
