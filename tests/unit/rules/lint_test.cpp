// SPDX-License-Identifier: Apache-2.0
#include "rules/lint.h"

#include "catch.h"

namespace suowen::rules {
namespace {

const std::string kHead =
    "version: 1\n"
    "statutes:\n"
    "  S-1: {law: {zh: 法, en: Law}, article: '1'}\n";

// A rule with enough tests.
std::string rule(const std::string& when) {
    std::string yaml =
        "rules:\n"
        "  - id: R-1\n"
        "    title: {zh: 题, en: Title}\n"
        "    category: fraud\n"
        "    severity: high\n"
        "    statutes: [S-1]\n"
        "    when: " +
        when + "\n    tests:\n";
    for (int i = 0; i < 3; ++i) {
        yaml += "      - {reply: 甲事, match: true}\n      - {reply: 乙事, match: false}\n";
    }
    return yaml;
}

std::vector<std::string> warnings(const std::string& yaml) {
    std::vector<std::string> all;
    for (const Diagnostic& warning : lint_rules(yaml, "a.yaml")) {
        CHECK(warning.level == DiagnosticLevel::warning);
        CHECK_FALSE(warning.excerpt.empty());
        all.push_back(std::to_string(warning.location.line) + ": " + warning.message);
    }
    return all;
}

using Texts = std::vector<std::string>;

TEST_CASE("a sound pack has no warnings") {
    CHECK(warnings(kHead + rule("{reply: 甲事}")).empty());
}

TEST_CASE("a pattern without a literal is told") {
    CHECK(warnings(kHead + rule("{reply: ['甲事', '\\w{11}']}")) ==
          Texts{"10: the pattern has no literal that it cannot match without, so it runs on every "
                "text"});
}

TEST_CASE("a short pattern that holds at the begin of a text alone needs no literal") {
    CHECK(warnings(kHead + rule("{reply: ['甲事', '^\\w{1,11}$']}")).empty());
    CHECK(warnings(kHead + rule("{reply: ['甲事', '^\\w{1,}$']}")).size() == 1);
}

TEST_CASE("a pattern that runs on very many texts is noted") {
    const Diagnostics notes = lint_rules(kHead + rule("{reply: ['甲.{0,3}\\w']}"), "a.yaml");
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].level == DiagnosticLevel::note);
    CHECK(notes[0].message == "the pattern runs on every text with \"甲\"");
}

TEST_CASE("a pattern that normalized text can never hold is told") {
    CHECK(warnings(kHead + rule("{reply: ['甲事，好']}")) ==
          Texts{"10: normalized text never holds \"，\""});
    CHECK(warnings(kHead + rule("{reply: ['VIP卡']}")) ==
          Texts{"10: normalized text never holds \"V\""});
    CHECK(warnings(kHead + rule("{reply: ['驗證碼\\D(?P<Name>\\S)']}")).empty());
}

TEST_CASE("a rule with too few tests is told") {
    std::string yaml = kHead + rule("{reply: 甲事}");
    yaml.resize(yaml.rfind("      - "));
    CHECK(warnings(yaml) == Texts{"5: rule R-1 has 3 tests that match and 2 that do not"});
}

TEST_CASE("what nothing uses is told, in the order of the file") {
    CHECK(warnings("version: 1\nfragments: {a: 甲, b: '乙{{a}}'}\ntopics: {t: '丙事{{a}}'}\n"
                   "conditions: {c: {reply: 丁事}}\n"
                   "statutes:\n"
                   "  S-0: {law: {zh: 法, en: Law}, article: '0'}\n"
                   "  S-1: {law: {zh: 法, en: Law}, article: '1', replaces: [S-2]}\n"
                   "  S-2: {law: {zh: 法, en: Law}, article: '2'}\n" +
                   rule("{reply: 甲事}")) == Texts{"2: fragment \"b\" is not used",
                                                   "3: topic \"t\" is not used",
                                                   "4: condition \"c\" is not used",
                                                   "6: statute \"S-0\" is not used"});
}

TEST_CASE("a fragment that captures is told") {
    CHECK(warnings(kHead + "fragments: {a: '甲(事|物)[(]\\('}\n" + rule("{reply: '{{a}}'}")) ==
          Texts{"4: the fragment has a capturing group"});
}

TEST_CASE("a pack with errors has only those") {
    const Diagnostics problems = lint_rules("version: 1\nextends: builtin\ndisable: [NO]\n", "a");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].level == DiagnosticLevel::error);
    CHECK(lint_rules({std::string("/no/such/file")}).size() == 1);
}

TEST_CASE("a pack that extends the built-in rules is not told about those") {
    CHECK(warnings("version: 1\nextends: builtin\nrules: []\n").empty());
}

}  // namespace
}  // namespace suowen::rules
