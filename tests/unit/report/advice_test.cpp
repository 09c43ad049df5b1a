// SPDX-License-Identifier: Apache-2.0
#include "report/advice.h"

#include "catch.h"
#include "report/interval.h"
#include "report/sample_audit.h"

namespace suowen::report {
namespace {

TEST_CASE("the interval of a share is Wilson's") {
    // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20.
    CHECK(interval_of(81, 263).from == Approx(0.2553).margin(5e-4));
    CHECK(interval_of(81, 263).to == Approx(0.3662).margin(5e-4));
    CHECK(interval_of(15, 148).from == Approx(0.0624).margin(5e-4));
    CHECK(interval_of(15, 148).to == Approx(0.1605).margin(5e-4));
    CHECK(interval_of(0, 20).from == 0);
    CHECK(interval_of(0, 20).to == Approx(0.1611).margin(5e-4));
    CHECK(share_with_interval(0, 0) == "-");
}

// An agent's counts as one log after another would have made them.
Summary with_agent(Summary summary, const char* name, std::uint64_t bad, std::uint64_t answered) {
    AgentCounts& agent = summary.by_agent[name];
    agent.by_verdict.at(static_cast<std::size_t>(Verdict::off_topic)) = bad;
    agent.by_verdict.at(static_cast<std::size_t>(Verdict::answered)) = answered;
    return summary;
}

TEST_CASE("three bad replies of four are not trained before three hundred of a thousand") {
    Summary summary = with_agent({}, "four", 3, 1);
    summary = with_agent(std::move(summary), "thousand", 300, 700);
    summary = with_agent(std::move(summary), "good", 0, 50);
    const std::vector<Measure> measures =
        Advice(Redaction::none).measures({}, summary, Language::en);
    REQUIRE(measures.size() == 1);
    const std::vector<std::string>& lines = measures[0].because;
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].rfind("thousand", 0) == 0);
    CHECK(lines[1].rfind("four", 0) == 0);
    CHECK(lines[2].find("fewer than 30") != std::string::npos);
}

TEST_CASE("nothing found asks for nothing") {
    CHECK(Advice(Redaction::none).measures({}, {}, Language::zh).empty());
}

TEST_CASE("questions nobody answered speak for a way of feedback") {
    const RunInfo run = sample_run();
    const ConversationAudit pending = without_reply(false);
    Advice advice(Redaction::none);
    advice.add(pending, run.rules);
    Summary summary;
    add_to(summary, pending, run.rules);
    const std::vector<Measure> measures = advice.measures(run, summary, Language::en);
    REQUIRE(measures.size() == 2);  // The other one is of the rule.
    CHECK(measures[1].because ==
          std::vector<std::string>{"1 question unanswered", "untimely handling: 1 finding"});
}

TEST_CASE("what is known or suppressed asks for nothing more") {
    const RunInfo run = sample_run();
    ConversationAudit known = dodged_warranty();
    known.replies.front().findings.front().state = FindingState::known;
    ConversationAudit suppressed = without_reply(true);
    suppressed.pending.front().findings.front().state = FindingState::suppressed;
    const ConversationAudit fresh = dodged_warranty("a2");
    Advice advice(Redaction::none);
    Summary summary;
    for (const ConversationAudit* audit :
         std::initializer_list<const ConversationAudit*>{&known, &suppressed, &fresh}) {
        advice.add(*audit, run.rules);
        add_to(summary, *audit, run.rules);
    }
    std::string all;
    for (const Measure& measure : advice.measures(run, summary, Language::en)) {
        for (const std::string& reason : measure.because) {
            all += reason + "\n";
        }
    }
    CHECK(all.find("×1") != std::string::npos);
    CHECK(all.find("off the point, 1 new finding\n") != std::string::npos);
    CHECK(all.find("critical, high: 1 new finding\n") != std::string::npos);
    CHECK(all.find("2 finding") == std::string::npos);
    CHECK(all.find("untimely") == std::string::npos);
}

}  // namespace
}  // namespace suowen::report
