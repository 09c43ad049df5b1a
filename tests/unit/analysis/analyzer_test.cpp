// SPDX-License-Identifier: Apache-2.0
#include "analysis/analyzer.h"

#include <algorithm>
#include <string_view>

#include "catch.h"
#include "rules/loader.h"

namespace suowen::analysis {
namespace {

constexpr std::string_view kRules = R"(
version: 1
statutes:
  S-1: {law: {zh: 法, en: Law}, article: '1'}
rules:
  - {id: A, title: {zh: 辱骂, en: insult}, category: abuse, severity: high, statutes: [S-1], when: {reply: 穷鬼}}
  - id: B
    title: {zh: 未答, en: no answer}
    category: right_to_know
    severity: low
    statutes: [S-1]
    when: {verdict: [deflected]}
  - id: C
    title: {zh: 威胁, en: threat}
    category: abuse
    severity: high
    statutes: [S-1]
    when: {all_of: [{verdict: [answered]}, {reply: 上门}]}
)";

Conversation talk(std::string_view question, std::string_view reply) {
    Conversation made;
    made.turns.resize(2);
    made.turns[0].role = Role::customer;
    made.turns[0].text = question;
    made.turns[1].role = Role::agent;
    made.turns[1].text = reply;
    return made;
}

TEST_CASE("an insult that looks like a greeting deflects what was asked") {
    const auto rules = rules::parse_rules(kRules, "test");
    REQUIRE(rules);
    const Analyzer analyzer(*rules);
    const Relevance greeting = analyzer.analyze(talk("几天能到", "您好")).replies.at(0).relevance;
    const Relevance insult =
        analyzer.analyze(talk("几天能到", "您好，穷鬼")).replies.at(0).relevance;
    REQUIRE(greeting.verdict == Verdict::no_question);
    CHECK_FALSE(greeting.score);
    CHECK(insult.verdict == Verdict::deflected);
    CHECK(insult.score);
    // Nobody has asked anything.
    Conversation unasked = talk("", "您好，穷鬼");
    unasked.turns.erase(unasked.turns.begin());
    CHECK(analyzer.analyze(std::move(unasked)).replies.at(0).relevance.verdict ==
          Verdict::no_question);
}

TEST_CASE("an insult is no answer, and rules that ask for verdicts know it") {
    const auto rules = rules::parse_rules(kRules, "test");
    REQUIRE(rules);
    const Analyzer analyzer(*rules);
    const ConversationAudit insult = analyzer.analyze(talk("几天能到", "三天到，穷鬼"));
    REQUIRE(insult.replies.size() == 1);
    const Relevance& relevance = insult.replies[0].relevance;
    CHECK(relevance.verdict == Verdict::deflected);
    CHECK(std::count(
              relevance.evidence.cues.begin(), relevance.evidence.cues.end(), Cue::affront) == 1);
    CHECK(insult.replies[0].findings.size() == 2);
    // The finding that settled the verdict stays, though its rule asks for another.
    const ConversationAudit threat = analyzer.analyze(talk("几天能到", "三天到，上门找你"));
    CHECK(threat.replies.at(0).relevance.verdict == Verdict::deflected);
    CHECK(threat.replies.at(0).findings.size() == 2);
    const ConversationAudit answer = analyzer.analyze(talk("几天能到", "三天到"));
    CHECK(answer.replies.at(0).relevance.verdict == Verdict::answered);
    CHECK(answer.replies.at(0).findings.empty());
}

}  // namespace
}  // namespace suowen::analysis
