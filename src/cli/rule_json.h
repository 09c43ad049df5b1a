// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/rule_info.h"

namespace suowen::cli {

// An array with one object a rule, as a line of JSON without its line break.
[[nodiscard]] std::string rules_as_json(const std::vector<const RuleInfo*>& rules);

// The same of statutes.
[[nodiscard]] std::string statutes_as_json(
    const std::map<std::string, Statute, std::less<>>& statutes);

}  // namespace suowen::cli
