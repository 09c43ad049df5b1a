// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include "catch.h"
#include "report/formats.h"
#include "report/log_span.h"
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

TEST_CASE("questions nobody answered are listed with their wait, as words and to sort by") {
    ConversationAudit waiting = without_reply(false);
    waiting.pending.front().pending.waited = std::chrono::minutes(90);
    const ConversationAudit unknown = without_reply(false);
    const ConversationAudit open = without_reply(true);
    ReportOptions options;
    options.language = Language::en;
    const std::string page = page_of({&waiting}, options);
    CHECK(holds(page, "\"w\":\"1 h 30 min\",\"z\":5400000}"));
    CHECK(holds(page_of({&unknown}, options), R"("i":"question")"));
    CHECK_FALSE(holds(page_of({&unknown}, options), "\"z\":"));
    CHECK_FALSE(holds(page_of({&open}, options), R"("i":"question")"));
}

TEST_CASE("the title says what the page is, of which logs and days") {
    ConversationAudit bad = dodged_warranty();
    bad.conversation.source.path = "logs/13812345678<b>.jsonl";
    ConversationAudit good = answered_warranty();
    send_on(bad, 1);
    send_on(good, 3);
    CHECK(holds(page_of({&bad, &good}),
                "<title>客服对话审计报告：138****5678&lt;b&gt;.jsonl、a.jsonl，"
                "2026-03-01 至 2026-03-03</title>"));
    ReportOptions options;
    options.language = Language::en;
    send_on(good, 1);
    CHECK(holds(page_of({&good}, options),
                "<title>Audit of customer-service transcripts: a.jsonl, 2026-03-01</title>"));
    CHECK(holds(page_of({}), "<title>客服对话审计报告</title>"));
    const std::string page = page_of({&good});
    CHECK(page.find("<title>") < page.find("</head>"));
}

TEST_CASE("a title names the first logs of many") {
    LogNames names(Redaction::mask);
    Summary summary;
    for (const char* path : {"a.csv", "b/a.csv", "b/a.csv", "c.csv", "d.csv", "e.csv"}) {
        ConversationAudit audit = answered_warranty();
        audit.conversation.source.path = path;
        names.add(audit.conversation);
    }
    summary.files = 5;
    CHECK(names.words(summary, Language::zh) == "a.csv、a.csv、c.csv 等 5 个文件");
    CHECK(names.words(summary, Language::en) == "a.csv, a.csv, c.csv and 2 more");
}

TEST_CASE("rows go out as they come, so that memory does not grow with the log") {
    const ConversationAudit bad = dodged_warranty();
    const ConversationAudit pending = without_reply(false);
    std::ostringstream out;
    const ReportOptions options;
    const auto reporter = make_html_reporter(out, options);
    reporter->begin(sample_run());
    reporter->conversation(bad);
    reporter->conversation(pending);
    for (const std::string_view kind : {"finding", "reply", "question"}) {
        CHECK(holds(out.str(), "\"i\":\"" + std::string(kind) + "\""));
    }
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
    CHECK(
        holds(page_of({&known, &fresh}, options), "1 new finding, 1 known from the baseline</p>"));
    CHECK_FALSE(holds(page_of({&fresh}, options), "0 suppressed"));
}

}  // namespace
}  // namespace suowen::report
