// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace suowen::rules {

// What is wrong with rule packs (errors, as load_rules() gives them) or, when nothing is, what is
// doubtful (warnings): patterns that run on every text or can never match, rules with too few
// tests, definitions that nothing uses; notes for patterns that run on very many. By file and line.
[[nodiscard]] Diagnostics lint_rules(const std::vector<std::string>& paths);

// The same for one pack from memory; `name` stands for the path.
[[nodiscard]] Diagnostics lint_rules(std::string_view yaml, const std::string& name);

}  // namespace suowen::rules
