// SPDX-License-Identifier: Apache-2.0
#include "report/template_report.h"

#include <sstream>

#include "catch.h"
#include "report/sample_audit.h"

namespace suowen::report {
namespace {

// What a template makes of a dodged question, an answered one and one without a reply.
std::string rendered(const std::string& text,
                     Redaction redaction = Redaction::mask,
                     std::string_view agent = "客服13712345678") {
    std::ostringstream out;
    ReportOptions options;
    options.redaction = redaction;
    options.teams = {{"客服*", "甲组"}};
    const RunInfo run = sample_run();
    const auto reporter = make_template_reporter(out, options, text);
    reporter->begin(run);
    ConversationAudit dodged = dodged_warranty();
    dodged.conversation.channel = "网页";
    dodged.conversation.turns.at(1).name = agent;
    const ConversationAudit answered = answered_warranty();
    const ConversationAudit unanswered = without_reply(false);
    Summary summary;
    const auto add = [&](const ConversationAudit& audit) {
        reporter->conversation(audit);
        add_to(summary, audit, run.rules);
    };
    add(dodged);
    add(answered);
    add(unanswered);
    reporter->end(summary);
    return out.str();
}

TEST_CASE("a template has the words and the law of a finding") {
    CHECK(rendered("{{#findings}}{{rule}}|{{question}}|{{reply}}|{{match}}|{{agent}}|{{team}}|"
                   "{{channel}}|{{laws}}|{{#statutes}}{{id}} {{citation}} {{text}}{{/statutes}}\n"
                   "{{/findings}}") ==
          "RTK-003|这款热水器保修几年？我电话138****5678|现在下单立减50元，加我微信139****4321哦|"
          "立减50元，加我微信139****4321|客服137****5678|甲组|网页|"
          "《中华人民共和国消费者权益保护法》第二十条|"
          "CRPL-20 《中华人民共和国消费者权益保护法》第二十条 经营者应当作出真实、明确的答复。\n"
          "UNT-001|什么时候退款？||退款||||"
          "《中华人民共和国消费者权益保护法》第二十条|"
          "CRPL-20 《中华人民共和国消费者权益保护法》第二十条 经营者应当作出真实、明确的答复。\n");
    CHECK(rendered("{{#findings}}{{agent}}{{/findings}}", Redaction::none) == "客服13712345678");
}

TEST_CASE("a template has totals by severity, agent and response time") {
    CHECK(rendered("{{replies}} {{unanswered}} {{open}} {{to_answer}} {{off_the_point_share}}") ==
          "2 1 0 2 50.0%");
    CHECK(rendered("{{#severities}}{{severity}} {{title}} {{count}};{{/severities}}") ==
          "critical 严重 0;high 高 1;medium 中 0;low 低 1;info 提示 0;");
    CHECK(rendered("{{#agents}}{{name}} {{replies}} {{to_answer}} {{off_the_point}} "
                   "{{off_the_point_share}} {{findings_count}};{{/agents}}") ==
          "客服03 1 1 0 0.0% 0;客服137****5678 1 1 1 100.0% 1;");
    const std::string times =
        rendered("{{#response_times}}{{up_to}} {{title}} {{count}};{{/response_times}}");
    CHECK(times.find("60 少于 1 分钟 1;") != std::string::npos);
    CHECK(times.ends_with("; 超过 7 天 0;"));
}

TEST_CASE("two braces write for HTML, three as it was said") {
    const std::string page = rendered(
        "{{#findings}}{{agent}}{{{agent}}}{{/findings}}", Redaction::mask, "<b>'\x1b\u202e\"");
    CHECK(page == "&lt;b&gt;&#39;\uFFFD\uFFFD&quot;<b>'\x1b\u202e\"");
}

}  // namespace
}  // namespace suowen::report
