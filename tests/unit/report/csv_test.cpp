// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include "catch.h"
#include "report/csv_row.h"
#include "report/formats.h"
#include "report/sample_audit.h"

namespace suowen::report {
namespace {

std::string cell(std::string_view text) {
    CsvRow row;
    row.add(text);
    return row.end();
}

std::string rows_of(const char* format, const ConversationAudit& audit) {
    std::ostringstream out;
    ReportOptions options;
    options.teams = {{"客服*", "甲组"}};
    const auto reporter = find_report_format(format)->make(out, options);
    reporter->begin(sample_run());
    reporter->conversation(audit);
    return out.str();
}

TEST_CASE("a cell that a spreadsheet might run is told to be text") {
    for (const char* text : {"=1+1",
                             "+1",
                             "-1",
                             "@SUM(1)",
                             "＝1",
                             "＋1",
                             "－1",
                             "＠SUM",
                             " =1",
                             "\t=1",
                             "\r=1",
                             "\n=1",
                             "\u3000=1",
                             "\ufeff=1",
                             "\u200b@x",
                             "\u200d=1",
                             "\u202e=1"}) {
        INFO(text);
        CHECK(cell(text).substr(0, 2) == "\"'");
    }
    for (const char* text : {"", " ", "1=1", "保修", "\"=1\""}) {
        INFO(text);
        CHECK(cell(text).substr(0, 2) != "\"'");
    }
}

TEST_CASE("a row is one line without characters that nobody sees") {
    CHECK(cell("a\"b\nc\x1b\u009b\u202e\ufeff") == "\"a\"\"b⏎c\\x1b\\x9b\\u202e\\ufeff\"\r\n");
}

TEST_CASE("a reply is a row; what was added stands behind what was there") {
    ConversationAudit audit = dodged_warranty();
    audit.conversation.channel = "网页";
    audit.conversation.turns.at(1).time.day = std::chrono::year(2026) / 3 / 1;
    audit.replies.front().relevance.evidence.related = {{"保修", "返厂"}, {"几年", "年限"}};
    audit.replies.front().relevance.certainty = 0.97;
    CHECK(
        rows_of("csv", audit) ==
        "\xEF\xBB\xBF"
        "conversation,source,line,turn,agent,verdict,relevance,response_seconds,matched,missing,"
        "gives,rules,question,reply,time,channel,team,role,related,certainty\r\n"
        R"("a1","logs/a.jsonl",8,1,"客服03","off_topic","0.062","40","","保修; 138****5678","",)"
        R"("RTK-003","这款热水器保修几年？我电话138****5678",)"
        R"("现在下单立减50元，加我微信139****4321哦","2026-03-01","网页","甲组","agent","保修 ~ 返厂; 几年 ~ 年限","0.970")"
        "\r\n");
}

TEST_CASE("a question without a reply is a row with its question and its rules") {
    const std::string row = R"("","","","","","UNT-001","什么时候退款？","","","","","","","")"
                            "\r\n";
    CHECK(rows_of("csv", without_reply(false)).ends_with(R"(7,0,"","unanswered",)" + row));
    CHECK(rows_of("csv", without_reply(true)).ends_with(R"(7,0,"","open",)" + row));
}

TEST_CASE("a message of a megabyte is cut, so that a thousand replies to it are no gigabyte") {
    ConversationAudit audit = dodged_warranty();
    const std::string log = "保修几年？" + std::string(1'000'000, 'x');
    audit.conversation.turns.at(0).text = log;
    audit.conversation.turns.at(1).text = log;
    for (const char* format : {"csv", "csv-findings"}) {
        const std::string rows = rows_of(format, audit);
        CHECK(rows.size() < 70'000);
        CHECK(rows.find("xxx…\"") != std::string::npos);
    }
}

TEST_CASE("a word of a number is masked in every reply that quotes it") {
    ConversationAudit audit = dodged_warranty();
    audit.replies.front().relevance.evidence.missing = {"1234", "保修"};
    audit.replies.push_back(audit.replies.front());
    const std::string rows = rows_of("csv", audit);
    const std::size_t first = rows.find(R"("****; 保修")");
    CHECK(first != std::string::npos);
    CHECK(rows.find(R"("****; 保修")", first + 1) != std::string::npos);
}

TEST_CASE("a finding is a row with what was said and the law") {
    CHECK(
        rows_of("csv-findings", dodged_warranty()) ==
        "\xEF\xBB\xBF"
        "rule,category,severity,conversation,source,line,turn,agent,finding,advice,fingerprint,"
        "state,reason,time,channel,team,title,match,question,reply,laws,to_check\r\n"
        R"("RTK-003","right_to_know","high","a1","logs/a.jsonl",8,1,"客服03",)"
        R"("回避质保询问：“立减50元，加我微信139****4321” 《中华人民共和国消费者权益保护法》第二十条 · 待核实：合同条款",)"
        R"("按国家三包规定作答。","0123456789abcdef0123456789abcdef","new","","","","甲组",)"
        R"("回避质保询问","立减50元，加我微信139****4321","这款热水器保修几年？我电话138****5678",)"
        R"("现在下单立减50元，加我微信139****4321哦","《中华人民共和国消费者权益保护法》第二十条","合同条款")"
        "\r\n");
}

}  // namespace
}  // namespace suowen::report
