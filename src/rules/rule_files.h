// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text_file.h"
#include "rules/loader.h"

namespace suowen::rules {

// rules.yaml as it is compiled in.
[[nodiscard]] std::string_view builtin_text();

// What load_rules() does once the files are read.
[[nodiscard]] Expected<RuleSet, Diagnostics> load_rule_files(const std::vector<TextFile>& files,
                                                             LoadNotes* notes);

// Reads all; the problems of those that cannot be read together.
[[nodiscard]] Expected<std::vector<TextFile>, Diagnostics> read_rule_files(
    const std::vector<std::string>& paths);

}  // namespace suowen::rules
