// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "rules/condition.h"
#include "rules/pattern_reader.h"

namespace suowen::rules {

// The words for the roles, in the order of Role.
inline constexpr std::string_view kRoleNames[] = {"customer", "agent", "bot", "system"};

// The words for the verdicts, in the order of Verdict.
[[nodiscard]] Words verdict_names();

// Reads a map of `when` into a Condition.
class ConditionReader {
public:
    ConditionReader(FieldReader& fields, PatternReader& patterns, Scope& scope)
        : fields_(fields), patterns_(patterns), scope_(scope) {}

    [[nodiscard]] Condition read(const Node& node);

    // An entry under `conditions`, for those that are read after it.
    void define(const Node& key, const Node& value);

private:
    struct Key;
    static const std::vector<Key>& keys();

    void reply(const Node& node, Condition& into);
    void question(const Node& node, Condition& into);
    void nearby(const Node& node, Condition& into);
    void sequence(const Node& node, Condition& into);
    void role(const Node& node, Condition& into);
    void verdict(const Node& node, Condition& into);
    void relevance_below(const Node& node, Condition& into);
    void topic(const Node& node, Condition& into);
    void response_over(const Node& node, Condition& into);
    void unanswered_for(const Node& node, Condition& into);
    void repeated(const Node& node, Condition& into);
    void promise(const Node& node, Condition& into);
    void validate(const Node& node, Condition& into);
    void window(const Node& node, Condition& into);
    void all_of(const Node& node, Condition& into);
    void any_of(const Node& node, Condition& into);
    void none_of(const Node& node, Condition& into);
    void holds(const Node& node, Condition& into);

    template <class Named, class Visit>
    void each_named(
        const Node& node, std::string_view key, std::string_view what, Named& named, Visit&& visit);
    std::vector<Condition> branches(const Node& node, std::string_view what);
    TextCondition text_condition(const Node& node, std::string_view what);
    TextCondition text_fields(const Node& map, std::string_view what);
    NearbyCondition nearby_one(const Node& node);
    std::optional<SequenceCondition::Step> step(const Node& node);
    Side side(const Node& node);
    void check_together(const Node& node);

    FieldReader& fields_;
    PatternReader& patterns_;
    Scope& scope_;
};

}  // namespace suowen::rules
