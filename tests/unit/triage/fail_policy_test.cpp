// SPDX-License-Identifier: Apache-2.0
#include "triage/fail_policy.h"

#include "catch.h"

namespace suowen::triage {
namespace {

RuleInfo rule(const char* id, const char* category, Severity severity) {
    RuleInfo info;
    info.id = id;
    info.category = category;
    info.severity = severity;
    return info;
}

std::vector<std::string> failures(const char* text,
                                  const NewFindings& findings,
                                  const Summary& summary = {}) {
    const std::optional<FailPolicy> policy = parse_fail_policy(text);
    REQUIRE(policy);
    return failures(*policy, findings, summary);
}

using Texts = std::vector<std::string>;

TEST_CASE("a severity means that one or worse") {
    NewFindings findings;
    findings.add(rule("A-1", "privacy", Severity::high));
    CHECK(failures("critical", findings).empty());
    CHECK(failures("high", findings) == Texts{"high: 1"});
    CHECK(failures("low", findings) == Texts{"low: 1"});
    CHECK(failures("none", findings).empty());
}

TEST_CASE("categories and rules are counted, and a number says how many are too many") {
    NewFindings findings;
    for (int i = 0; i < 3; ++i) {
        findings.add(rule("A-1", "privacy", Severity::low));
    }
    CHECK(failures("privacy,fraud", findings) == Texts{"privacy: 3"});
    CHECK(failures("A-1>2", findings) == Texts{"A-1: 3 > 2"});
    CHECK(failures("A-1>3, privacy>3", findings).empty());
}

TEST_CASE("a percentage is of the replies to a question") {
    Summary summary;
    summary.by_verdict.at(static_cast<std::size_t>(Verdict::answered)) = 97;
    summary.by_verdict.at(static_cast<std::size_t>(Verdict::off_topic)) = 3;
    summary.by_verdict.at(static_cast<std::size_t>(Verdict::no_question)) = 900;
    CHECK(failures("off_topic>2%", {}, summary) == Texts{"off_topic: 3.0% > 2%"});
    CHECK(failures("off_topic>3%", {}, summary).empty());
    summary.unanswered = 100;
    CHECK(failures("unanswered>49.5%", {}, summary) == Texts{"unanswered: 50.0% > 49.5%"});
}

TEST_CASE("a log without replies fails by no rate") {
    CHECK(failures("off_topic>0%", {}).empty());
}

TEST_CASE("what cannot be read is refused") {
    for (const char* text : {"",
                             ",",
                             "high,",
                             ">2",
                             "high>",
                             "high>x",
                             "high>2%%",
                             "high>inf",
                             "high>INFINITY",
                             "high>nan",
                             "off_topic>inf%",
                             "off_topic>101%",
                             "off_topic>-1"}) {
        INFO(text);
        CHECK_FALSE(parse_fail_policy(text));
    }
}

TEST_CASE("a name that is nothing is told") {
    const std::vector<RuleInfo> rules = {rule("A-1", "house", Severity::low)};
    for (const char* text : {"high", "privacy", "off_topic", "unanswered", "A-1", "house"}) {
        INFO(text);
        CHECK_FALSE(unknown_name(*parse_fail_policy(text), rules));
    }
    const std::optional<Diagnostic> problem = unknown_name(*parse_fail_policy("hgih"), rules);
    REQUIRE(problem);
    CHECK(problem->help == "did you mean \"high\"?");
}

}  // namespace
}  // namespace suowen::triage
