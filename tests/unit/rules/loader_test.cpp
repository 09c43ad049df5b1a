// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "catch.h"
#include "rules/rule_set.h"

namespace suowen::rules {
namespace {

const std::string kHead =
    "version: 1\n"
    "statutes:\n"
    "  S-1: {law: {zh: 法, en: Law}, article: '1', consequence: [civil, administrative]}\n"
    "rules:\n";
constexpr std::uint64_t kFirstRuleLine = 5;

const std::string kRule =
    "  - id: R-1\n"
    "    title: {zh: 题, en: Title}\n"
    "    category: fraud\n"
    "    severity: high\n"
    "    statutes: [S-1]\n"
    "    when: {reply: 甲事}\n";

// The problems of a pack as `line:column: message | help`.
std::vector<std::string> problems(const std::string& yaml) {
    const auto rules = parse_rules(yaml, "a.yaml");
    std::vector<std::string> all;
    if (!rules) {
        for (const Diagnostic& problem : rules.error()) {
            CHECK(problem.location.path == "a.yaml");
            all.push_back(std::to_string(problem.location.line) + ":" +
                          std::to_string(problem.location.column) + ": " + problem.message +
                          (problem.help.empty() ? "" : " | " + problem.help));
        }
    }
    return all;
}

// The one problem of the rule above with one line in place of another.
std::string problem_with(const std::string& line, const std::string& instead) {
    std::string rule = kRule;
    const std::size_t at = rule.find(line);
    REQUIRE(at != std::string::npos);
    rule.replace(at, rule.find('\n', at) - at, instead);
    const std::vector<std::string> all = problems(kHead + rule);
    INFO((all.size() > 1 ? all[1] : std::string()));
    REQUIRE(all.size() == 1);
    return all.front();
}

RuleSet loaded(const std::string& yaml) {
    auto rules = parse_rules(yaml, "a.yaml");
    INFO((rules ? std::string() : rules.error().front().message));
    REQUIRE(rules);
    return std::move(*rules);
}

TEST_CASE("a rule is read with all that it says") {
    const RuleSet rules =
        loaded(kHead + kRule +
               "    once: true\n"
               "    consequence: [administrative]\n"
               "    to_check: [falsity]\n"
               "    advice: {zh: 改}\n"
               "    tests:\n"
               "      - {question: 问, reply: 甲事, match: true, verdict: partial}\n"
               "      - turns:\n"
               "          - {customer: 问, time: \"2026-03-01T08:00:00+08:00\"}\n"
               "          - {bot: 甲事}\n"
               "        match_turn: 1\n");
    REQUIRE(rules.rules.size() == 1);
    const Rule& rule = *rules.find("R-1");
    CHECK(rule.info.title.en == "Title");
    CHECK(rule.info.severity == Severity::high);
    CHECK(rule.info.consequence == std::vector{Consequence::administrative});
    CHECK(rule.info.to_check == std::vector{OpenFact::falsity});
    CHECK(rule.info.advice.zh == "改");
    CHECK(rule.once);
    CHECK(rule.location.line == kFirstRuleLine);
    REQUIRE(rule.tests.size() == 2);
    CHECK(rule.tests[0].turns.size() == 2);
    CHECK(rule.tests[0].verdict == Verdict::partial);
    CHECK(rule.tests[1].match_turn == 1);
    CHECK(rule.tests[1].turns[1].role == Role::bot);
    const auto day = std::chrono::sys_days(std::chrono::year(2026) / 3 / 1);
    CHECK(rule.tests[1].turns[0].time->instant == day);
    CHECK(rules.infos[0].id == "R-1");
    CHECK(rules.source == "a.yaml");
    CHECK(rules.sha256.size() == 64);
}

TEST_CASE("a rule without consequence has those of its statutes") {
    CHECK(loaded(kHead + kRule).rules[0].info.consequence ==
          std::vector{Consequence::civil, Consequence::administrative});
}

TEST_CASE("words that are not known are told with what was meant") {
    CHECK(problem_with("    severity: high", "    severity: hgih") ==
          "8:15: unknown severity \"hgih\" | did you mean \"high\"?");
    CHECK(problem_with("    severity: high", "    severity: 高") ==
          "8:15: unknown severity \"高\" | one of: info, low, medium, high, critical");
    CHECK(problem_with("    when:", "    when: {verdict: [off-topic]}") ==
          "10:22: unknown verdict \"off-topic\" | did you mean \"off_topic\"?");
    CHECK(problem_with("    when:", "    when: {reply: 甲, role: human}").substr(0, 33) ==
          "10:28: unknown role \"human\" | one");
    CHECK(problem_with("    when:", "    when: {reply: 甲, validate: luhm}") ==
          "10:32: unknown validator \"luhm\" | did you mean \"luhn\"?");
    CHECK(problem_with("    when:", "    when: {topic: 价}") == "10:19: unknown topic \"价\"");
    CHECK(problem_with("    when:", "    when: {holds: told}") ==
          "10:19: unknown condition \"told\"");
    CHECK(problem_with("    statutes:", "    statutes: [S-2]") ==
          "9:16: unknown statute \"S-2\" | did you mean \"S-1\"?");
    CHECK(
        problem_with("    category", "    category: fraud\n    consequence: crime").substr(0, 35) ==
        "8:18: unknown consequence \"crime\" |");
    CHECK(problem_with("    category", "    category: fraud\n    to_check: [intend]") ==
          "8:16: unknown fact to check \"intend\" | did you mean \"intent\"?");
}

TEST_CASE("keys that are unknown, missing or there twice") {
    CHECK(problem_with("    severity: high", "    severty: high\n    severity: low") ==
          "8:5: unknown key \"severty\" | did you mean \"severity\"?");
    CHECK(problem_with("    severity: high", "    severity: high\n    severity: low") ==
          "9:5: key \"severity\" is here twice");
    CHECK(problem_with("    statutes: [S-1]", "    once: true") ==
          "5:5: rule R-1 has no \"statutes\"");
    CHECK(problem_with("    statutes: [S-1]", "    statutes: []") ==
          "9:15: \"statutes\" is an empty list");
    CHECK(problem_with("    title", "    title: {zh: 题}") == "6:12: \"title\" has no \"en\"");
    CHECK(problem_with("    title", "    title: Title") ==
          "6:12: \"title\" must be a map of zh and en | {zh: ..., en: ...}");
    CHECK(problem_with("    title", "    title: {zh: 题, en: Stop, look}") ==
          "6:30: unknown key \"look\" | a comma ends a text without quotes: put the text in "
          "quotes");
    CHECK(problem_with("    when", "    when: {repl: 甲}") ==
          "10:12: unknown key \"repl\" | did you mean \"reply\"?");
}

TEST_CASE("values of the wrong type") {
    CHECK(problem_with("    when", "    when: [甲]") == "10:11: a condition must be a map");
    CHECK(problem_with("    when", "    when: {}") ==
          "10:11: a condition without any key holds everywhere");
    CHECK(problem_with("    when", "    when: {reply: [[甲]]}") ==
          "10:20: \"reply\" must be a text");
    CHECK(problem_with("    when", "    when: {question: 甲, response_over: 2}") ==
          "10:40: \"response_over\" must be a duration | a whole number and a unit, s, m, h or d: "
          "90s, 15m, 2h, 3d");
    CHECK(problem_with("    when", "    when: {relevance_below: 30}") ==
          "10:29: \"relevance_below\" must be a number from 0 to 1");
    CHECK(problem_with("    when", "    when: {reply: 甲, window: 0}") ==
          "10:30: \"window\" must be a whole number from 1 to 10");
    CHECK(problem_with("    severity", "    severity: high\n    once: yes") ==
          "9:11: \"once\" must be true or false");
    CHECK(problem_with("    category", "    category: [fraud]").substr(0, 32) ==
          "7:15: \"category\" must be a name ");
}

TEST_CASE("conditions that make no sense together") {
    CHECK(problem_with("    when", "    when: {question: 甲, window: 2}") ==
          "10:33: \"window\" needs \"reply\" beside it");
    CHECK(problem_with("    when", "    when: {repeated: {times: 2}}") ==
          "10:22: \"repeated\" needs another condition beside it");
    CHECK(
        problem_with("    when", "    when: {reply: 甲, unanswered_for: 2h}") ==
        "10:38: \"unanswered_for\" never holds beside \"reply\" | it is about questions without a "
        "reply");
}

TEST_CASE("bad patterns are told with RE2's reason and the place in the pattern") {
    CHECK(problem_with("    when", "    when: {reply: ['甲(乙']}") ==
          "10:21: bad pattern: missing ): 甲(乙 | RE2 syntax, without look-around and "
          "back-references");
    CHECK(problem_with("    when", "    when: {reply: ['甲乙[z-a]']}").substr(0, 46) ==
          "10:24: bad pattern: invalid character class ra");
    CHECK(problem_with("    when", "    when: {reply: '甲(?=乙)'}").substr(0, 20) ==
          "10:21: bad pattern: ");
    CHECK(problem_with("    when", "    when: {reply: ['甲*']}") ==
          "10:20: pattern matches the empty text, so everywhere");
    CHECK(problem_with("    when", "    when: {reply: ['甲{{brand}}']}") ==
          "10:22: unknown fragment \"brand\"");
    CHECK(problem_with("    when", "    when: {reply: ['甲{{brand']}") ==
          "10:22: \"{{\" without \"}}\" | a fragment is written {{name}}");
}

TEST_CASE("problems carry the line that they are on") {
    const auto rules = parse_rules("version: 2\nrules: []\n", "a.yaml");
    REQUIRE_FALSE(rules);
    CHECK(rules.error()[0].message == "unknown version");
    CHECK(rules.error()[0].excerpt == "version: 2");
    CHECK(problems("rules: []\n") == std::vector<std::string>{"1:1: the pack has no \"version\""});
}

TEST_CASE("all problems are told at once, in the order of the file") {
    const auto all = problems(kHead + "  - id: R-1\n    severity: hgih\n" + kRule + kRule);
    REQUIRE(all.size() == 7);
    CHECK(all[0] == "5:5: rule R-1 has no \"title\"");
    CHECK(all.back() == "13:9: rule R-1 is here twice");
}

TEST_CASE("fragments are groups and may use those before them") {
    const RuleSet rules = loaded(
        "version: 1\nfragments:\n  a: '甲|乙'\n  b: ['{{a}}丙', 丁]\nstatutes:\n"
        "  S-1: {law: {zh: 法, en: Law}, article: '1'}\nrules:\n" +
        std::string(kRule).replace(kRule.find("甲事"), std::string("甲事").size(), "'x{{b}}y'"));
    CHECK(rules.patterns->pattern(0) == "x(?:(?:甲|乙)丙|丁)y");
    CHECK(problems("version: 1\nfragments: {a: '{{b}}', b: 甲}\n") ==
          std::vector<std::string>{"2:17: unknown fragment \"b\""});
}

TEST_CASE("a broken fragment is told once, where it stands") {
    CHECK(problems("version: 1\nfragments: {a: '甲('}\ntopics: {t: '{{a}}'}\n") ==
          std::vector<std::string>{
              "2:17: bad pattern: missing ): 甲( | RE2 syntax, without look-around and "
              "back-references"});
}

TEST_CASE("fragments that grow without end are refused") {
    std::string yaml = "version: 1\nfragments:\n  f0: '甲甲甲甲甲甲甲甲甲甲'\n";
    for (int i = 1; i < 40; ++i) {
        const std::string last = "{{f" + std::to_string(i - 1) + "}}";
        yaml += "  f" + std::to_string(i) + ": '" + last + last + "'\n";
    }
    const auto all = problems(yaml);
    REQUIRE_FALSE(all.empty());
    CHECK(all[0].find("pattern of more than 32768 bytes") != std::string::npos);
}

TEST_CASE("statutes: what they replace must be there, and not they themselves") {
    const std::string law = "law: {zh: 法, en: Law}, article: '1'";
    CHECK(problems("version: 1\nstatutes:\n  A: {" + law + ", replaces: [B]}\n") ==
          std::vector<std::string>{"3:54: unknown statute \"B\" | one of: A"});
    CHECK(problems("version: 1\nstatutes:\n  A: {" + law + ", replaces: [B]}\n  B: {" + law +
                   ", replaces: [A]}\n")
              .size() == 2);
    CHECK(problems("version: 1\nstatutes:\n  A: {" + law + ", in_force: {from: 2026-02-30}}\n") ==
          std::vector<std::string>{"3:61: \"from\" must be a date such as 2026-03-15"});
}

TEST_CASE("the version of a statute on a day") {
    const RuleSet rules = loaded(
        "version: 1\nstatutes:\n"
        "  C: {law: {zh: 法, en: L}, article: '3', in_force: {from: 2025-10-15}, replaces: [B]}\n"
        "  B: {law: {zh: 法, en: L}, article: '2', in_force: {from: 2018-01-01, until: "
        "2025-10-15}, replaces: A}\n"
        "  A: {law: {zh: 法, en: L}, article: '1', in_force: {from: 1993-12-01, until: "
        "2018-01-01}}\n");
    const auto on = [&](int year, unsigned month, unsigned day) {
        const Statute* found = rules.statute_on(
            "C", std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
        return found == nullptr ? std::string() : found->id;
    };
    CHECK(on(2026, 1, 1) == "C");
    CHECK(on(2025, 10, 15) == "C");
    CHECK(on(2025, 10, 14) == "B");
    CHECK(on(2017, 12, 31) == "A");
    CHECK(on(1990, 1, 1).empty());
    CHECK(rules.statute_on("C", std::nullopt)->id == "C");
    CHECK(rules.statute_on("none", std::nullopt) == nullptr);
}

class PackFiles {
public:
    ~PackFiles() {
        for (const std::string& path : paths_) {
            std::remove(path.c_str());
        }
    }

    std::string write(const std::string& name, const std::string& yaml) {
        const std::string path =
            (std::filesystem::temp_directory_path() / ("suowen-loader-test-" + name)).string();
        std::ofstream(path) << yaml;
        paths_.push_back(path);
        return path;
    }

private:
    std::vector<std::string> paths_;
};

std::string message_of(const Expected<RuleSet, Diagnostics>& rules) {
    return rules ? std::string() : rules.error().front().message;
}

TEST_CASE("a later pack overrides, disables and changes the severity of earlier rules") {
    PackFiles files;
    const std::string base = files.write(
        "base.yaml", kHead + kRule + [] {
            std::string second = kRule;
            return second.replace(second.find("R-1"), 3, "R-2");
        }());
    std::string changed = kRule;
    changed.replace(changed.find("Title"), 5, "Other");
    const std::string more = files.write(
        "more.yaml", "version: 1\nextends: builtin\nseverity: {R-2: critical}\nrules:\n" + changed);
    auto rules = load_rules({base, more});
    REQUIRE(rules);
    CHECK(rules->find("R-1")->info.title.en == "Other");
    CHECK(rules->find("R-2")->info.severity == Severity::critical);
    CHECK(rules->source == base + ", " + more);

    const std::string less =
        files.write("less.yaml", "version: 1\nextends: builtin\ndisable: [R-1]\n");
    rules = load_rules({base, less});
    REQUIRE(rules);
    CHECK(rules->find("R-1") == nullptr);
    CHECK(rules->find("R-2") != nullptr);
}

TEST_CASE("what a pack changes must be there") {
    CHECK(problems("version: 1\nextends: builtin\ndisable: [NO-SUCH-RULE]\n")[0].substr(0, 42) ==
          "3:11: there is no rule \"NO-SUCH-RULE\"");
    CHECK(problems("version: 1\nextends: builtin\nseverity: {NO-SUCH-RULE: high}\n").size() == 1);
    CHECK(problems("version: 1\nextends: other\n") ==
          std::vector<std::string>{"2:10: \"extends\" must be builtin"});
}

TEST_CASE("a pack that stands alone cannot silently override") {
    PackFiles files;
    const std::string first = files.write("first.yaml", kHead + kRule);
    const std::string second = files.write("second.yaml", kHead + kRule);
    const auto rules = load_rules({first, second});
    REQUIRE_FALSE(rules);
    CHECK(rules.error().size() == 2);
    CHECK(rules.error()[0].message == "statute S-1 is defined by an earlier pack");
    CHECK(rules.error()[0].location.path == second);
}

TEST_CASE("files that cannot be read are named") {
    CHECK(message_of(load_rules({"/no/such/file.yaml"})) ==
          "cannot be read: No such file or directory");
    CHECK(message_of(load_rules({"/"})) == "cannot be read: Is a directory");
}

TEST_CASE("the built-in rules load and their text parses to the same rules") {
    const auto builtin = load_builtin_rules();
    REQUIRE(builtin);
    CHECK(builtin->source == "builtin");
    const auto parsed = parse_rules(builtin_rules_text(), "rules.yaml");
    INFO(message_of(parsed));
    REQUIRE(parsed);
    CHECK(parsed->sha256 == builtin->sha256);
    REQUIRE(parsed->rules.size() == builtin->rules.size());
    REQUIRE(parsed->patterns->size() == builtin->patterns->size());
    for (text::PatternId id = 0; id < parsed->patterns->size(); ++id) {
        REQUIRE(parsed->patterns->pattern(id) == builtin->patterns->pattern(id));
        REQUIRE(std::ranges::equal(parsed->patterns->required_literals(id),
                                   builtin->patterns->required_literals(id)));
    }
}

TEST_CASE("damaged packs never crash the loader") {
    const std::string whole = kHead + kRule;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        static_cast<void>(parse_rules(whole.substr(0, at), "a.yaml"));
        std::string changed = whole;
        for (const char c : {'[', '{', ':', '\n', '\'', '-'}) {
            changed[at] = c;
            static_cast<void>(parse_rules(changed, "a.yaml"));
        }
    }
}

}  // namespace
}  // namespace suowen::rules
