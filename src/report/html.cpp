// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/json_writing.h"
#include "model/verdict_counts.h"
#include "report/advice.h"
#include "report/formats.h"
#include "report/html_assets.h"
#include "report/interval.h"
#include "report/labels.h"
#include "report/markup.h"
#include "report/scorecards.h"
#include "report/words.h"

namespace suowen::report {
namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

constexpr std::size_t kMostTextBytes = 1200;  // Of a question or reply; the rest is in the log.

// For a script element: nothing in it may end the element.
std::string for_script(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (const char c : json) {
        out += c == '<' ? std::string("\\u003c") : std::string(1, c);
    }
    return out;
}

class HtmlReporter final : public Reporter {
public:
    HtmlReporter(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options), advice_(options.redaction) {}

    // Data goes out as it comes; what only the end knows stands behind it.
    void begin(const RunInfo& run) override {
        run_ = run;
        out_ << "<!DOCTYPE html>\n<html lang=\"" << (is_zh() ? "zh" : "en")
             << "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                "content=\"width=device-width,initial-scale=1\"><meta "
                "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                "'unsafe-inline'; script-src 'unsafe-inline'\"><title>suowen</title><style>"
             << html_style() << "</style></head><body>\n"
             << "<script type=\"application/json\" id=\"data\">{\"findings\":[";
    }

    void conversation(const ConversationAudit& audit) override {
        advice_.add(audit, run_.rules);
        for (const ReplyAudit& reply : audit.replies) {
            const Turn& turn = audit.conversation.turns[reply.exchange.reply];
            for (const Finding& finding : reply.findings) {
                add_finding(audit.conversation, reply.exchange.question, finding);
            }
            if (is_bad(reply.relevance.verdict)) {
                add_reply(audit.conversation, reply);
            }
            if (turn.time.day) {
                Day& day = days_[*turn.time.day];
                ++day.replies;
                day.bad += is_bad(reply.relevance.verdict) ? 1 : 0;
                day.findings += reply.findings.size();
            }
        }
        for (const PendingAudit& question : audit.pending) {
            for (const Finding& finding : question.findings) {
                add_finding(audit.conversation, question.pending.question, finding);
            }
        }
    }

    // Counted in the summary.
    void diagnostic(const Diagnostic&) override {}

    void end(const Summary& summary) override {
        out_ << "],\n\"replies\":[" << replies_ << "],\n" << for_script(tables()) << "}</script>\n";
        write_page(summary);
        out_ << "<script>" << html_script() << "</script></body></html>\n";
        out_.flush();
    }

private:
    struct Day {
        std::uint64_t replies = 0;
        std::uint64_t bad = 0;
        std::uint64_t findings = 0;
    };

    [[nodiscard]] bool is_zh() const { return options_.language == Language::zh; }

    // Short words of the page itself.
    [[nodiscard]] std::string_view word(std::string_view zh, std::string_view en) const {
        return is_zh() ? zh : en;
    }

    [[nodiscard]] std::string shown_text(std::string_view said) const {
        return shown(said, {0, said.size()}, options_.redaction, kMostTextBytes);
    }

    [[nodiscard]] std::string question_of(const Conversation& conversation,
                                          const std::vector<std::uint32_t>& question,
                                          std::uint32_t but) const {
        std::string asked;
        for (const std::uint32_t turn : question) {
            if (turn != but && asked.size() < kMostTextBytes) {
                asked += asked.empty() ? "" : "\n";
                asked += shown_text(conversation.turns[turn].text);
            }
        }
        return asked;
    }

    void begin_row(Json& json, const Conversation& conversation, const Turn& turn) const {
        json.StartObject();
        write(json, "p", conversation.source.path);
        json.Key("l");
        json.Uint64(turn.line);
        write(json, "c", shown(conversation.id, options_.redaction));
        write(json, "a", shown(turn.name, options_.redaction));
    }

    void add_finding(const Conversation& conversation,
                     const std::vector<std::uint32_t>& question,
                     const Finding& finding) {
        const Turn& turn = conversation.turns[finding.turn];
        const std::size_t end = std::min(finding.span.end, turn.text.size());
        const std::size_t begin = std::min(finding.span.begin, end);
        const std::size_t last =
            character_boundary(turn.text, std::min(turn.text.size(), end + kMostTextBytes));
        rapidjson::StringBuffer buffer;
        Json json(buffer);
        begin_row(json, conversation, turn);
        json.Key("r");
        json.Uint(finding.rule);
        write(json, "q", question_of(conversation, question, finding.turn));
        write(json, "b", shown(turn.text, {0, begin}, options_.redaction, kMostTextBytes));
        write(json, "m", shown(turn.text, {begin, end}, options_.redaction, kMostTextBytes));
        write(json, "e", shown(turn.text, {end, last}, options_.redaction, kMostTextBytes));
        write(json, "f", finding.fingerprint);
        if (finding.state != FindingState::fresh) {
            write(json, "k", state_word(finding));
        }
        json.Key("s");
        json.StartArray();
        for (const std::string& id : finding.statutes) {
            json.String(id.c_str());
            used_statutes_.insert(id);
        }
        json.EndArray();
        json.EndObject();
        out_ << (has_finding_ ? ",\n" : "\n") << for_script({buffer.GetString(), buffer.GetSize()});
        has_finding_ = true;
    }

    [[nodiscard]] std::string state_word(const Finding& finding) const {
        const bool is_known = finding.state == FindingState::known;
        const Label what = is_known ? Label::known_findings : Label::suppressed_findings;
        std::string said(label(what, options_.language));
        if (!finding.reason.empty()) {
            said += std::string(label(Label::colon, options_.language)) + finding.reason;
        }
        return said;
    }

    // Kept until the list of findings has ended: their texts are a part of the whole.
    void add_reply(const Conversation& conversation, const ReplyAudit& reply) {
        const Turn& turn = conversation.turns[reply.exchange.reply];
        rapidjson::StringBuffer buffer;
        Json json(buffer);
        begin_row(json, conversation, turn);
        write(json, "v", name_of(reply.relevance.verdict));
        json.Key("n");
        reply.relevance.score ? json.Double(*reply.relevance.score) : json.Null();
        write(json, "q", question_of(conversation, reply.exchange.question, reply.exchange.reply));
        write(json, "b", shown_text(turn.text));
        write(json, "m", "");
        write(json, "e", "");
        json.EndObject();
        replies_ += replies_.empty() ? "\n" : ",\n";
        replies_ += for_script({buffer.GetString(), buffer.GetSize()});
        has_replies_ = true;
    }

    // Rules, statutes and words: members of the data's object.
    std::string tables() const {
        rapidjson::StringBuffer buffer;
        Json json(buffer);
        json.StartObject();
        json.Key("rules");
        json.StartArray();
        for (const RuleInfo& rule : run_.rules) {
            json.StartObject();
            write(json, "id", rule.id);
            write(json, "title", in(rule.title, options_.language));
            write(json, "category", rule.category);
            write(json, "severity", name_of(rule.severity));
            write(json, "advice", in(rule.advice, options_.language));
            write(json, "consequence", titles_of(rule.consequence, options_.language));
            write(json, "to_check", titles_of(rule.to_check, options_.language));
            json.EndObject();
        }
        json.EndArray();
        json.Key("statutes");
        json.StartObject();
        for (const auto& [id, statute] : run_.statutes) {
            if (used_statutes_.count(id) == 0) {
                continue;
            }
            json.Key(id.c_str());
            json.StartArray();
            json.String(citation(statute, options_.language).c_str());
            const bool has_gist = !is_zh() && !statute.gist_en.empty();
            json.String((has_gist ? statute.gist_en : statute.text).c_str());
            json.EndArray();
        }
        json.EndObject();
        json.Key("words");
        json.StartObject();
        const std::string colon(label(Label::colon, options_.language));
        write(json, "customer", label(Label::customer, options_.language));
        write(json, "agent", label(Label::agent, options_.language));
        write(json, "nothing", label(Label::nothing, options_.language));
        write(
            json, "may_lead_to", std::string(label(Label::may_lead_to, options_.language)) + colon);
        write(json, "to_check", std::string(label(Label::to_check, options_.language)) + colon);
        write(json, "advice", std::string(label(Label::advice, options_.language)) + colon);
        for (std::size_t i = 0; i < kSeverityCount; ++i) {
            const auto severity = static_cast<Severity>(i);
            write(json, name_of(severity), title_of(severity, options_.language));
        }
        for (std::size_t i = 0; i < kVerdictCount; ++i) {
            const auto verdict = static_cast<Verdict>(i);
            write(json, name_of(verdict), title_of(verdict, options_.language));
        }
        for (const std::string_view category : builtin_categories()) {
            write(json, category, title_of_category(category, options_.language));
        }
        json.EndObject();
        json.EndObject();
        const std::string_view object(buffer.GetString(), buffer.GetSize());
        return std::string(object.substr(1, object.size() - 2));
    }

    void write_page(const Summary& summary) {
        out_ << "<a class=\"skip\" href=\"#findings\">" << word("跳到发现", "Skip to findings")
             << "</a><main><h1>"
             << word("客服对话审计报告", "Audit of customer-service transcripts")
             << "</h1><p class=\"note\">suowen " << escaped_markup(run_.version) << " · "
             << escaped_markup(run_.started) << " · "
             << word("发现是复核的线索，不是结论。",
                     "A finding is a reason to look, not a judgement.")
             << "</p><div class=\"cards\">";
        card("conversations", summary.conversations, word("段对话", "conversations"));
        card("all-replies", summary.replies, word("条回复", "replies"));
        card(
            "bad", score_of(summary.by_verdict).bad, word("条回复未切题", "replies off the point"));
        card("unanswered", summary.unanswered, word("个问题无人答", "questions nobody answered"));
        card("all-findings", summary.findings, word("项发现", "findings"));
        card("skipped",
             summary.skipped_records + summary.skipped_files,
             word("处未能读取", "records or files not read"));
        out_ << "</div><div class=\"plots\">";
        write_verdicts(summary);
        write_severities(summary);
        write_categories(summary);
        write_waits(summary);
        write_days();
        out_ << "</div>";
        write_agents(summary);
        write_advice(summary);
        write_findings_table();
        if (has_replies_) {
            write_replies_table();
        }
        out_ << "</main>\n";
    }

    void card(std::string_view id, std::uint64_t number, std::string_view title) {
        out_ << "<div class=\"card\" id=\"" << id << "\"><b>" << grouped(number) << "</b>" << title
             << "</div>";
    }

    void begin_bars(std::string_view title) {
        out_ << "<section><h2>" << title << "</h2><table class=\"bars\"><tbody>";
    }

    void bar(std::string_view title, std::uint64_t count, std::uint64_t most) {
        out_ << "<tr><th scope=\"row\">" << escaped_markup(title) << "</th><td>";
        if (count > 0) {
            const double share = static_cast<double>(count) / static_cast<double>(most);
            out_ << fmt::format("<span class=\"bar\" style=\"width:{:.1f}%\"></span>", share * 100);
        }
        out_ << "</td><td class=\"n\">" << grouped(count) << "</td></tr>";
    }

    void end_bars() { out_ << "</tbody></table></section>"; }

    void write_verdicts(const Summary& summary) {
        begin_bars(word("回复的判定", "Verdicts"));
        const std::uint64_t most =
            *std::max_element(summary.by_verdict.begin(), summary.by_verdict.end());
        for (std::size_t i = 0; i < kVerdictCount; ++i) {
            bar(title_of(static_cast<Verdict>(i), options_.language),
                summary.by_verdict.at(i),
                most);
        }
        end_bars();
    }

    void write_severities(const Summary& summary) {
        begin_bars(word("发现的严重程度", "Severity of findings"));
        const std::uint64_t most =
            *std::max_element(summary.by_severity.begin(), summary.by_severity.end());
        for (std::size_t i = kSeverityCount; i > 0; --i) {
            bar(title_of(static_cast<Severity>(i - 1), options_.language),
                summary.by_severity.at(i - 1),
                most);
        }
        end_bars();
    }

    void write_categories(const Summary& summary) {
        begin_bars(word("风险类别", "Categories of risk"));
        std::uint64_t most = 0;
        for (const auto& [category, count] : summary.by_category) {
            most = std::max(most, count);
        }
        for (const auto& [category, count] : summary.by_category) {
            bar(title_of_category(category, options_.language), count, most);
        }
        end_bars();
    }

    void write_waits(const Summary& summary) {
        const ResponseTimes& times = summary.response_times;
        if (times.count == 0) {
            return;
        }
        begin_bars(word("响应时间", "Response times"));
        const std::uint64_t most = *std::max_element(times.buckets.begin(), times.buckets.end());
        for (std::size_t i = 0; i < times.buckets.size(); ++i) {
            const bool is_open = i == ResponseTimes::kBoundsSeconds.size();
            const std::uint64_t bound = ResponseTimes::kBoundsSeconds.at(is_open ? i - 1 : i);
            bar((is_open ? "≥ " : "< ") + duration_words(bound, options_.language),
                times.buckets.at(i),
                most);
        }
        end_bars();
    }

    void write_days() {
        constexpr std::size_t kMostDays = 31;
        if (days_.size() < 2) {
            return;
        }
        begin_bars(word("按日：发现数", "Findings by day"));
        std::uint64_t most = 0;
        for (const auto& [day, counts] : days_) {
            most = std::max(most, counts.findings);
        }
        auto first = days_.begin();
        std::advance(first, days_.size() > kMostDays ? days_.size() - kMostDays : 0);
        for (auto day = first; day != days_.end(); ++day) {
            bar(iso_day(day->first), day->second.findings, most);
        }
        end_bars();
    }

    void write_agents(const Summary& summary) {
        constexpr std::size_t kMostAgents = 100;
        const Scorecards cards = agent_cards(summary);
        std::vector<const Scorecards::value_type*> order = ranked(cards);
        order.resize(std::min(order.size(), kMostAgents));
        out_ << "<h2>" << label(Label::agents, options_.language) << "</h2>";
        if (are_any_small(cards)) {
            out_ << "<p class=\"note\">" << few_replies_note(options_.language) << "</p>";
        }
        out_ << "<table id=\"agents\"><thead><tr><th scope=\"col\">"
             << label(Label::agent, options_.language) << "</th><th scope=\"col\" class=\"n\">"
             << label(Label::replies, options_.language) << "</th><th scope=\"col\" class=\"n\">"
             << label(Label::off_the_point, options_.language)
             << "</th><th scope=\"col\" class=\"n\">" << word("占比（95% 区间）", "Share (95%)")
             << "</th><th scope=\"col\" class=\"n\">" << label(Label::findings, options_.language)
             << "</th></tr></thead><tbody>";
        for (const auto* card : order) {
            const Score& score = card->second.total;
            out_ << "<tr><th scope=\"row\">"
                 << escaped_markup(shown(card->first, options_.redaction))
                 << "</th><td class=\"n\">" << grouped(score.replies) << "</td><td class=\"n\">"
                 << grouped(score.bad) << "</td><td class=\"n\">"
                 << share_with_interval(score.bad, score.replies) << "</td><td class=\"n\">"
                 << grouped(score.findings) << "</td></tr>";
        }
        out_ << "</tbody></table>";
    }

    void write_advice(const Summary& summary) {
        const std::vector<Measure> measures = advice_.measures(run_, summary, options_.language);
        if (measures.empty()) {
            return;
        }
        out_ << "<h2>" << word("防控建议", "What to do") << "</h2>";
        for (const Measure& measure : measures) {
            out_ << "<h3>" << escaped_markup(measure.title) << "</h3><ul>";
            for (const std::string& reason : measure.because) {
                out_ << "<li>" << escaped_markup(reason) << "</li>";
            }
            out_ << "</ul>";
        }
    }

    void write_findings_table() {
        out_ << "<h2 id=\"findings\">" << word("发现", "Findings")
             << " <span class=\"soft\" id=\"count\" aria-live=\"polite\"></span></h2>"
             << "<form class=\"filters\" id=\"filters\">";
        out_ << "<label>" << word("搜索 ", "Search ")
             << "<input id=\"f-text\" type=\"search\"></label>";
        select("f-severity", word("程度 ", "Severity "));
        select("f-category", word("类别 ", "Category "));
        select("f-rule", word("规则 ", "Rule "));
        select("f-agent", word("客服 ", "Agent "));
        out_ << "</form><table><thead><tr>";
        column(0, word("程度", "Severity"), "");
        column(1, word("规则", "Rule"), "");
        column(2, word("客服", "Agent"), "wide");
        column(3, word("对话", "Conversation"), "wide");
        column(4, word("位置", "Place"), "");
        out_ << "</tr></thead><tbody id=\"rows\"></tbody></table>";
        pager("prev", "page", "next");
    }

    void write_replies_table() {
        out_ << "<h2>" << word("未切题的回复", "Replies off the point")
             << "</h2><table><thead><tr><th scope=\"col\">" << word("判定", "Verdict")
             << "</th><th scope=\"col\" class=\"n\">" << label(Label::relevance, options_.language)
             << "</th><th scope=\"col\">" << word("问与答", "Question and reply")
             << "</th><th scope=\"col\" class=\"wide\">" << word("位置", "Place")
             << "</th></tr></thead><tbody id=\"replies\"></tbody></table>";
        pager("rprev", "rpage", "rnext");
    }

    void select(std::string_view id, std::string_view title) {
        out_ << "<label>" << title << "<select id=\"" << id << "\"><option value=\"\">"
             << word("全部", "all") << "</option></select></label>";
    }

    void column(int index, std::string_view title, std::string_view style) {
        out_ << "<th scope=\"col\" data-col=\"" << index << "\" class=\"" << style
             << "\"><button type=\"button\">" << title << "</button></th>";
    }

    void pager(std::string_view previous, std::string_view page, std::string_view next) {
        out_ << "<p class=\"pager\"><button type=\"button\" class=\"page\" id=\"" << previous
             << "\">" << word("上一页", "Previous") << "</button> <span id=\"" << page
             << "\"></span> <button type=\"button\" class=\"page\" id=\"" << next << "\">"
             << word("下一页", "Next") << "</button></p>";
    }

    std::ostream& out_;
    ReportOptions options_;
    Advice advice_;
    RunInfo run_;
    bool has_finding_ = false;
    bool has_replies_ = false;
    std::string replies_;  // JSON, between commas.
    std::set<std::string> used_statutes_;
    std::map<std::chrono::year_month_day, Day> days_;
};

}  // namespace

std::unique_ptr<Reporter> make_html_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<HtmlReporter>(out, options);
}

}  // namespace suowen::report
