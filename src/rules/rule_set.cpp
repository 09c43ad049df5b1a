// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_set.h"

#include <algorithm>

namespace suowen::rules {

const Rule* RuleSet::find(std::string_view id) const {
    const auto found = std::find_if(
        rules.begin(), rules.end(), [&](const Rule& rule) { return rule.info.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

const Statute* RuleSet::statute_on(std::string_view id,
                                   std::optional<std::chrono::year_month_day> day) const {
    std::vector<std::string_view> open{id};
    // The loader refuses statutes that replace themselves; a set made by hand must not hang either.
    for (std::size_t tried = 0; tried < open.size() && tried <= statutes.size(); ++tried) {
        const auto found = statutes.find(open[tried]);
        if (found == statutes.end()) {
            continue;
        }
        const Statute& statute = found->second;
        const bool has_begun = !day || !statute.in_force_from || *day >= *statute.in_force_from;
        const bool has_ended = day && statute.in_force_until && *day >= *statute.in_force_until;
        if (has_begun && !has_ended) {
            return &statute;
        }
        if (!has_begun) {
            open.insert(open.end(), statute.replaces.begin(), statute.replaces.end());
        }
    }
    return nullptr;
}

}  // namespace suowen::rules
