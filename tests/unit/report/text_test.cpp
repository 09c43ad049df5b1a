// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include "catch.h"
#include "report/formats.h"
#include "report/sample_audit.h"
#include "text/display_width.h"

namespace suowen::report {
namespace {

std::string text_of(const std::vector<const ConversationAudit*>& audits,
                    const ReportOptions& options = {}) {
    return report_on(audits, "text", options);
}

bool holds(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

TEST_CASE("the report opens with the totals") {
    const ConversationAudit bad = dodged_warranty();
    const ConversationAudit good = answered_warranty();
    const ConversationAudit pending = without_reply(false);
    const std::string zh = text_of({&bad, &good, &pending});
    CHECK(holds(zh, "  3 段对话，2 条回复，其中 2 条须作答\n"));
    CHECK(holds(zh, "  1 条回复未切题 (50.0%)，1 个提问无人答复，2 项发现\n"));
    CHECK(holds(zh, "  答非所问  1  50.0%\n"));
    CHECK(holds(zh, "  响应时间：半数少于 1 分钟，九成少于 1 分钟\n"));
    CHECK(holds(zh, "  类别        高  低  合计\n"));
    CHECK(holds(zh, "  侵犯知情权   1   -     1\n"));
    CHECK(holds(zh, "  可能涉及的责任：民事 2、行政 2\n"));
    CHECK(holds(zh, "  客服03       2       1  50.0%     1\n"));
    CHECK(holds(zh, "     2  民事、行政  《中华人民共和国消费者权益保护法》第二十条\n"));
}

TEST_CASE("the totals tell how many findings are new, as soon as one is not") {
    ConversationAudit known = dodged_warranty();
    CHECK_FALSE(holds(text_of({&known}), "新发现"));
    known.replies.front().findings.front().state = FindingState::known;
    CHECK(holds(text_of({&known}), "，1 项发现\n  0 项新发现，1 项已在基线中\n"));
}

TEST_CASE("a finding shows the words, the place, the law and what is left to check") {
    const ConversationAudit bad = dodged_warranty();
    CHECK(holds(text_of({&bad}),
                "高  RTK-003  回避质保询问\n"
                "  --> logs/a.jsonl:8  对话 a1  客服03\n"
                "  客户    这款热水器保修几年？我电话138****5678\n"
                "  客服    现在下单⟦立减50元，加我微信139****4321⟧哦\n"
                "  依据    《中华人民共和国消费者权益保护法》第二十条\n"
                "  责任    民事、行政\n"
                "  待核实  合同条款\n"
                "  建议    按国家三包规定作答。\n"));
}

TEST_CASE("a finding on a question shows the question's words, and the reply if there is one") {
    ConversationAudit bad = dodged_warranty();
    bad.replies.front().findings.front() = hit(bad.conversation, 0, 0, "保修");
    CHECK(holds(text_of({&bad}),
                "  客户    这款热水器⟦保修⟧几年？我电话138****5678\n"
                "  客服    现在下单立减50元，加我微信139****4321哦\n"));
    const ConversationAudit pending = without_reply(false);
    CHECK(holds(text_of({&pending}),
                "  客户    什么时候⟦退款⟧？\n"
                "  客服    （无人答复）\n"));
}

TEST_CASE("a reply off the point shows what was asked for and what was missing") {
    const ConversationAudit bad = dodged_warranty();
    ReportOptions options;
    options.language = Language::en;
    CHECK(holds(text_of({&bad}, options),
                "off topic  relevance 0.06\n"
                "  --> logs/a.jsonl:8  conversation a1  客服03\n"
                "  customer   这款热水器保修几年？我电话138****5678\n"
                "  agent      现在下单立减50元，加我微信139****4321哦\n"
                "  asked for  a duration\n"
                "  given      nothing\n"
                "  missing    保修, 138****5678\n"
                "  signs      promotion\n"));
}

TEST_CASE("words that evasions use are listed") {
    ConversationAudit bad = dodged_warranty();
    bad.replies.front().relevance.evidence.generalities = {"品质", "our"};
    CHECK(holds(text_of({&bad}), "  敷衍词  品质、our\n"));
    bad.replies.front().relevance.evidence.generalities.clear();
    CHECK_FALSE(holds(text_of({&bad}), "敷衍词"));
}

TEST_CASE("numbers are masked unless asked otherwise") {
    const ConversationAudit bad = dodged_warranty();
    CHECK_FALSE(holds(text_of({&bad}), "13987654321"));
    CHECK_FALSE(holds(text_of({&bad}), "13812345678"));
    ReportOptions options;
    options.redaction = Redaction::none;
    CHECK(holds(text_of({&bad}, options), "13987654321"));
}

TEST_CASE("a number that evidence quotes in pieces is masked as a whole") {
    ConversationAudit bad = dodged_warranty();
    bad.conversation.turns.at(0).text = bad.conversation.arena.store("保修几年？138 1234 5678");
    bad.replies.front().relevance.evidence.missing = {"保修", "138", "1234", "5678"};
    CHECK(holds(text_of({&bad}), "  未提及  保修、138、****、5678\n"));
}

TEST_CASE("a clean run says so in one line") {
    const ConversationAudit good = answered_warranty();
    CHECK(text_of({&good}) ==
          "suowen 1.2.3  builtin 3 条规则\n"
          "✓ 未发现问题：1 段对话，1 条回复\n");
    CHECK(holds(text_of({}), "没有可审计的对话"));
}

TEST_CASE("only the worst findings are kept, the worst first, and the rest is counted") {
    std::vector<ConversationAudit> audits;
    for (int i = 0; i < 30; ++i) {
        ConversationAudit audit = dodged_warranty("c" + std::to_string(i));
        Finding& finding = audit.replies.front().findings.front();
        finding.rule = i == 25 ? 1 : i % 2 == 0 ? 0 : 2;
        Turn& turn = audit.conversation.turns.at(1);
        turn.text = audit.conversation.arena.store("第" + std::to_string(i) + "种说法");
        finding.span = {0, turn.text.size()};
        audits.push_back(std::move(audit));
    }
    std::vector<const ConversationAudit*> pointers;
    for (const ConversationAudit& audit : audits) {
        pointers.push_back(&audit);
    }
    const std::string text = text_of(pointers);
    CHECK(holds(text, "最严重的发现  20 / 30，全部见 --format ndjson\n\n严重  FRD-001"));
    CHECK(holds(text, "最不切题的回复  10 / 30，全部见 --format ndjson\n"));
    std::size_t arrows = 0;
    for (const std::string& line : lines_of(text)) {
        arrows += holds(line, "-->") ? 1 : 0;
    }
    CHECK(arrows == 30);
    CHECK(text.find("对话 c28") < text.find("对话 c1 "));  // High before low.
}

TEST_CASE("the same words are shown once and counted") {
    const ConversationAudit bad = dodged_warranty();
    const std::string text = text_of({&bad, &bad, &bad});
    CHECK(holds(text, "  另有 2 处说法相同\n"));
    const std::string findings = text.substr(0, text.find("防控建议"));
    CHECK(findings.find("RTK-003") == findings.rfind("RTK-003"));
    CHECK_FALSE(holds(text, "最严重的发现  1"));
}

TEST_CASE("the surest comes first, then the lower relevance, and words once") {
    const auto said = [](std::string_view id, double certainty, double score, std::string words) {
        ConversationAudit audit = dodged_warranty(id);
        audit.replies.front().findings.clear();
        audit.replies.front().relevance.verdict = Verdict::deflected;
        audit.replies.front().relevance.certainty = certainty;
        audit.replies.front().relevance.score = score;
        audit.conversation.turns.at(1).text = audit.conversation.arena.store(words);
        return audit;
    };
    std::vector<ConversationAudit> audits;
    audits.push_back(said("low", 0.7, 0.1, "请耐心等待"));
    audits.push_back(said("lower", 0.7, 0.05, "请耐心等待"));
    audits.push_back(said("high", 0.9, 0.5, "立减50"));
    audits.push_back(said("middle", 0.9, 0.3, "满200减20"));
    audits.push_back(said("again", 0.6, 0.01, "请耐心等待"));
    std::vector<const ConversationAudit*> pointers;
    for (const ConversationAudit& audit : audits) {
        pointers.push_back(&audit);
    }
    const std::string text = text_of(pointers);
    CHECK(text.find("对话 middle") < text.find("对话 high"));
    CHECK(text.find("对话 high") < text.find("对话 lower"));
    CHECK(holds(text, "把握 90%  相关度 0.30"));
    CHECK_FALSE(holds(text, "对话 again"));
    CHECK_FALSE(holds(text, "对话 low "));
    CHECK(holds(text, "  另有 2 处说法相同\n"));
    CHECK_FALSE(holds(text, "全部见"));
}

TEST_CASE("a finding says when its words were said, and how long the customer waited") {
    using namespace std::chrono;
    ConversationAudit late = dodged_warranty("a1", 2);
    Turn& turn = late.conversation.turns.at(1);
    turn.time.at = Timestamp{sys_days{year{2026} / March / 1} + hours{2} + seconds{40}, hours{8}};
    late.replies.front().exchange.waited = hours{8} + minutes{52};
    const std::string text = text_of({&late});
    CHECK(holds(text, "  --> logs/a.jsonl:8  对话 a1  客服03  2026-03-01 10:00:40\n"));
    CHECK(holds(text, "  已等候  8 小时 52 分\n"));
    // Only where the finding is about that.
    late.replies.front().findings.front().rule = 0;
    CHECK_FALSE(holds(text_of({&late}), "已等候"));
    ConversationAudit pending = without_reply(false);
    pending.pending.front().pending.waited = hours{30};
    ReportOptions options;
    options.language = Language::en;
    CHECK(holds(text_of({&pending}, options), "  waited     1 d 6 h\n"));
}

TEST_CASE("no line is wider than the page, except for the place to look at") {
    ConversationAudit bad = dodged_warranty();
    std::string words;
    for (int i = 0; i < 60; ++i) {
        words += i % 7 == 0 ? "warranty " : "质保，";
    }
    bad.conversation.turns.at(1).text = bad.conversation.arena.store(words);
    bad.replies.front().findings.front().span = {60, 140};
    for (const Language language : {Language::zh, Language::en}) {
        for (const std::size_t width : {60U, 80U, 100U}) {
            ReportOptions options;
            options.width = width;
            options.language = language;
            for (const std::string& line : lines_of(text_of({&bad}, options))) {
                INFO(line);
                CHECK((text::display_width(line) <= width || holds(line, "-->")));
            }
        }
    }
}

TEST_CASE("a log cannot steer the terminal, and colour is used only when asked for") {
    ConversationAudit bad = dodged_warranty("a\x1b[2J");
    bad.conversation.turns.at(1).text = bad.conversation.arena.store("\x1b[31m红⟦色\u202e");
    bad.conversation.turns.at(1).name = "客服\x1b]0;x\x07";
    bad.conversation.source.path = "logs/\x1b[1m.jsonl";
    bad.replies.front().findings.front().span = {0, 8};
    CHECK_FALSE(holds(text_of({&bad}), "\x1b"));
    CHECK_FALSE(holds(text_of({&bad}), "\u202e"));
    CHECK(holds(text_of({&bad}), "⟦\\x1b[31m红⟧[色\\u202e"));
    ReportOptions options;
    options.use_color = true;
    CHECK(holds(text_of({&bad}, options), "\x1b[1;4;31m\\x1b[31m红\x1b[0m"));
}

TEST_CASE("half an answer is not off the point, and the run is not clean") {
    ConversationAudit half = answered_warranty();
    half.replies.front().relevance.verdict = Verdict::partial;
    const std::string text = text_of({&half});
    CHECK(holds(text, "  0 条回复未切题 (0.0%)"));
    CHECK(holds(text, "  部分回答  1  100.0%\n"));
    CHECK_FALSE(holds(text, "最不切题的回复"));
}

TEST_CASE("teams are shown where the staff file names them") {
    const ConversationAudit bad = dodged_warranty();
    const ConversationAudit good = answered_warranty();
    CHECK_FALSE(holds(text_of({&bad, &good}), "团队"));
    ReportOptions options;
    options.teams = {{"客服*", "一组"}};
    CHECK(holds(text_of({&bad, &good}, options),
                "  团队  须作答  未切题   占比  发现\n"
                "  一组       2       1  50.0%     1\n"));
}

TEST_CASE("agents with enough replies come first, by share off the point") {
    RunInfo run = sample_run();
    Summary summary;
    const auto set = [&](const std::string& name, std::uint64_t good, std::uint64_t bad) {
        AgentCounts& agent = summary.by_agent[name];
        agent.replies = good + bad;
        agent.by_verdict.at(static_cast<std::size_t>(Verdict::answered)) = good;
        agent.by_verdict.at(static_cast<std::size_t>(Verdict::deflected)) = bad;
        summary.by_verdict.at(static_cast<std::size_t>(Verdict::deflected)) += bad;
    };
    set("few", 0, 1);
    set("fine", 90, 10);
    set("worst", 10, 90);
    set("", 50, 50);
    std::ostringstream out;
    const auto reporter = make_text_reporter(out, {});
    reporter->begin(run);
    reporter->end(summary);
    const std::string text = out.str();
    CHECK(text.find("worst") < text.find("（未具名）"));
    CHECK(text.find("（未具名）") < text.find("fine"));
    CHECK(text.find("fine") < text.find("few"));
    CHECK(holds(text, "少于 30 条"));
}

TEST_CASE("input that was not read is named, with a count of the rest") {
    std::ostringstream out;
    const auto reporter = make_text_reporter(out, {});
    reporter->begin(sample_run());
    for (std::uint64_t line = 1; line <= 12; ++line) {
        reporter->diagnostic({DiagnosticLevel::warning, {"b.csv", line, 0, 0}, "bad row", "", ""});
    }
    reporter->diagnostic({DiagnosticLevel::note, {"b.csv", 99, 0, 0}, "a note", "", ""});
    Summary summary;
    summary.skipped_files = 1;
    summary.skipped_records = 12;
    reporter->end(summary);
    CHECK(holds(out.str(), "未审计的输入  1 个文件、12 条记录\n  b.csv:1: bad row\n"));
    CHECK(holds(out.str(), "  另有 2 条提示\n"));
    CHECK_FALSE(holds(out.str(), "a note"));
}

}  // namespace
}  // namespace suowen::report
