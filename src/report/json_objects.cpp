// SPDX-License-Identifier: Apache-2.0
#include "report/json_objects.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/check.h"
#include "base/json_writing.h"
#include "report/words.h"

namespace suowen::report {
namespace {

constexpr std::string_view kSchema = "suowen/1";
constexpr std::size_t kMostMatchBytes = 200;

std::string_view name_of(DiagnosticLevel level) {
    switch (level) {
        case DiagnosticLevel::note:
            return "note";
        case DiagnosticLevel::warning:
            return "warning";
        case DiagnosticLevel::error:
            break;
    }
    return "error";
}

// JSON text of a score in three decimals at most: integers inside, so every machine prints the
// same.
std::string score_text(double score) {
    constexpr int kScale = 1000;
    const auto thousandths = static_cast<int>(std::lround(std::clamp(score, 0.0, 1.0) * kScale));
    std::string text = std::to_string(kScale + thousandths % kScale);
    text.replace(0, 1, std::to_string(thousandths / kScale) + ".");
    while (text.back() == '0' && text[text.size() - 2] != '.') {
        text.pop_back();
    }
    return text;
}

}  // namespace

struct JsonObjects::State {
    explicit State(Redaction how) : redaction(how), writer(buffer) {}

    using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

    Redaction redaction;
    std::vector<RuleInfo> rules;
    rapidjson::StringBuffer buffer;
    Writer writer;
    std::string scratch;

    void begin(std::string_view type) {
        buffer.Clear();
        writer.Reset(buffer);
        writer.StartObject();
        own_string("type", type);
    }

    std::string_view end() {
        writer.EndObject();
        return {buffer.GetString(), buffer.GetSize()};
    }

    // A name of our own, which is known to be UTF-8.
    void key(std::string_view name) {
        writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    }

    // A value, or a key, that comes from outside.
    void value(std::string_view text) { write(writer, valid_utf8(text, scratch)); }

    // A name of our own, as key().
    void own_value(std::string_view text) {
        writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    }

    void own_string(std::string_view name, std::string_view text) {
        key(name);
        own_value(text);
    }

    void string(std::string_view name, std::string_view text) {
        key(name);
        value(text);
    }

    void number(std::string_view name, std::uint64_t count) {
        key(name);
        writer.Uint64(count);
    }

    void milliseconds(std::string_view name, std::optional<Milliseconds> wait) {
        key(name);
        if (wait) {
            writer.Int64(wait->count());
        } else {
            writer.Null();
        }
    }

    void score(std::string_view name, std::optional<double> number) {
        key(name);
        if (!number || std::isnan(*number)) {
            writer.Null();
            return;
        }
        const std::string text = score_text(*number);
        writer.RawValue(text.data(), text.size(), rapidjson::kNumberType);
    }

    // With two places, and never "-0.00".
    void decimal(std::string_view name, double number) {
        key(name);
        const std::string text = fmt::format("{:.2f}", std::round(number * 100) / 100 + 0.0);
        writer.RawValue(text.data(), text.size(), rapidjson::kNumberType);
    }

    template <class List, class Write>
    void array(std::string_view name, const List& list, Write&& write) {
        key(name);
        writer.StartArray();
        for (const auto& item : list) {
            write(item);
        }
        writer.EndArray();
    }

    template <class List>
    void names(std::string_view name, const List& list) {
        array(name, list, [this](auto item) { own_value(suowen::name_of(item)); });
    }

    void turns(std::string_view name, const std::vector<std::uint32_t>& indices) {
        array(name, indices, [this](std::uint32_t index) { writer.Uint(index); });
    }

    void words(std::string_view name, const std::vector<std::string>& list, WordMask& mask) {
        array(name, list, [&](const std::string& word) { value(mask.shown(word)); });
    }

    void evidence(const Evidence& evidence, WordMask& mask) {
        key("evidence");
        writer.StartObject();
        words("matched", evidence.matched, mask);
        words("missing", evidence.missing, mask);
        array("related", evidence.related, [this](const auto& pair) {
            writer.StartArray();
            own_value(pair.first);
            own_value(pair.second);
            writer.EndArray();
        });
        key("expects");
        if (evidence.expects == AnswerKind::none) {
            writer.Null();
        } else {
            own_value(suowen::name_of(evidence.expects));
        }
        words("gives", evidence.gives, mask);
        names("cues", evidence.cues);
        array("generalities", evidence.generalities, [this](std::string_view word) {
            own_value(word);
        });
        key("reaction");
        if (evidence.reaction == ReactionKind::none) {
            writer.Null();
        } else {
            own_value(suowen::name_of(evidence.reaction));
        }
        odds(evidence.odds);
        writer.EndObject();
    }

    void odds(const std::optional<VerdictOdds>& sums) {
        key("odds");
        if (!sums) {
            writer.Null();
            return;
        }
        writer.StartObject();
        decimal("filler", sums->filler);
        decimal("asking", sums->asking);
        decimal("doubt", sums->doubt);
        decimal("drift", sums->drift);
        decimal("half", sums->half);
        writer.EndObject();
    }

    void finding(const Conversation& conversation, const Finding& finding) {
        SUOWEN_CHECK(finding.rule < rules.size());
        SUOWEN_CHECK(finding.turn < conversation.turns.size());
        const RuleInfo& rule = rules[finding.rule];
        const std::string_view text = conversation.turns[finding.turn].text;
        writer.StartObject();
        string("rule", rule.id);
        string("category", rule.category);
        own_string("severity", suowen::name_of(rule.severity));
        array("statutes", finding.statutes, [this](const std::string& id) { value(id); });
        names("consequence", rule.consequence);
        names("to_check", rule.to_check);
        number("turn", finding.turn);
        number("start", finding.span.begin);
        number("end", finding.span.end);
        string("match", shown(text, finding.span, redaction, kMostMatchBytes));
        own_string("fingerprint", finding.fingerprint);
        if (finding.state != FindingState::fresh) {
            own_string("state", suowen::name_of(finding.state));
        }
        if (!finding.reason.empty()) {
            string("reason", finding.reason);
        }
        writer.EndObject();
    }

    void findings(const Conversation& conversation, const std::vector<Finding>& list) {
        array("findings", list, [&](const Finding& item) { finding(conversation, item); });
    }

    void place(const Conversation& conversation, const Turn& turn) {
        string("conversation", shown(conversation.id, redaction));
        string("source", shown(path_of(conversation, turn), redaction));
        number("line", turn.line);
    }

    template <class Counts>
    void counts(std::string_view name, const Counts& by_name) {
        key(name);
        writer.StartObject();
        for (const auto& [item, count] : by_name) {
            value(item);
            writer.Uint64(count);
        }
        writer.EndObject();
    }

    // Counts by an enumeration, in its order.
    template <class Enum, std::size_t N>
    void enum_counts(std::string_view name, const std::array<std::uint64_t, N>& by_value) {
        key(name);
        writer.StartObject();
        for (std::size_t i = 0; i < N; ++i) {
            number(suowen::name_of(static_cast<Enum>(i)), by_value.at(i));
        }
        writer.EndObject();
    }

    void agents(const std::map<std::string, AgentCounts>& by_agent) {
        key("by_agent");
        writer.StartObject();
        for (const auto& [name, agent] : shown(by_agent, redaction)) {
            value(name);
            writer.StartObject();
            number("replies", agent.replies);
            enum_counts<Verdict>("by_verdict", agent.by_verdict);
            number("findings", agent.findings);
            counts("by_category", agent.by_category);
            writer.EndObject();
        }
        writer.EndObject();
    }

    void response_times(const ResponseTimes& times) {
        const auto write = [this](std::uint64_t count) { writer.Uint64(count); };
        key("response_times");
        writer.StartObject();
        number("count", times.count);
        array("bounds_seconds", ResponseTimes::kBoundsSeconds, write);
        array("buckets", times.buckets, write);
        writer.EndObject();
    }

    std::string_view reply(const Conversation& conversation,
                           const ReplyAudit& audit,
                           WordMask& mask) {
        SUOWEN_CHECK(audit.exchange.reply < conversation.turns.size());
        const Turn& turn = conversation.turns[audit.exchange.reply];
        begin("reply");
        place(conversation, turn);
        number("turn", audit.exchange.reply);
        string("agent", shown(turn.name, redaction));
        own_string("role", suowen::name_of(turn.role));
        turns("question_turns", audit.exchange.question);
        own_string("verdict", suowen::name_of(audit.relevance.verdict));
        score("relevance", audit.relevance.score);
        score("certainty", audit.relevance.certainty);
        milliseconds("response_ms", audit.exchange.response);
        evidence(audit.relevance.evidence, mask);
        findings(conversation, audit.findings);
        return end();
    }

    std::string_view pending(const Conversation& conversation, const PendingAudit& audit) {
        const std::vector<std::uint32_t>& question = audit.pending.question;
        SUOWEN_CHECK(question.empty() || question.front() < conversation.turns.size());
        begin(audit.pending.is_open ? "open" : "unanswered");
        Turn whole;
        whole.line = conversation.source.line;
        place(conversation, question.empty() ? whole : conversation.turns[question.front()]);
        turns("question_turns", question);
        milliseconds("waited_ms", audit.pending.waited);
        findings(conversation, audit.findings);
        return end();
    }
};

JsonObjects::JsonObjects(Redaction redaction) : state_(std::make_unique<State>(redaction)) {}

JsonObjects::~JsonObjects() = default;

std::string_view JsonObjects::run(const RunInfo& info) {
    State& out = *state_;
    out.rules = info.rules;
    out.begin("run");
    out.string("schema", kSchema);
    out.string("version", info.version);
    out.key("rules");
    out.writer.StartObject();
    out.string("source", info.rules_source);
    out.string("sha256", info.rules_sha256);
    out.number("count", info.rules.size());
    out.writer.EndObject();
    if (!info.started.empty()) {
        out.string("started", info.started);
    }
    return out.end();
}

void JsonObjects::conversation(const ConversationAudit& audit,
                               const std::function<void(std::string_view object)>& write) {
    WordMask mask(audit.conversation, state_->redaction);
    for (const ReplyAudit& reply : audit.replies) {
        mask.read(reply);
        write(state_->reply(audit.conversation, reply, mask));
    }
    for (const PendingAudit& question : audit.pending) {
        write(state_->pending(audit.conversation, question));
    }
}

std::string_view JsonObjects::diagnostic(const Diagnostic& unmasked) {
    State& out = *state_;
    const Diagnostic diagnostic = shown(unmasked, out.redaction);
    out.begin("diagnostic");
    out.string("level", name_of(diagnostic.level));
    out.string("path", diagnostic.location.path);
    out.number("line", diagnostic.location.line);
    out.number("column", diagnostic.location.column);
    out.string("message", diagnostic.message);
    out.string("help", diagnostic.help);
    return out.end();
}

std::string_view JsonObjects::summary(const Summary& summary) {
    State& out = *state_;
    out.begin("summary");
    out.number("files", summary.files);
    out.number("bytes", summary.bytes);
    out.number("conversations", summary.conversations);
    out.number("turns", summary.turns);
    out.number("replies", summary.replies);
    out.number("unanswered", summary.unanswered);
    out.number("open", summary.open);
    out.number("findings", summary.findings);
    out.number("findings_hidden", summary.findings_hidden);
    out.number("findings_known", summary.findings_known);
    out.number("findings_suppressed", summary.findings_suppressed);
    out.enum_counts<Verdict>("by_verdict", summary.by_verdict);
    out.enum_counts<Severity>("by_severity", summary.by_severity);
    out.counts("by_category", summary.by_category);
    out.counts("by_rule", summary.by_rule);
    out.counts("by_statute", summary.by_statute);
    out.agents(summary.by_agent);
    out.response_times(summary.response_times);
    out.number("skipped_files", summary.skipped_files);
    out.number("skipped_records", summary.skipped_records);
    return out.end();
}

}  // namespace suowen::report
