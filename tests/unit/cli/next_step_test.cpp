// SPDX-License-Identifier: Apache-2.0
#include "cli/next_step.h"

#include "catch.h"

namespace suowen::cli {
namespace {

RuleInfo rule(std::string id, Severity severity) {
    RuleInfo info;
    info.id = std::move(id);
    info.severity = severity;
    return info;
}

// A run that found R-low twice and R-high once, as the settings have it.
std::string step_after_findings(Settings settings) {
    const std::vector<RuleInfo> rules = {rule("R-low", Severity::low),
                                         rule("R-high", Severity::high),
                                         rule("R-3", Severity::critical)};
    settings.language = Language::en;
    Summary summary;
    summary.conversations = 3;
    triage::NewFindings found;
    found.add(rules[0]);
    found.add(rules[0]);
    found.add(rules[1]);
    return next_step(settings, summary, found, rules);
}

TEST_CASE("whoever has a page is told to open it") {
    Settings settings;
    settings.reports = {{"sarif", "a.sarif"}, {"html", "a\x1b.html"}};
    CHECK(step_after_findings(settings) == "next: open a\\x1b.html in a browser");
    settings.reports.clear();
    settings.format = "html";
    settings.output = "b.html";
    CHECK(step_after_findings(settings) == "next: open b.html in a browser");
    settings.output = "-";
    CHECK(step_after_findings(settings).rfind("next: suowen rules show", 0) == 0);
}

TEST_CASE("the gravest rule that was found is the one to look at") {
    CHECK(step_after_findings({}).rfind("next: suowen rules show R-high ", 0) == 0);
    Settings settings;
    settings.min_severity = Severity::critical;
    CHECK(step_after_findings(settings).empty());
}

TEST_CASE("questions without an answer can be gone through, a clean run asks for nothing") {
    Settings settings;
    settings.language = Language::en;
    Summary summary;
    CHECK(next_step(settings, summary, {}, {}).rfind("next: suowen detect", 0) == 0);
    summary.conversations = 1;
    CHECK(next_step(settings, summary, {}, {}).empty());
    summary.unanswered = 1;
    CHECK(next_step(settings, summary, {}, {}).rfind("next: add --report html", 0) == 0);
}

}  // namespace
}  // namespace suowen::cli
