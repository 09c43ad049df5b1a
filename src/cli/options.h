// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/read_options.h"
#include "model/business_calendar.h"
#include "model/rule_info.h"
#include "model/team.h"
#include "triage/fail_policy.h"

namespace suowen::cli {

enum class Command : std::uint8_t {
    audit,
    detect,
    convert,
    diff,
    explain,
    eval,
    rules_list,
    rules_show,
    rules_check,
    rules_test,
    rules_statutes,
    rules_profile,
    rules_patterns,
    completions,
};

enum class ColorChoice : std::uint8_t { automatic, always, never };

// A report that goes to a file.
struct ExtraReport {
    std::string format;
    std::string path;
};

// An option as it was set.
struct GivenOption {
    std::string name;
    std::string value;
};

// What the command line, the environment and the configuration file say, in that order of weight.
struct Settings {
    std::vector<std::string> operands;  // The words that are no options.
    std::vector<GivenOption> given;     // All options that were set, in the order of options().
    std::string format = "text";
    std::vector<TeamMember> teams;     // Of the staff files.
    std::string output;                // Empty: the standard output.
    std::vector<ExtraReport> reports;  // Written beside the one above.
    std::vector<std::string> rules;
    std::string config;  // Empty: the nearest .suowen.yaml.
    bool no_config = false;
    triage::FailPolicy fail_on;
    std::string template_text;   // A mustache template to write the report with; empty for none.
    std::string evidence;        // The folder to make; empty for none.
    std::string baseline;        // The file of known findings; empty for none.
    std::string write_baseline;  // Where to write one.
    std::vector<std::string> suppressions;
    Severity min_severity = Severity::low;
    unsigned jobs = 0;  // 0: one for each core.
    std::optional<Language> language;
    ColorChoice color = ColorChoice::automatic;
    bool quiet = false;
    bool verbose = false;
    bool no_redact = false;
    std::string encoding = "auto";
    std::string input_format = "auto";
    std::vector<std::string> excludes;
    input::ReadOptions read;
    BusinessCalendar calendar;
    std::vector<std::string> questions;
    std::string reply;
    // Of eval: the least figures that count as success, 0 to 1, and the disagreements to show.
    std::optional<double> min_accuracy, min_f1, min_precision, min_recall;
    unsigned worst = 10;
};

// What an option's value is, for completions and for paths in the configuration file.
enum class ValueKind : std::uint8_t {
    flag,
    word,
    file,      // A path.
    contents,  // A path too, of a file that is read at once: its text is what is applied.
};

// Where an option may be set besides the command line.
enum class Origins : std::uint8_t { everywhere, not_in_file, command_line };

struct OptionInfo {
    std::string_view name;      // "fail-on": --fail-on, SUOWEN_FAIL_ON and the configuration's key.
    char letter;                // Of the short form; 0 for none.
    std::string_view argument;  // "SEVERITY"; empty for a flag.
    std::string_view help;
    ValueKind kind;
    bool is_repeatable;
    Origins origins;
    std::vector<Command> commands;        // That know it; empty for all.
    std::vector<std::string_view> words;  // All values that it takes; empty for free text.
    // Sets the option; repeatable ones add to it. False when the value is not one.
    bool (*apply)(Settings& settings, const std::string& value);

    [[nodiscard]] bool is_flag() const { return kind == ValueKind::flag; }

    [[nodiscard]] bool is_path() const {
        return kind == ValueKind::file || kind == ValueKind::contents;
    }

    [[nodiscard]] bool belongs_to(Command command) const;
};

// All options, in the order in which --help lists them. The command line, the environment, the
// configuration file and the completions are made from it.
[[nodiscard]] const std::vector<OptionInfo>& options();

// What can stand for the value of an option, for the help of an error.
[[nodiscard]] std::string values_of(const OptionInfo& option);

}  // namespace suowen::cli
