// SPDX-License-Identifier: Apache-2.0
#include "catch.h"
#include "report/sample_audit.h"

namespace suowen::report {
namespace {

std::string junit_of(const ConversationAudit& audit, Redaction redaction = Redaction::mask) {
    return part_on(audit, "junit", redaction);
}

TEST_CASE("a reply with several findings is one failure, the worst first, with all in its text") {
    ConversationAudit audit = dodged_warranty();
    audit.replies.front().findings.push_back(hit(audit.conversation, 1, 1, "加我微信"));
    CHECK(junit_of(audit) ==
          R"(  <testsuite name="a1" tests="1" failures="1" skipped="0">
    <testcase classname="logs/a.jsonl" name="turn 1 客服03">
      <failure type="FRD-001" message="虚假承诺：“加我微信” 《中华人民共和国消费者权益保护法》第二十条 · 待核实：合同条款">客户：这款热水器保修几年？我电话138****5678
客服：现在下单立减50元，加我微信139****4321哦

FRD-001 [严重] logs/a.jsonl:8
虚假承诺：“加我微信” 《中华人民共和国消费者权益保护法》第二十条 · 待核实：合同条款
建议：按国家三包规定作答。

RTK-003 [高] logs/a.jsonl:8
回避质保询问：“立减50元，加我微信139****4321” 《中华人民共和国消费者权益保护法》第二十条 · 待核实：合同条款
建议：按国家三包规定作答。
</failure>
    </testcase>
  </testsuite>
)");
}

TEST_CASE("a question without a reply is a test that bears no customer's name") {
    ConversationAudit audit = without_reply(false);
    std::string report = junit_of(audit);
    CHECK(report.find(R"(name="turn 0 无人答复")") != std::string::npos);
    CHECK(report.find("<failure type=\"UNT-001\"") != std::string::npos);
    CHECK(report.find("王**") == std::string::npos);
    audit.pending.front().findings.clear();
    report = junit_of(audit);
    CHECK(report.find(R"(tests="1" failures="0" skipped="1">)") != std::string::npos);
    CHECK(report.find(R"(<skipped message="无人答复"/>)") != std::string::npos);
}

TEST_CASE("a finding on the question is a failure of the reply") {
    ConversationAudit audit = dodged_warranty();
    audit.replies.front().findings.front().turn = 0;
    const std::string report = junit_of(audit);
    CHECK(report.find(R"(tests="1" failures="1")") != std::string::npos);
    CHECK(report.find(R"(name="turn 1 客服03")") != std::string::npos);
}

TEST_CASE("suites and tests are named with a mask, unless personal data is to be shown") {
    ConversationAudit audit = answered_warranty("13812345678");
    audit.conversation.source.path = "logs/13712345678.jsonl";
    audit.conversation.turns.at(1).name = "李四13912345678";
    CHECK(junit_of(audit) ==
          R"(  <testsuite name="138****5678" tests="1" failures="0" skipped="0">
    <testcase classname="logs/137****5678.jsonl" name="turn 1 李四139****5678"/>
  </testsuite>
)");
    CHECK(junit_of(audit, Redaction::none).find("李四13912345678") != std::string::npos);
}

}  // namespace
}  // namespace suowen::report
