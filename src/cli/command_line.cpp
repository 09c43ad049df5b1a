// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include "rules/field_reader.h"

namespace suowen::cli {
namespace {

using Parsed = Result<std::variant<Invocation, Answer>>;

constexpr std::string_view kDescription =
    "suowen audits customer-service transcripts: does the reply answer the question, and which "
    "law\n"
    "does it touch?";

std::string examples_of(const CommandInfo& command) {
    std::string text;
    for (const std::string_view example : command.examples) {
        text += fmt::format(
            "  suowen {}{}{}\n", words_of(command), example.empty() ? "" : " ", example);
    }
    return text;
}

// The end of a help. `one` is what exit code 1 says; empty where there is none.
std::string footer(std::string_view examples, std::string_view one) {
    return fmt::format(
        "Examples:\n{}Exit codes: 0 done, {}2 wrong use, 3 some input could not be read or the "
        "output not written.",
        examples,
        one.empty() ? "" : fmt::format("1 {}, ", one));
}

// The first example of each command of a group, or of those without.
std::string first_examples(std::string_view group) {
    std::string text;
    for (const CommandInfo& command : commands()) {
        if (command.group == group) {
            const std::string examples = examples_of(command);
            text += examples.substr(0, examples.find('\n') + 1);
        }
    }
    return text;
}

// The help of an option, and all values that it takes where they are a list.
std::string help_of(const OptionInfo& option) {
    return option.words.empty()
               ? std::string(option.help)
               : fmt::format("{}\none of {}", option.help, fmt::join(option.words, ", "));
}

Unexpected<Diagnostic> wrong_use(std::string message, std::string help) {
    return unexpected(
        Diagnostic{DiagnosticLevel::error, {}, std::move(message), std::move(help), {}});
}

bool is_option(const std::string& word) {
    return word.size() > 1 && word[0] == '-';
}

// CLI11 takes the next word for the value of "--output=", which would make a report of a log.
std::vector<std::string> with_empty_values(const std::vector<std::string>& arguments) {
    std::vector<std::string> words;
    bool may_be_options = true;
    for (const std::string& argument : arguments) {
        may_be_options = may_be_options && argument != "--";
        const bool is_empty_value = may_be_options && argument.starts_with("--") &&
                                    argument.find('=') + 1 == argument.size();
        words.push_back(is_empty_value ? argument.substr(0, argument.size() - 1) : argument);
        if (is_empty_value) {
            words.emplace_back();
        }
    }
    return words;
}

// The parser of one command, with what it has read.
struct CommandParser {
    const CommandInfo* info = nullptr;
    CLI::App* app = nullptr;
    std::map<std::string, std::vector<std::string>> texts;  // By option; nodes do not move.
    std::vector<std::string> operands;
};

std::string spelling(const OptionInfo& option) {
    const std::string letter = option.letter != 0 ? fmt::format("-{},", option.letter) : "";
    return fmt::format("{}--{}", letter, option.name);
}

void add_option(CommandParser& parser, const OptionInfo& option) {
    const std::string name = spelling(option);
    const std::string help = help_of(option);
    std::vector<std::string>& texts = parser.texts[std::string(option.name)];
    if (option.is_flag()) {
        parser.app->add_flag_callback(
            name, [&texts] { texts = {"true"}; }, help);
        return;
    }
    const auto policy =
        option.is_repeatable ? CLI::MultiOptionPolicy::TakeAll : CLI::MultiOptionPolicy::TakeLast;
    parser.app->add_option(name, texts, help)
        ->type_name(std::string(option.argument))
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(policy);
}

// All of CLI11 that this project uses. Words that it does not know are left to us, which can say
// more about them.
class Parser {
public:
    Parser() : root_(std::string(kDescription), "suowen") {
        set_up(root_);
        root_.footer(footer(first_examples(""), "something was found that was asked for"));
        root_.get_formatter()->column_width(kHelpColumn);
        parsers_.reserve(commands().size());
        for (const CommandInfo& command : commands()) {
            add(command);
        }
    }

    Parsed parse(std::vector<std::string> arguments) {
        std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the end.
        try {
            root_.parse(std::move(arguments));
        } catch (const CLI::CallForHelp&) {
            return std::variant<Invocation, Answer>(Answer{root_.help()});
        } catch (const CLI::CallForVersion&) {
            return std::variant<Invocation, Answer>(
                Answer{fmt::format("suowen {}\n", SUOWEN_VERSION)});
        } catch (const CLI::ParseError& problem) {
            return wrong_use(problem.what(), "see suowen --help");
        }
        for (CommandParser& parser : parsers_) {
            if (parser.app->parsed()) {
                return finish(parser);
            }
        }
        return wrong_use("no command", "see suowen --help");
    }

    [[nodiscard]] std::string help() const { return root_.help(); }

private:
    static constexpr std::size_t kHelpColumn = 30;

    static void set_up(CLI::App& app) {
        app.set_help_flag("-h,--help", "print this help");
        app.set_version_flag("--version", SUOWEN_VERSION, "print the version");
        app.allow_extras();
        app.option_defaults()->always_capture_default(false);
    }

    void add(const CommandInfo& command) {
        CLI::App* parent = &root_;
        if (!command.group.empty()) {
            parent = find_group(command.group);
            if (parent == nullptr) {
                parent = root_.add_subcommand(std::string(command.group),
                                              "look at rules, check and test rule packs");
                set_up(*parent);
                parent->footer(footer(first_examples(command.group), "a test case failed"));
            }
        }
        CommandParser& parser = parsers_.emplace_back();
        parser.info = &command;
        parser.app = parent->add_subcommand(std::string(command.name), std::string(command.help));
        set_up(*parser.app);
        parser.app->footer(footer(examples_of(command), command.exit_one));
        for (const OptionInfo& option : options()) {
            if (option.belongs_to(command.command)) {
                add_option(parser, option);
            }
        }
        if (!command.operand.empty()) {
            parser.app
                ->add_option(std::string(command.operand),
                             parser.operands,
                             std::string(command.operand_help))
                ->type_name("")
                ->expected(-1);
        }
    }

    CLI::App* find_group(std::string_view name) {
        for (CLI::App* app : root_.get_subcommands([](CLI::App*) { return true; })) {
            if (app->get_name() == name) {
                return app;
            }
        }
        return nullptr;
    }

    static Parsed finish(const CommandParser& parser) {
        Invocation invocation;
        invocation.command = parser.info;
        for (const auto& [name, texts] : parser.texts) {
            for (const std::string& text : texts) {
                invocation.values[name].push_back({text, "--" + name, {}, {}});
            }
        }
        invocation.operands = parser.operands;
        for (const std::string& word : parser.app->remaining()) {
            if (is_option(word)) {
                return unknown_option(word, *parser.info);
            }
            invocation.operands.push_back(word);
        }
        return checked(std::move(invocation));
    }

    static Parsed checked(Invocation invocation) {
        const CommandInfo& command = *invocation.command;
        const std::size_t count = invocation.operands.size();
        if (count < command.min_operands) {
            return wrong_use(fmt::format("{} is missing", command.operand),
                             fmt::format("see suowen {} --help", words_of(command)));
        }
        if (count > command.max_operands) {
            return wrong_use(
                fmt::format("unexpected word \"{}\"", invocation.operands[command.max_operands]),
                fmt::format("see suowen {} --help", words_of(command)));
        }
        for (const std::string& word : invocation.operands) {
            const auto& known = command.operand_words;
            if (!known.empty() && std::find(known.begin(), known.end(), word) == known.end()) {
                return wrong_use(fmt::format("unknown {} \"{}\"", command.operand, word),
                                 rules::suggestion(word, known));
            }
        }
        return std::variant<Invocation, Answer>(std::move(invocation));
    }

    static Unexpected<Diagnostic> unknown_option(const std::string& word,
                                                 const CommandInfo& command) {
        const std::string name = word.substr(0, word.find('='));
        std::vector<std::string> spellings = {"--help", "--version"};
        for (const OptionInfo& option : options()) {
            if (option.belongs_to(command.command)) {
                spellings.push_back(fmt::format("--{}", option.name));
            }
        }
        const std::vector<std::string_view> known(spellings.begin(), spellings.end());
        const std::string_view meant = rules::nearest(name, known);
        return wrong_use(fmt::format("unknown option \"{}\"", name),
                         meant.empty() ? fmt::format("see suowen {} --help", words_of(command))
                                       : fmt::format("did you mean {}?", meant));
    }

    CLI::App root_;
    std::vector<CommandParser> parsers_;
};

Unexpected<Diagnostic> unknown_command(const std::string& word, std::string_view group) {
    std::error_code ignored;
    if (group.empty() && (word == "-" || std::filesystem::exists(word, ignored))) {
        return wrong_use(fmt::format("\"{}\" is no command", word),
                         fmt::format("to audit it: suowen audit {}", word));
    }
    return wrong_use(
        fmt::format("unknown command \"{}{}{}\"", group, group.empty() ? "" : " ", word),
        rules::suggestion(word, words_after(group)));
}

// What is wrong with the words that name the command.
std::optional<Unexpected<Diagnostic>> problem_of_command(
    const std::vector<std::string>& arguments) {
    std::string_view group;
    for (const std::string& word : arguments) {
        if (is_option(word)) {
            return std::nullopt;
        }
        const std::vector<std::string_view> known = words_after(group);
        if (std::find(known.begin(), known.end(), word) == known.end()) {
            return unknown_command(word, group);
        }
        const bool is_group =
            group.empty() && std::any_of(commands().begin(),
                                         commands().end(),
                                         [&](const CommandInfo& c) { return c.group == word; });
        if (!is_group) {
            return std::nullopt;
        }
        group = word;
    }
    return std::nullopt;
}

}  // namespace

Parsed parse_command_line(const std::vector<std::string>& arguments) {
    if (auto problem = problem_of_command(arguments)) {
        return std::move(*problem);
    }
    return Parser().parse(with_empty_values(arguments));
}

std::string help_text() {
    return Parser().help();
}

}  // namespace suowen::cli
