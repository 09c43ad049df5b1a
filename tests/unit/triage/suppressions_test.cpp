// SPDX-License-Identifier: Apache-2.0
#include "triage/suppressions.h"

#include "catch.h"

namespace suowen::triage {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::year_month_day kToday = 2026y / 11 / 25;

Suppressions read(const std::string& yaml) {
    Expected<Suppressions, Diagnostics> parsed = Suppressions::parse(yaml, "s.yaml");
    REQUIRE(parsed);
    return std::move(*parsed);
}

using Texts = std::vector<std::string>;

Texts problems(const std::string& yaml) {
    const Expected<Suppressions, Diagnostics> parsed = Suppressions::parse(yaml, "s.yaml");
    REQUIRE_FALSE(parsed);
    Texts all;
    for (const Diagnostic& problem : parsed.error()) {
        all.push_back(std::to_string(problem.location.line) + ": " + problem.message);
    }
    return all;
}

const FindingPlace kPlace{"RTK-003", "right_to_know", "客服03", "a1", "logs/2026/a.jsonl"};

TEST_CASE("all that an entry names must fit") {
    Suppressions some = read(
        "suppressions:\n"
        "  - {rule: [RTK-003, fraud], agent: '客服*', path: 'logs/2026/*', reason: known}\n");
    REQUIRE(some.find(kPlace, kToday) != nullptr);
    CHECK(some.find(kPlace, kToday)->reason == "known");
    FindingPlace other = kPlace;
    other.agent = "机器人";
    CHECK(some.find(other, kToday) == nullptr);
    other = kPlace;
    other.rule = "RTK-004";
    CHECK(some.find(other, kToday) == nullptr);
    other.category = "fraud";
    CHECK(some.find(other, kToday) != nullptr);
}

TEST_CASE("an entry counts up to its last day, and is complained of behind it") {
    Suppressions some = read("suppressions: [{rule: RTK-003, reason: known, until: 2026-11-25}]\n");
    CHECK(some.complaints(kToday).size() == 1);  // Not used yet.
    CHECK(some.find(kPlace, kToday) != nullptr);
    CHECK(some.complaints(kToday).empty());
    CHECK(some.find(kPlace, 2026y / 11 / 26) == nullptr);
    const Diagnostics complaints = some.complaints(2026y / 11 / 26);
    REQUIRE(complaints.size() == 1);
    CHECK(complaints[0].message == "the suppression ended on 2026-11-25; its findings count again");
}

TEST_CASE("an entry needs a reason and something to fit") {
    CHECK(problems("suppressions: [{rule: RTK-003}]\n").size() == 1);
    CHECK(problems("suppressions: [{reason: all}]\n") == Texts{"1: a suppression of everything"});
    CHECK(problems("suppressions:\n  - {rule: A, reason: b, untill: 2026-01-01}\n").size() == 1);
    CHECK(problems("suppressions: [{rule: A, reason: b, until: soon}]\n").size() == 1);
    CHECK(problems("- rule: A\n").size() == 1);
}

}  // namespace
}  // namespace suowen::triage
