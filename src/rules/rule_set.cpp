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
    // The loader refuses statutes that replace themselves; a set made by hand must not hang either.
    return statute_on(id, day, statutes.size());
}

const Statute* RuleSet::statute_on(std::string_view id,
                                   std::optional<std::chrono::year_month_day> day,
                                   std::size_t most_steps) const {
    const auto found = statutes.find(id);
    if (found == statutes.end()) {
        return nullptr;
    }
    const Statute& statute = found->second;
    if (!day || !statute.in_force_from || *day >= *statute.in_force_from) {
        const bool has_ended = day && statute.in_force_until && *day >= *statute.in_force_until;
        return has_ended ? nullptr : &statute;
    }
    for (const std::string& earlier : statute.replaces) {
        const Statute* version =
            most_steps > 0 ? statute_on(earlier, day, most_steps - 1) : nullptr;
        if (version != nullptr) {
            return version;
        }
    }
    return nullptr;
}

}  // namespace suowen::rules
