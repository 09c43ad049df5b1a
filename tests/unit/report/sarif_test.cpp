// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/document.h>

#include <functional>
#include <sstream>

#include "catch.h"
#include "report/formats.h"
#include "report/sample_audit.h"

namespace suowen::report {
namespace {

// The only run of a report that `fill` was let write.
rapidjson::Document run_of(const std::function<void(Reporter&)>& fill) {
    std::ostringstream out;
    ReportOptions options;
    options.language = Language::en;
    const auto reporter = make_sarif_reporter(out, options);
    reporter->begin(sample_run());
    fill(*reporter);
    reporter->end({});
    rapidjson::Document document;
    document.Parse(out.str().c_str());
    REQUIRE_FALSE(document.HasParseError());
    rapidjson::Document run;
    run.CopyFrom(document["runs"][0], run.GetAllocator());
    return run;
}

TEST_CASE("a path from the root is the URI of a file") {
    const auto run = run_of([](Reporter& reporter) {
        reporter.diagnostic({DiagnosticLevel::error, {"/logs/a b.csv", 3, 1, 40}, "bad", "", ""});
    });
    const auto& notification = run["invocations"][0]["toolExecutionNotifications"][0];
    CHECK(std::string(notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                          .GetString()) == "file:///logs/a%20b.csv");
}

TEST_CASE("a run that could not read an input was not successful") {
    const auto is_successful = [](DiagnosticLevel level) {
        const auto run = run_of([&](Reporter& reporter) {
            reporter.diagnostic({level, {"13812345678.csv", 3, 1, 40}, "not read", "", ""});
        });
        const auto& invocation = run["invocations"][0];
        const auto& notification = invocation["toolExecutionNotifications"][0];
        CHECK(
            std::string(notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                            .GetString()) == "138%2A%2A%2A%2A5678.csv");
        return invocation["executionSuccessful"].GetBool();
    };
    CHECK_FALSE(is_successful(DiagnosticLevel::error));
    CHECK(is_successful(DiagnosticLevel::warning));
}

TEST_CASE("a rule is described, and its help has the law word for word") {
    const auto run = run_of([](Reporter&) {});
    const auto& rule = run["tool"]["driver"]["rules"][0];
    CHECK(std::string(rule["fullDescription"]["text"].GetString()) ==
          "Warranty question dodged: right to know, liability: civil, administrative, "
          "to check: the terms");
    CHECK(std::string(rule["help"]["text"].GetString()) ==
          "Answer with the statutory warranty.\n\n"
          "Consumer Rights Protection Law of the PRC, Art. 20\n"
          "A trader must give a truthful and clear answer.\n"
          "经营者应当作出真实、明确的答复。");
}

TEST_CASE("results come worst first, new ones before those that somebody has dealt with") {
    ConversationAudit known = dodged_warranty("a1", 1);
    known.replies.front().findings.front().state = FindingState::known;
    ConversationAudit suppressed = dodged_warranty("a2", 1);
    suppressed.replies.front().findings.front().state = FindingState::suppressed;
    suppressed.replies.front().findings.front().reason = "under review";
    const auto run = run_of([&](Reporter& reporter) {
        reporter.conversation(known);
        reporter.conversation(suppressed);
        reporter.conversation(without_reply(false));
        reporter.conversation(dodged_warranty());
    });
    std::vector<std::string> rules;
    for (const auto& result : run["results"].GetArray()) {
        rules.emplace_back(result["ruleId"].GetString());
    }
    CHECK(rules == std::vector<std::string>{"RTK-003", "UNT-001", "FRD-001", "FRD-001"});
    CHECK(std::string(run["results"][3]["suppressions"][0]["justification"].GetString()) ==
          "under review");
}

TEST_CASE("no more results than code hosts read are written, and it says how many are left out") {
    const ConversationAudit low = without_reply(false);
    const auto run = run_of([&](Reporter& reporter) {
        for (int i = 0; i < 25'002; ++i) {
            reporter.conversation(low);
        }
        reporter.conversation(dodged_warranty());
    });
    REQUIRE(run["results"].Size() == 25'000);
    CHECK(std::string(run["results"][0]["ruleId"].GetString()) == "RTK-003");
    const auto& invocation = run["invocations"][0];
    CHECK(invocation["executionSuccessful"].GetBool());
    CHECK(std::string(invocation["toolExecutionNotifications"][0]["message"]["text"].GetString()) ==
          "3 results are left out, the least severe: there are 25,000 at most");
}

}  // namespace
}  // namespace suowen::report
