// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/document.h>

#include <random>
#include <sstream>

#include "catch.h"
#include "report/formats.h"
#include "report/sample_audit.h"

namespace suowen::report {
namespace {

std::string ndjson_of(const ConversationAudit& audit, Redaction redaction = Redaction::mask) {
    return part_on(audit, "ndjson", redaction);
}

bool is_json(const std::string& text) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
    return !document.HasParseError();
}

TEST_CASE("the first line says what ran") {
    std::ostringstream out;
    make_ndjson_reporter(out, {})->begin(sample_run());
    CHECK(out.str() == R"({"type":"run","schema":"suowen/1","version":"1.2.3",)"
                       R"("rules":{"source":"builtin","sha256":"00ff","count":3},)"
                       R"("started":"2026-03-01T02:00:00Z"})"
                       "\n");
}

TEST_CASE("a reply line has the names and the order of the schema, and masks personal data") {
    CHECK(ndjson_of(dodged_warranty()) ==
          R"({"type":"reply","conversation":"a1","source":"logs/a.jsonl","line":8,"turn":1,)"
          R"("agent":"客服03","role":"agent","question_turns":[0],"verdict":"off_topic",)"
          R"("relevance":0.063,"certainty":null,"response_ms":40000,)"
          R"("evidence":{"matched":[],"missing":["保修","138****5678"],)"
          R"("related":[["保修","维修"]],"expects":"duration",)"
          R"("gives":[],"cues":["promotion"],"generalities":[],"reaction":null,"odds":null},)"
          R"("findings":[{"rule":"RTK-003","category":"right_to_know","severity":"high",)"
          R"("statutes":["CRPL-20"],"consequence":["civil","administrative"],)"
          R"("to_check":["terms"],"turn":1,"start":12,"end":49,)"
          R"("match":"立减50元，加我微信139****4321",)"
          R"("fingerprint":"0123456789abcdef0123456789abcdef"}]})"
          "\n");
}

TEST_CASE("the sums that lead to a verdict have two places") {
    ConversationAudit audit = dodged_warranty();
    audit.replies.front().relevance.evidence.odds = {-3.456, 0, 1.2, -0.001, -12};
    CHECK(
        ndjson_of(audit).find(
            R"("odds":{"filler":-3.46,"asking":0.00,"doubt":1.20,"drift":0.00,"half":-12.00}})") !=
        std::string::npos);
}

TEST_CASE("without redaction the words are as the log has them") {
    CHECK(ndjson_of(dodged_warranty(), Redaction::none).find("13987654321") != std::string::npos);
    CHECK(ndjson_of(dodged_warranty()).find("13987654321") == std::string::npos);
}

TEST_CASE("ids, names and paths are masked as what was said is") {
    ConversationAudit audit = dodged_warranty("13812345678");
    audit.conversation.source.path = "logs/13712345678.jsonl";
    audit.conversation.turns.at(1).name = "李四13912345678";
    CHECK(ndjson_of(audit).rfind(R"({"type":"reply","conversation":"138****5678",)"
                                 R"("source":"logs/137****5678.jsonl","line":8,"turn":1,)"
                                 R"("agent":"李四139****5678",)",
                                 0) == 0);
    CHECK(ndjson_of(audit, Redaction::none)
              .rfind(R"({"type":"reply","conversation":"13812345678",)"
                     R"("source":"logs/13712345678.jsonl","line":8,"turn":1,)"
                     R"("agent":"李四13912345678",)",
                     0) == 0);
}

TEST_CASE("what could not be read is named with a mask") {
    std::ostringstream out;
    make_ndjson_reporter(out, {})->diagnostic(
        {DiagnosticLevel::error, {"13712345678.csv", 3, 1, 40}, "no 13812345678", "", ""});
    CHECK(out.str().find(R"("path":"137****5678.csv","line":3,"column":1,)"
                         R"("message":"no 138****5678",)") != std::string::npos);
}

TEST_CASE("agents whose names look alike when masked are counted together") {
    Summary summary;
    for (const char* name : {"13812345678", "13899995678"}) {
        ConversationAudit audit = answered_warranty();
        audit.conversation.turns.at(1).name = name;
        add_to(summary, audit, sample_run().rules);
    }
    const auto agents_of = [&](Redaction redaction) {
        std::ostringstream out;
        ReportOptions options;
        options.redaction = redaction;
        make_ndjson_reporter(out, options)->end(summary);
        const std::string line = out.str();
        const std::size_t begin = line.find("\"by_agent\"");
        return line.substr(begin, line.find("\"response_times\"") - begin);
    };
    const std::string masked = agents_of(Redaction::mask);
    CHECK(masked.rfind(R"("by_agent":{"138****5678":{"replies":2,"by_verdict":{"answered":2,)",
                       0) == 0);
    CHECK(masked.find("5678\"", masked.find("replies")) == std::string::npos);
    CHECK(agents_of(Redaction::none).find(R"("13899995678":{"replies":1,)") != std::string::npos);
}

TEST_CASE("words that are pieces of a number or an address are masked as the whole is") {
    ConversationAudit audit = dodged_warranty();
    Conversation& conversation = audit.conversation;
    conversation.turns.at(0).text =
        conversation.arena.store("电话138 1234 5678，邮箱zhangsan@example.com，保修几年");
    conversation.turns.at(1).text = conversation.arena.store("卡号6222 0212 3456 7890 128");
    audit.replies.front().findings.clear();
    Evidence& evidence = audit.replies.front().relevance.evidence;
    evidence.matched = {"电话", "138", "1234", "5678"};
    evidence.missing = {"zhangsan", "example", "保修", ""};
    evidence.gives = {"6222", "0212", "3456", "7890", "128"};
    CHECK(ndjson_of(audit).find(
              R"("matched":["电话","138","****","5678"],)"
              R"("missing":["z*******","example","保修",""],"related":[["保修","维修"]],)"
              R"("expects":"duration",)"
              R"("gives":["6222","****","****","***0","128"])") != std::string::npos);
    CHECK(ndjson_of(audit, Redaction::none).find(R"("138","1234","5678")") != std::string::npos);
}

TEST_CASE("a question that asks for no kind of answer expects null") {
    ConversationAudit audit = answered_warranty();
    audit.replies.front().relevance.evidence.expects = AnswerKind::none;
    CHECK(ndjson_of(audit).find(R"("expects":null,"gives":["三年"])") != std::string::npos);
}

TEST_CASE("a score is printed in three decimals at most, null where there is none") {
    const auto printed = [](std::optional<double> score) {
        ConversationAudit audit = answered_warranty();
        audit.replies.front().relevance.score = score;
        const std::string line = ndjson_of(audit);
        const std::size_t begin = line.find("\"relevance\":") + 12;
        return line.substr(begin, line.find(',', begin) - begin);
    };
    CHECK(printed(1.0) == "1.0");
    CHECK(printed(0.0) == "0.0");
    CHECK(printed(0.83) == "0.83");
    CHECK(printed(2.0 / 3) == "0.667");
    CHECK(printed(0.0004) == "0.0");
    CHECK(printed(0.05) == "0.05");
    CHECK(printed(std::nullopt) == "null");
}

TEST_CASE("a question without a reply is unanswered, or open where the log ends too soon") {
    const std::string line = ndjson_of(without_reply(false));
    CHECK(line.rfind(R"({"type":"unanswered","conversation":"c1","source":"logs/a.jsonl","line":7,)"
                     R"("question_turns":[0],"waited_ms":null,"findings":[{"rule":"UNT-001")",
                     0) == 0);
    CHECK(ndjson_of(without_reply(true)).rfind(R"({"type":"open",)", 0) == 0);
}

TEST_CASE("a long match is cut on a character, its span is not") {
    ConversationAudit audit = dodged_warranty();
    std::string text;
    for (int i = 0; i < 100; ++i) {
        text += "长";
    }
    audit.conversation.turns.at(1).text = audit.conversation.arena.store(text);
    audit.replies.front().findings.front().span = {0, text.size()};
    const std::string line = ndjson_of(audit);
    CHECK(line.find("\"end\":300,") != std::string::npos);
    CHECK(line.find("\"match\":\"" + text.substr(0, 198) + "…\"") != std::string::npos);
}

TEST_CASE("whatever bytes come in, JSON in UTF-8 comes out") {
    std::mt19937 random(11);
    for (int i = 0; i < 500; ++i) {
        std::string bytes;
        for (int n = 0; n < 40; ++n) {
            bytes.push_back(static_cast<char>(random() % 256));
        }
        ConversationAudit audit = dodged_warranty(bytes);
        audit.conversation.source.path = bytes;
        audit.conversation.turns.at(1).text = audit.conversation.arena.store(bytes);
        audit.conversation.turns.at(1).name = audit.conversation.turns.at(1).text;
        audit.replies.front().findings.front().span = {random() % 40, 40};
        audit.replies.front().relevance.evidence.gives = {bytes.substr(random() % 40)};
        REQUIRE(is_json(ndjson_of(audit)));
    }
}

TEST_CASE("the summary line has every total under its name") {
    const RunInfo run = sample_run();
    Summary summary;
    summary.files = 2;
    summary.bytes = 900;
    add_to(summary, dodged_warranty(), run.rules);
    add_to(summary, answered_warranty(), run.rules);
    add_to(summary, without_reply(false), run.rules);
    summary.skipped_records = 4;
    std::ostringstream out;
    make_ndjson_reporter(out, {})->end(summary);
    CHECK(
        out.str() ==
        R"({"type":"summary","files":2,"bytes":900,"conversations":3,"turns":5,"replies":2,)"
        R"("unanswered":1,"open":0,"findings":2,"findings_hidden":0,"findings_known":0,"findings_suppressed":0,)"
        R"("by_verdict":{"answered":1,"partial":0,"deflected":0,"off_topic":1,"clarifying":0,)"
        R"("no_question":0,"unjudged":0},)"
        R"("by_severity":{"info":0,"low":1,"medium":0,"high":1,"critical":0},)"
        R"("by_category":{"right_to_know":1,"untimely":1},)"
        R"("by_rule":{"RTK-003":1,"UNT-001":1},"by_statute":{"CRPL-20":2},)"
        R"("by_agent":{"客服03":{"replies":2,)"
        R"("by_verdict":{"answered":1,"partial":0,"deflected":0,"off_topic":1,"clarifying":0,)"
        R"("no_question":0,"unjudged":0},"findings":1,"by_category":{"right_to_know":1}}},)"
        R"("response_times":{"count":1,)"
        R"("bounds_seconds":[10,30,60,180,300,900,1800,3600,14400,86400,604800],)"
        R"("buckets":[0,0,1,0,0,0,0,0,0,0,0,0]},"skipped_files":0,"skipped_records":4})"
        "\n");
}

TEST_CASE("json is the same objects as one document") {
    std::ostringstream out;
    const auto reporter = make_json_reporter(out, {});
    reporter->begin(sample_run());
    reporter->conversation(dodged_warranty());
    reporter->diagnostic(
        {DiagnosticLevel::warning, {"b.csv", 3, 1, 40}, "not a record", "quote it", ""});
    reporter->conversation(without_reply(false));
    reporter->end({});
    rapidjson::Document document;
    document.Parse(out.str().c_str());
    REQUIRE_FALSE(document.HasParseError());
    CHECK(std::string(document["run"]["schema"].GetString()) == "suowen/1");
    REQUIRE(document["results"].Size() == 3);
    CHECK(std::string(document["results"][1]["type"].GetString()) == "diagnostic");
    CHECK(std::string(document["results"][1]["level"].GetString()) == "warning");
    CHECK(document["results"][1]["line"].GetInt() == 3);
    CHECK(document["summary"]["conversations"].GetInt() == 0);
}

TEST_CASE("a run without conversations is a document too") {
    std::ostringstream out;
    const auto reporter = make_json_reporter(out, {});
    reporter->begin(sample_run());
    reporter->end({});
    CHECK(is_json(out.str()));
}

TEST_CASE("formats are found by name") {
    REQUIRE(find_report_format("ndjson") != nullptr);
    CHECK(find_report_format("ndjson")->name == "ndjson");
    CHECK(find_report_format("yaml") == nullptr);
}

}  // namespace
}  // namespace suowen::report
