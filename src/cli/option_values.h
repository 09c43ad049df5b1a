// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/options.h"

namespace suowen::cli {

// A value as it was written, and where.
struct OptionValue {
    std::string text;
    std::string spelled;  // What the user wrote for the option: "--jobs", "SUOWEN_JOBS", "jobs".
    SourceLocation location;  // In the configuration file; empty for the other two.
    std::string excerpt;      // The line there.
};

// By the option's name.
using OptionValues = std::map<std::string, std::vector<OptionValue>, std::less<>>;

// The values that SUOWEN_* variables hold. Repeatable options take a list with ':' between.
[[nodiscard]] OptionValues values_from_environment();

// SUOWEN_* variables that are no option: misspelled ones would else be ignored in silence.
[[nodiscard]] std::vector<std::string> unknown_variables();

// The keys of a configuration file. Paths in it are relative to its folder.
[[nodiscard]] Expected<OptionValues, Diagnostics> values_from_file(const std::string& path);

// The nearest .suowen.yaml, from the working folder upward; empty when there is none.
[[nodiscard]] std::string find_config_file();

// Puts the fields of a map of the configuration file where `--map` names it.
void resolve_map_name(OptionValues& values, const OptionValues& file);

// Takes over what `more` has for options that `values` says nothing about.
void add_missing(OptionValues& values, OptionValues more);

// Sets what `command` knows of. All values that an option does not take.
[[nodiscard]] Diagnostics apply(const OptionValues& values, Command command, Settings& settings);

}  // namespace suowen::cli
