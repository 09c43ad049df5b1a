// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "rules/condition_reader.h"
#include "rules/rule_set.h"

namespace suowen::rules {

[[nodiscard]] Words severity_names();
[[nodiscard]] Words consequence_names();

// Reads one entry under `statutes`. What `replaces` names is checked when all are read.
[[nodiscard]] std::optional<Statute> read_statute(FieldReader& fields,
                                                  const Node& key,
                                                  const Node& value);

// Reads one item of `rules`.
class RuleReader {
public:
    using Statutes = std::map<std::string, Statute, std::less<>>;

    RuleReader(FieldReader& fields, ConditionReader& conditions, const Statutes& statutes)
        : fields_(fields), conditions_(conditions), statutes_(statutes) {}

    // Empty when the rule is not even a map with an id; other problems have been told.
    [[nodiscard]] std::optional<Rule> read(const Node& node);

private:
    void read_info(const Node& node, const std::string& owner, RuleInfo& info);
    void read_statutes(const Node& node, const std::string& owner, RuleInfo& info);
    void read_behaviour(const Node& node, const std::string& owner, Rule& rule);
    RuleTest read_test(const Node& node);
    void read_turns(const Node& node, RuleTest& test);
    void read_exchange(const Node& node, RuleTest& test);
    void read_expectation(const Node& node, RuleTest& test);
    std::optional<TestTurn> read_turn(const Node& node);

    FieldReader& fields_;
    ConditionReader& conditions_;
    const Statutes& statutes_;
};

}  // namespace suowen::rules
