// SPDX-License-Identifier: Apache-2.0
#include "catch.h"
#include "report/sample_audit.h"

namespace suowen::report {
namespace {

std::string markdown_of(const std::vector<const ConversationAudit*>& audits,
                        const Diagnostics& diagnostics = {}) {
    ReportOptions options;
    options.language = Language::en;
    return report_on(audits, "markdown", options, diagnostics);
}

bool has(const std::string& page, const std::string& part) {
    return page.find(part) != std::string::npos;
}

TEST_CASE("Markdown says how many findings are known and how many suppressed") {
    ConversationAudit known = dodged_warranty("a1");
    known.replies.front().findings.front().state = FindingState::known;
    ConversationAudit suppressed = dodged_warranty("a2");
    suppressed.replies.front().findings.front().state = FindingState::suppressed;
    const ConversationAudit fresh = dodged_warranty("a3");
    const std::string page = markdown_of({&known, &suppressed, &suppressed, &fresh});
    CHECK(has(page, "4 findings, known from the baseline: 1, suppressed: 2\n"));
    CHECK(has(page, "| known from the baseline | 1 |\n| suppressed | 2 |\n"));
}

TEST_CASE("Markdown lists the first questions that nobody answered") {
    ConversationAudit unanswered = without_reply(false);
    unanswered.conversation.source.path = "13812345678.jsonl";
    const ConversationAudit open = without_reply(true);
    const std::string page = markdown_of({&unanswered, &open});
    CHECK(
        has(page,
            "## unanswered\n\n1 question\n\n- 什么时候退款？ — 138\\*\\*\\*\\*5678\\.jsonl:7\n\n"));
    CHECK(has(page, "customer: 什么时候**退款**？"));
    const std::string more = markdown_of(std::vector<const ConversationAudit*>(13, &unanswered));
    CHECK(has(more, "13 questions\n"));
    CHECK(has(more, "- and 3 questions\n"));
    CHECK_FALSE(has(markdown_of({&open}), "## unanswered"));
}

TEST_CASE("Markdown says of a finding what is to be checked") {
    const ConversationAudit audit = dodged_warranty();
    CHECK(has(markdown_of({&audit}), "\n  - to check: the terms\n  - advice: "));
}

TEST_CASE("Markdown says how sure the rate is and lists the agents") {
    ConversationAudit named = dodged_warranty();
    named.conversation.turns.at(1).name = "a|b13812345678";
    const ConversationAudit good = answered_warranty();
    const std::string page = markdown_of({&named, &good});
    CHECK(has(page, "\n\noff the point: 1 / 2, share (95% interval): 50.0% (9.5–90.5)\n\n"));
    CHECK(has(page, "\n| a\\|b138\\*\\*\\*\\*5678 | 1 | 1 | 100.0% (20.7–100.0) | 1 |\n"));
    CHECK(has(page, "\n| 客服03 | 1 | 0 | 0.0% (0.0–79.3) | 0 |\n"));
    CHECK(has(markdown_of({}), "off the point: 0 / 0, share (95% interval): -\n"));
}

TEST_CASE("Markdown names what could not be read") {
    const std::string page =
        markdown_of({}, {{DiagnosticLevel::error, {"a[1].csv", 3, 1, 40}, "broken", "", ""}});
    CHECK(has(page, "## Input not audited\n\n1 record\n\n- a\\[1\\]\\.csv:3: broken\n"));
    CHECK_FALSE(has(markdown_of({}), "## Input not audited"));
}

}  // namespace
}  // namespace suowen::report
