// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/loader.h"

namespace suowen::rules {

// A rule pack as it was read.
struct RuleFile {
    std::string name;
    std::string text;
};

// rules.yaml as it is compiled in.
[[nodiscard]] std::string_view builtin_text();

// The text of a file, or why it could not be read.
[[nodiscard]] Result<RuleFile> read_rule_file(const std::string& path);

// What load_rules() does once the files are read.
[[nodiscard]] Expected<RuleSet, Diagnostics> load_rule_files(const std::vector<RuleFile>& files,
                                                             LoadNotes* notes);

// Reads all; the problems of those that cannot be read together.
[[nodiscard]] Expected<std::vector<RuleFile>, Diagnostics> read_rule_files(
    const std::vector<std::string>& paths);

}  // namespace suowen::rules
