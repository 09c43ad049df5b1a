// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/document.h>

#include <set>
#include <sstream>

#include "catch.h"
#include "report/formats.h"
#include "report/sample_audit.h"

namespace suowen::report {
namespace {

struct Issue {
    std::string path;
    std::string fingerprint;
};

std::vector<Issue> issues_of(const std::vector<ConversationAudit>& audits,
                             Redaction redaction = Redaction::mask) {
    std::ostringstream out;
    ReportOptions options;
    options.redaction = redaction;
    const auto reporter = make_gitlab_reporter(out, options);
    reporter->begin(sample_run());
    for (const ConversationAudit& audit : audits) {
        reporter->conversation(audit);
    }
    reporter->end({});
    rapidjson::Document document;
    document.Parse(out.str().c_str());
    REQUIRE(document.IsArray());
    std::vector<Issue> issues;
    for (const auto& issue : document.GetArray()) {
        issues.push_back({issue["location"]["path"].GetString(), issue["fingerprint"].GetString()});
    }
    return issues;
}

std::vector<ConversationAudit> audits_of(std::initializer_list<const char*> ids) {
    std::vector<ConversationAudit> audits;
    for (const char* id : ids) {
        audits.push_back(dodged_warranty(id));
    }
    return audits;
}

TEST_CASE("issues of the same words in several places are several issues for GitLab") {
    std::set<std::string> fingerprints;
    for (const Issue& issue : issues_of(audits_of({"a1", "a2", "a1", "a1"}))) {
        CHECK(issue.fingerprint.size() == 32);
        fingerprints.insert(issue.fingerprint);
    }
    CHECK(fingerprints.size() == 4);
}

TEST_CASE("an issue keeps its fingerprint when lines move, others come, or masks fall") {
    const std::string before = issues_of(audits_of({"13812345678"})).front().fingerprint;
    std::vector<ConversationAudit> audits = audits_of({"a0", "13812345678", "a2"});
    audits.at(1).conversation.turns.at(1).line += 40;
    CHECK(issues_of(audits).at(1).fingerprint == before);
    CHECK(issues_of(audits, Redaction::none).at(1).fingerprint == before);
}

TEST_CASE("GitLab knows files by their path in the repository") {
    std::vector<ConversationAudit> audits = audits_of({"a1"});
    audits.front().conversation.source.path = "./logs/./a.jsonl";
    CHECK(issues_of(audits).front().path == "logs/./a.jsonl");
}

}  // namespace
}  // namespace suowen::report
