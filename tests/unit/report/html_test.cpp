// SPDX-License-Identifier: Apache-2.0
#include "catch.h"
#include "report/sample_audit.h"
#include "report/words.h"

namespace suowen::report {
namespace {

std::string page_of(const std::vector<const ConversationAudit*>& audits,
                    const ReportOptions& options = {},
                    const Diagnostics& diagnostics = {}) {
    return report_on(audits, "html", options, diagnostics);
}

bool holds(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

void send_on(ConversationAudit& audit, int day) {
    audit.conversation.turns.at(1).time.day = std::chrono::year{2026} / std::chrono::March / day;
}

TEST_CASE("the page is valid UTF-8, whatever the files are called and the log says") {
    ConversationAudit bad = dodged_warranty("a\xff");
    bad.conversation.source.path = "logs/\xff\u202e.jsonl";
    bad.conversation.turns.at(1).text = bad.conversation.arena.store("转账\xfe\u202e给我\x07");
    bad.replies.front().findings.front().reason = "\xfd\u2066";
    bad.replies.front().findings.front().state = FindingState::suppressed;
    const std::string page = page_of(
        {&bad}, {}, {{DiagnosticLevel::error, {"b\xff\u202e.csv", 3, 0, 0}, "\xfe", "", ""}});
    std::string scratch;
    CHECK(valid_utf8(page, scratch).data() == page.data());
    for (const std::string_view harmful : {"\u202e", "\u2066", "\\u0007"}) {
        CHECK_FALSE(holds(page, harmful));
    }
    CHECK(holds(page, "logs/\uFFFD\uFFFD.jsonl"));
    CHECK(holds(page, "<li>b\uFFFD\uFFFD.csv:3 "));
}

TEST_CASE("rates over time are drawn for all and for each agent, team and channel") {
    ConversationAudit bad = dodged_warranty();
    ConversationAudit good = answered_warranty();
    send_on(bad, 1);
    send_on(good, 3);
    good.conversation.channel = "App";
    ReportOptions options;
    options.language = Language::en;
    options.teams = {{"客服*", "first"}};
    const std::string page = page_of({&bad, &good}, options);
    CHECK(holds(page, "Replies off the point: by day"));
    CHECK(holds(page, "100.0% (1 / 1)"));
    for (const std::string_view table : {"agents", "teams", "channels"}) {
        INFO(table);
        const std::size_t at = page.find("<table id=\"" + std::string(table) + "\">");
        REQUIRE(at != std::string::npos);
        CHECK(page.find("<svg class=\"trend\"", at) < page.find("</table>", at));
    }
    CHECK(holds(page, "aria-label=\"by day: 2026-03-01 100.0% (1/1) → 2026-03-03 0.0% (0/1)\""));
    CHECK(holds(page, "<title>2026-03-03 0.0% (0/1)</title>"));
    CHECK(holds(page, "pale: fewer than 30 replies"));
}

TEST_CASE("one day is no trend, and one nameless channel is no scorecard") {
    ConversationAudit bad = dodged_warranty();
    send_on(bad, 1);
    const std::string page = page_of({&bad});
    CHECK_FALSE(holds(page, "<svg"));
    CHECK_FALSE(holds(page, "<table id=\"channels\">"));
    CHECK(holds(page, "<table id=\"agents\">"));
    CHECK(holds(page, "<table id=\"rules\">"));
}

TEST_CASE("questions nobody answered are listed, the longest wait first") {
    ConversationAudit shorter = without_reply(false);
    shorter.conversation.id = shorter.conversation.arena.store("shorter");
    shorter.pending.front().pending.waited = std::chrono::minutes(90);
    ConversationAudit longer = without_reply(false);
    longer.pending.front().pending.waited = std::chrono::hours(30);
    const ConversationAudit open = without_reply(true);
    ReportOptions options;
    options.language = Language::en;
    const std::string page = page_of({&shorter, &longer, &open}, options);
    CHECK(holds(page, "\"w\":\"1 h 30 min\""));
    CHECK(page.find("1 d 6 h") < page.find("1 h 30 min"));
    CHECK_FALSE(holds(page, "\"w\":\"-\""));
}

TEST_CASE("a finding on a question is shown on the customer's side") {
    const ConversationAudit pending = without_reply(false);
    CHECK(holds(page_of({&pending}), R"("a":"","t":"")"));
    const ConversationAudit bad = dodged_warranty();
    CHECK_FALSE(holds(page_of({&bad}), R"("t":)"));
}

TEST_CASE("new, known and suppressed findings are told apart") {
    ConversationAudit known = dodged_warranty();
    known.replies.front().findings.front().state = FindingState::known;
    const ConversationAudit fresh = dodged_warranty("a2");
    ReportOptions options;
    options.language = Language::en;
    CHECK(holds(page_of({&known, &fresh}, options),
                "1 new finding, 1 known from the baseline, 0 suppressed"));
    CHECK_FALSE(holds(page_of({&fresh}, options), "0 suppressed"));
}

}  // namespace
}  // namespace suowen::report
