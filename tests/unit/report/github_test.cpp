// SPDX-License-Identifier: Apache-2.0
#include "catch.h"
#include "report/sample_audit.h"

namespace suowen::report {
namespace {

// The lines that a run writes, without the message of findings.
std::string commands_of(const std::vector<const ConversationAudit*>& audits,
                        const Diagnostics& diagnostics = {}) {
    return report_on(audits, "github", {}, diagnostics);
}

TEST_CASE("annotations come worst first, then what was not read, then the totals") {
    const ConversationAudit low = without_reply(false);
    const ConversationAudit high = dodged_warranty("a1");
    const ConversationAudit critical = dodged_warranty("a2", 1);
    ConversationAudit known = dodged_warranty("a3");
    known.replies.front().findings.front().state = FindingState::known;
    const std::string law = " 《中华人民共和国消费者权益保护法》第二十条 · 待核实：合同条款\n";
    const std::string match = "：“立减50元，加我微信139****4321”" + law;
    CHECK(commands_of({&low, &high, &critical, &known},
                      {{DiagnosticLevel::error, {"./13812345678.csv", 3, 1, 40}, "a\nb", "", ""},
                       {DiagnosticLevel::warning, {"b.png", 0, 0, 0}, "no transcript", "", ""}}) ==
          "::error file=logs/a.jsonl,line=8,title=FRD-001::虚假承诺" + match +
              "::error file=logs/a.jsonl,line=8,title=RTK-003::回避质保询问" + match +
              "::notice file=logs/a.jsonl,line=7,title=UNT-001::处理不及时：“退款”" + law +
              "::error file=138****5678.csv,line=3,title=suowen::a⏎b\n"
              "::notice title=suowen::4 段对话，3 条回复，4 项发现，已在基线中：1，无人答复：1，"
              "未审计的输入：2 条记录\n");
}

TEST_CASE("findings without number leave room for what was not read") {
    const ConversationAudit high = dodged_warranty("a1");
    const std::vector<const ConversationAudit*> many(2000, &high);
    CHECK(commands_of(many, {{DiagnosticLevel::error, {"lost.csv", 3, 1, 40}, "gone", "", ""}})
              .find("::error file=lost.csv,line=3,title=suowen::gone") != std::string::npos);
}

TEST_CASE("a run without anything says so") {
    CHECK(commands_of({}) == "::notice title=suowen::0 段对话，0 条回复，0 项发现\n");
}

TEST_CASE("a path cannot end a command") {
    ConversationAudit audit = dodged_warranty();
    audit.conversation.source.path = "a\n::error::b,c:d\x1b\u202e\xff.jsonl";
    CHECK(commands_of({&audit}).rfind("::error file=a⏎%3A%3Aerror%3A%3Ab%2Cc%3Ad\\x1b\\u202e\uFFFD",
                                      0) == 0);
}

}  // namespace
}  // namespace suowen::report
