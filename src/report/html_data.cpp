// SPDX-License-Identifier: Apache-2.0
#include "report/html_data.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "base/json_writing.h"
#include "model/verdict_counts.h"
#include "report/labels.h"
#include "report/words.h"

namespace suowen::report {
namespace {

constexpr std::size_t kMostTextBytes = 1200;  // Of a question or reply; the rest is in the log.

// One object; the script knows its short keys.
class Row {
public:
    Row() { json_.StartObject(); }

    void text(std::string_view key, std::string_view said) { write(json_, key, visible(said)); }

    void number(std::string_view key, std::uint64_t value) {
        write(json_, key);
        json_.Uint64(value);
    }

    void score(std::string_view key, std::optional<double> value) {
        write(json_, key);
        value ? json_.Double(*value) : json_.Null();
    }

    template <class List>
    void texts(std::string_view key, const List& list) {
        write(json_, key);
        json_.StartArray();
        for (const std::string& each : list) {
            write(json_, visible(each));
        }
        json_.EndArray();
    }

    // Nothing in it ends the script element that it stands in.
    [[nodiscard]] std::string end() {
        json_.EndObject();
        const std::string_view json(buffer_.GetString(), buffer_.GetSize());
        std::string out;
        out.reserve(json.size());
        for (const char c : json) {
            c == '<' ? out += "\\u003c" : out += c;
        }
        return out;
    }

private:
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
};

void add_place(Row& row, const Conversation& conversation, const Turn& turn, Redaction redaction) {
    row.text("p", shown(path_of(conversation, turn), redaction));
    row.number("l", turn.line);
    row.text("c", shown(conversation.id, redaction));
    row.text("d", time_words(turn.time));
}

void add_wait(Row& row, std::optional<Milliseconds> waited, Language language) {
    if (waited) {
        row.text("w", wait_words(*waited, language));
    }
}

std::string shown_text(std::string_view said, Redaction redaction) {
    return shown(said, redaction, kMostTextBytes);
}

// The turns of a question, but for the one whose words are shown by themselves.
std::string question_of(const Conversation& conversation,
                        const std::vector<std::uint32_t>& question,
                        std::uint32_t but,
                        Redaction redaction) {
    std::string asked;
    for (const std::uint32_t turn : question) {
        if (turn != but && asked.size() < kMostTextBytes) {
            asked += asked.empty() ? "" : "\n";
            asked += shown_text(conversation.turns[turn].text, redaction);
        }
    }
    return asked;
}

std::string rule_row(const RuleInfo& rule, Language language) {
    Row row;
    row.text("id", rule.id);
    row.text("title", in(rule.title, language));
    row.text("category", rule.category);
    row.text("severity", name_of(rule.severity));
    row.text("advice", in(rule.advice, language));
    row.text("consequence", titles_of(rule.consequence, language));
    row.text("to_check", titles_of(rule.to_check, language));
    return row.end();
}

// The citation and what the article says.
std::vector<std::string> law_of(const Statute& statute, Language language) {
    const bool has_gist = language == Language::en && !statute.gist_en.empty();
    return {citation(statute, language), has_gist ? statute.gist_en : statute.text};
}

// The categories of the rules, in the order of all reports.
std::string categories_row(const std::vector<RuleInfo>& rules, Language language) {
    std::set<std::string, CategoryOrder> ids;
    for (const RuleInfo& rule : rules) {
        ids.insert(rule.category);
    }
    std::vector<std::string> titles;
    for (const std::string& id : ids) {
        titles.emplace_back(title_of_category(id, language));
    }
    Row row;
    row.texts("ids", ids);
    row.texts("titles", titles);
    return row.end();
}

// What the script says itself. {n} and {m} stand for numbers.
std::string words_row(Language language) {
    const bool is_zh = language == Language::zh;
    const std::string colon(label(Label::colon, language));
    Row row;
    const auto add = [&](std::string_view key, Label name) {
        row.text(key, label(name, language));
    };
    const auto add_head = [&](std::string_view key, Label name) {
        row.text(key, std::string(label(name, language)) + colon);
    };
    add("customer", Label::customer);
    add("agent", Label::agent);
    add("nothing", Label::nothing);
    add("no_reply", Label::no_reply);
    add("known", Label::known_findings);
    add("suppressed", Label::suppressed_findings);
    add("statutes", Label::statutes);
    add("separator", Label::list_separator);
    add("conversation", Label::conversation);
    add_head("waited", Label::waited);
    row.text("new", is_zh ? "新发现" : "new");
    row.text("colon", colon);
    row.text("first", is_zh ? "前 {n} 项，共 {m} 项" : "first {n} of {m}");
    row.text("worst_first", is_zh ? "，最严重的在前" : ", worst first");
    row.text("filtered", is_zh ? "列出 {n} 项，共 {m} 项" : "{n} of {m} listed");
    row.text("page", is_zh ? "第 {n} 页，共 {m} 页" : "page {n} of {m}");
    row.text(
        "same_words",
        fmt::format(
            "{} {{n}} {}", label(Label::and_more, language), label(Label::same_words, language)));
    add_head("may_lead_to", Label::may_lead_to);
    add_head("to_check", Label::to_check);
    add_head("basis", Label::basis);
    add_head("advice", Label::advice);
    for (std::size_t i = 0; i < kSeverityCount; ++i) {
        const auto severity = static_cast<Severity>(i);
        row.text(name_of(severity), title_of(severity, language));
    }
    for (std::size_t i = 0; i < kVerdictCount; ++i) {
        const auto verdict = static_cast<Verdict>(i);
        row.text(name_of(verdict), title_of(verdict, language));
    }
    return row.end();
}

}  // namespace

void HtmlData::begin() {
    out_ << "<script type=\"application/json\" id=\"data\">{\"rows\":[";
}

void HtmlData::add(const ConversationAudit& audit, const std::vector<RuleInfo>& rules) {
    const Conversation& conversation = audit.conversation;
    for (const ReplyAudit& reply : audit.replies) {
        for (const Finding& finding : reply.findings) {
            add_finding(conversation,
                        finding,
                        reply.exchange.question,
                        &conversation.turns[reply.exchange.reply],
                        wait_of(rules.at(finding.rule), reply.exchange));
        }
        if (is_bad(reply.relevance.verdict)) {
            add_reply(conversation, reply);
        }
    }
    for (const PendingAudit& question : audit.pending) {
        for (const Finding& finding : question.findings) {
            add_finding(conversation,
                        finding,
                        question.pending.question,
                        nullptr,
                        wait_of(rules.at(finding.rule), question.pending));
        }
        if (!question.pending.is_open) {
            add_unanswered(conversation, question.pending);
        }
    }
}

void HtmlData::write(std::string_view json) {
    out_ << (has_rows_ ? ",\n" : "\n") << json;
    has_rows_ = true;
}

void HtmlData::add_finding(const Conversation& conversation,
                           const Finding& finding,
                           const std::vector<std::uint32_t>& question,
                           const Turn* reply,
                           std::optional<Milliseconds> waited) {
    const Redaction redaction = options_.redaction;
    const Turn& turn = conversation.turns[finding.turn];
    const std::size_t end = std::min(finding.span.end, turn.text.size());
    const std::size_t begin = std::min(finding.span.begin, end);
    const std::size_t last =
        character_boundary(turn.text, std::min(turn.text.size(), end + kMostTextBytes));
    Row row;
    row.text("i", "finding");
    add_place(row, conversation, turn, redaction);
    add_wait(row, waited, options_.language);
    row.text("a", reply == nullptr ? std::string() : shown(reply->name, redaction));
    if (!is_reply(turn.role)) {
        row.text("t", reply == nullptr ? std::string() : shown_text(reply->text, redaction));
    }
    row.number("r", finding.rule);
    row.text("q", question_of(conversation, question, finding.turn, redaction));
    row.text("b", shown(turn.text, {0, begin}, redaction, kMostTextBytes));
    row.text("m", shown(turn.text, {begin, end}, redaction, kMostTextBytes));
    row.text("e", shown(turn.text, {end, last}, redaction, kMostTextBytes));
    row.text("f", finding.fingerprint);
    if (finding.state != FindingState::fresh) {
        row.text("k", name_of(finding.state));
        row.text("y", finding.reason);
    }
    row.texts("s", finding.statutes);
    cited_.insert(finding.statutes.begin(), finding.statutes.end());
    write(row.end());
}

void HtmlData::add_reply(const Conversation& conversation, const ReplyAudit& reply) {
    const Turn& turn = conversation.turns[reply.exchange.reply];
    Row row;
    row.text("i", "reply");
    add_place(row, conversation, turn, options_.redaction);
    row.text("a", shown(turn.name, options_.redaction));
    row.text("v", name_of(reply.relevance.verdict));
    row.score("n", reply.relevance.score);
    if (reply.relevance.certainty) {
        row.number("u", static_cast<std::uint64_t>(percent_of(*reply.relevance.certainty)));
    }
    row.text("q",
             question_of(
                 conversation, reply.exchange.question, reply.exchange.reply, options_.redaction));
    row.text("b", shown_text(turn.text, options_.redaction));
    write(row.end());
    has_replies_ = true;
}

void HtmlData::add_unanswered(const Conversation& conversation, const PendingQuestion& pending) {
    constexpr std::uint32_t kNone = ~0U;
    const Turn& asked = conversation.turns.at(pending.question.front());
    Row row;
    row.text("i", "question");
    add_place(row, conversation, asked, options_.redaction);
    row.text("q", question_of(conversation, pending.question, kNone, options_.redaction));
    add_wait(row, pending.waited, options_.language);
    if (pending.waited) {
        row.number("z", static_cast<std::uint64_t>(pending.waited->count()));
    }
    write(row.end());
    has_unanswered_ = true;
}

void HtmlData::end(const RunInfo& run) {
    const Language language = options_.language;
    out_ << "],\n\"rules\":[";
    for (const RuleInfo& rule : run.rules) {
        out_ << (&rule == &run.rules.front() ? "\n" : ",\n") << rule_row(rule, language);
    }
    Row statutes;
    for (const auto& [id, statute] : run.statutes) {
        if (cited_.count(id) > 0) {
            statutes.texts(id, law_of(statute, language));
        }
    }
    out_ << "],\n\"statutes\":" << statutes.end()
         << ",\n\"categories\":" << categories_row(run.rules, language)
         << ",\n\"words\":" << words_row(language) << "}</script>\n";
}

}  // namespace suowen::report
