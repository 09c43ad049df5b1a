// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/exchange.h"
#include "model/rule_info.h"
#include "rules/condition.h"
#include "text/pattern_set.h"

namespace suowen::rules {

// One turn of a rule's test conversation.
struct TestTurn {
    Role role = Role::customer;
    std::string text;
    std::optional<Timestamp> time;
};

// A case that a rule carries: a conversation and whether the rule fires in it.
struct RuleTest {
    std::vector<TestTurn> turns;
    bool should_match = true;
    std::optional<std::uint32_t> match_turn;  // Exactly here, when set.
    std::string match_words;                  // What a finding quotes, when set.
    std::optional<Verdict> verdict;   // Stands in for the scorer's verdict on the last reply.
    std::optional<double> relevance;  // Likewise.
    SourceLocation location;
};

struct Rule {
    RuleInfo info;
    Condition when;
    bool once = false;  // At most one finding in a conversation: the first.
    bool fallback =
        false;  // Stands back where one of its category that is as severe finds something.
    std::vector<RuleTest> tests;
    SourceLocation location;
};

// Rules, compiled. Immutable; shared by all threads.
class RuleSet {
public:
    std::vector<Rule> rules;      // In file order, packs after what they extend.
    std::vector<RuleInfo> infos;  // infos[i] == rules[i].info; what reports get.
    std::map<std::string, Statute, std::less<>> statutes;
    std::shared_ptr<const text::PatternSet> patterns;  // Of all conditions.
    std::vector<text::PatternId> promise_patterns;     // Of promises.h; empty when no rule asks.
    std::string source;                                // "builtin", or the paths of the packs.
    std::string sha256;                                // Of the text of all files, in order.

    [[nodiscard]] const Rule* find(std::string_view id) const;

    // The version of a statute in force on `day`: itself, or what it replaced. The current one
    // without a day. Empty when there was none yet.
    [[nodiscard]] const Statute* statute_on(std::string_view id,
                                            std::optional<std::chrono::year_month_day> day) const;

private:
    [[nodiscard]] const Statute* statute_on(std::string_view id,
                                            std::optional<std::chrono::year_month_day> day,
                                            std::size_t most_steps) const;
};

// The rules that ship with suowen.
[[nodiscard]] Expected<RuleSet, Diagnostics> load_builtin_rules();

// Rule packs from files, in order: a file with `extends: builtin` adds to, overrides or disables
// what came before by id, any other stands alone. All problems of all files at once.
[[nodiscard]] Expected<RuleSet, Diagnostics> load_rules(const std::vector<std::string>& paths);

// One pack from memory; `name` stands for the path in diagnostics.
[[nodiscard]] Expected<RuleSet, Diagnostics> parse_rules(std::string_view yaml,
                                                         const std::string& name);

// rules.yaml as it was when the binary was built.
[[nodiscard]] std::string_view builtin_rules_text();

}  // namespace suowen::rules
