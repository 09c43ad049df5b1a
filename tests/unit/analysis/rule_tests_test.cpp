// SPDX-License-Identifier: Apache-2.0
#include "analysis/rule_tests.h"

#include <string>

#include "catch.h"

namespace suowen::analysis {
namespace {

std::string rule(const std::string& id, const std::string& severity, const std::string& pattern) {
    return "  - id: " + id +
           "\n    title: {zh: 甲, en: A}\n    category: fraud\n    severity: " + severity +
           "\n    statutes: [S-1]\n    when: {reply: '" + pattern +
           "'}\n    tests:\n      - {reply: 保证治好, match: true}\n"
           "      - {reply: 您好, match: false}\n";
}

rules::RuleSet pack(const std::string& rules) {
    auto parsed = rules::parse_rules(
        "version: 1\nstatutes:\n  S-1:\n    law: {zh: 法, en: Law}\n    article: '1'\nrules:\n" +
            rules,
        "a.yaml");
    REQUIRE(parsed);
    return std::move(*parsed);
}

TEST_CASE("cases that fail are told, with what happened") {
    const RuleTestResult result = run_rule_tests(pack(rule("R-1", "high", "包好")));
    CHECK(result.tests == 2);
    REQUIRE(result.failures.size() == 1);
    CHECK(result.failures[0].message == "R-1: expected a match, but there is none");
}

TEST_CASE("a case can say which words a finding quotes") {
    const RuleTestResult result =
        run_rule_tests(pack(rule("R-1", "high", "保证.{0,1}好") +
                            "      - {reply: 我们保证治好, match_words: 保证治好}\n"
                            "      - {reply: 我们保证治好, match_words: 治好}\n"));
    REQUIRE(result.failures.size() == 1);
    CHECK(result.failures[0].message ==
          "R-1: expected a match of \"治好\", but it matched \"保证治好\" on turn 0");
}

TEST_CASE("a rule that another one makes needless is told") {
    const Diagnostics warnings = find_subsumed_rules(
        pack(rule("R-1", "high", "保证.{0,3}好") + rule("R-2", "low", "保证治好")));
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].message == "wherever rule R-2 has a finding in its tests, R-1 has one too");
}

TEST_CASE("a rule that finds something alone is not needless") {
    CHECK(find_subsumed_rules(pack(rule("R-1", "high", "治好") + rule("R-2", "low", "治好|包好") +
                                   "      - {reply: 包好, match: true}\n"))
              .empty());
}

TEST_CASE("a more severe rule is not needless") {
    CHECK(find_subsumed_rules(pack(rule("R-1", "low", "治好|包好") +
                                   "      - {reply: 包好, match: true}\n" +
                                   rule("R-2", "high", "治好")))
              .empty());
}

TEST_CASE("a rule that a fallback stands back for is not needless") {
    std::string wider = rule("R-1", "high", "治好|包好") + "      - {reply: 包好, match: true}\n";
    wider.insert(wider.find("    when:"), "    fallback: true\n");
    CHECK(find_subsumed_rules(pack(wider + rule("R-2", "high", "治好"))).empty());
}

}  // namespace
}  // namespace suowen::analysis
