// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "report/advice.h"
#include "report/formats.h"
#include "report/highlights.h"
#include "report/interval.h"
#include "report/labels.h"
#include "report/markup.h"
#include "report/scorecards.h"
#include "report/totals.h"
#include "report/unread.h"
#include "report/words.h"

namespace suowen::report {
namespace {

constexpr std::size_t kMostFindings = 50;
constexpr std::size_t kMostAgents = 10;
constexpr std::size_t kMostQuestions = 10;
constexpr std::size_t kMostQuestionBytes = 600;
constexpr std::size_t kMostUnread = 20;

// Text that Markdown and the HTML in it take for nothing but text, on one line.
std::string plain(std::string_view text) {
    std::string out;
    bool is_in_entity = false;  // "&#39;" is one already.
    for (const char c : escaped_markup(text)) {
        if (c == '\n' || c == '\r') {
            out += ' ';
            continue;
        }
        is_in_entity = c == '&' || (is_in_entity && c != ';');
        if (!is_in_entity &&
            std::string_view("\\`*_{}[]()#+-.!|~>").find(c) != std::string_view::npos) {
            out += '\\';
        }
        out += c;
    }
    return out;
}

class MarkdownReporter final : public Reporter {
public:
    MarkdownReporter(std::ostream& out, const ReportOptions& options)
        : out_(out),
          options_(options),
          worst_(options.redaction, kMostFindings, 0),
          advice_(options.redaction) {}

    void begin(const RunInfo& run) override { run_ = run; }

    void conversation(const ConversationAudit& audit) override {
        worst_.add(audit, run_.rules);
        advice_.add(audit, run_.rules);
        for (const PendingAudit& question : audit.pending) {
            if (!question.pending.is_open && !question.pending.question.empty()) {
                add(audit.conversation, question.pending.question);
            }
        }
    }

    void diagnostic(const Diagnostic& diagnostic) override {
        unread_.add(shown(diagnostic, options_.redaction));
    }

    void end(const Summary& summary) override {
        write_overview(summary);
        write_risks(summary);
        write_agents(summary);
        heading(Label::worst_findings);
        for (const WorstFinding& finding : worst_.findings()) {
            write(finding);
        }
        write_unanswered(summary);
        write_unread(summary);
        write_advice(summary);
        out_.flush();
    }

private:
    // A question without a reply, and where it was asked.
    struct Question {
        std::string path;
        std::uint64_t line = 0;
        std::string words;
    };

    void add(const Conversation& conversation, const std::vector<std::uint32_t>& question) {
        if (questions_.size() < kMostQuestions) {
            const Turn& asked = conversation.turns.at(question.front());
            questions_.push_back(
                {shown(path_of(conversation, asked), options_.redaction),
                 asked.line,
                 shown_question(
                     conversation, question, options_.redaction, " ", kMostQuestionBytes)});
        }
    }

    void write_overview(const Summary& summary) {
        out_ << "# suowen\n";
        heading(Label::overview);
        const Score score = score_of(summary.by_verdict);
        out_ << totals_line(summary, options_.language) << "\n\n"
             << labelled(Label::off_the_point,
                         fmt::format("{} / {}", grouped(score.bad), grouped(score.judged)),
                         options_.language)
             << word(Label::comma)
             << labelled(Label::share_interval,
                         share_with_interval(score.bad, score.judged),
                         options_.language)
             << "\n\n| | |\n|---|--:|\n";
        for (std::size_t i = 0; i < kVerdictCount; ++i) {
            row(title_of(static_cast<Verdict>(i), options_.language), summary.by_verdict.at(i));
        }
        row(word(Label::nobody_answered), summary.unanswered);
        row(word(Label::still_open), summary.open);
    }

    void write_risks(const Summary& summary) {
        heading(Label::risks);
        out_ << "| " << word(Label::category) << " | " << word(Label::findings)
             << " |\n|---|--:|\n";
        for (const auto& [category, count] : summary.by_category) {
            row(title_of_category(category, options_.language), count);
        }
        row(word(Label::total), summary.findings);
        row(word(Label::known_findings), summary.findings_known);
        row(word(Label::suppressed_findings), summary.findings_suppressed);
    }

    void write_agents(const Summary& summary) {
        const Scorecards cards = agent_cards(summary);
        if (cards.empty()) {
            return;
        }
        heading(Label::agents);
        out_ << "| " << word(Label::agent) << " | " << word(Label::replies) << " | "
             << word(Label::off_the_point) << " | " << word(Label::share_interval) << " | "
             << word(Label::findings) << " |\n|---|--:|--:|--:|--:|\n";
        const auto order = ranked(cards);
        const std::size_t listed = std::min(order.size(), kMostAgents);
        for (std::size_t i = 0; i < listed; ++i) {
            const auto& [name, card] = *order[i];
            const Score& score = card.total;
            out_ << "| "
                 << plain(name.empty() ? std::string(word(Label::unnamed))
                                       : shown(name, options_.redaction))
                 << " | " << grouped(score.judged) << " | " << grouped(score.bad) << " | "
                 << share_with_interval(score.bad, score.judged) << " | " << grouped(score.findings)
                 << " |\n";
        }
        out_ << "\n";
        write_rest(order.size() - listed, Noun::agent);
        if (const std::string note = order_note(cards, options_.language); !note.empty()) {
            out_ << "- " << note << "\n";
        }
    }

    void write_unanswered(const Summary& summary) {
        if (summary.unanswered == 0) {
            return;
        }
        heading(Label::nobody_answered);
        out_ << counted(summary.unanswered, Noun::question, options_.language) << "\n\n";
        for (const Question& question : questions_) {
            out_ << "- " << plain(question.words) << " — " << plain(question.path) << ':'
                 << question.line << "\n";
        }
        write_rest(summary.unanswered - questions_.size(), Noun::question);
    }

    void write_unread(const Summary& summary) {
        if (unread_.first().empty()) {
            return;
        }
        heading(Label::skipped);
        if (const std::string counts = skipped_counts(summary, options_.language);
            !counts.empty()) {
            out_ << counts << "\n\n";
        }
        for (const Diagnostic& diagnostic : unread_.first()) {
            out_ << "- " << plain(diagnostic.location.path);
            if (diagnostic.location.line > 0) {
                out_ << ':' << diagnostic.location.line;
            }
            out_ << word(Label::colon) << plain(diagnostic.message) << "\n";
        }
        write_rest(unread_.rest(), Noun::diagnostic);
    }

    // How many of a list do not stand in it.
    void write_rest(std::uint64_t rest, Noun noun) {
        if (rest > 0) {
            out_ << "- " << and_more(rest, noun, options_.language) << "\n";
        }
    }

    void heading(Label name) { out_ << "\n## " << word(name) << "\n\n"; }

    void row(std::string_view title, std::uint64_t count) {
        out_ << "| " << plain(title) << " | " << grouped(count) << " |\n";
    }

    // Below an item of a list.
    void point(Label name, std::string_view text) {
        if (!text.empty()) {
            out_ << "  - " << labelled(name, plain(text), options_.language) << "\n";
        }
    }

    [[nodiscard]] std::string_view word(Label name) const { return label(name, options_.language); }

    void write_advice(const Summary& summary) {
        const std::vector<Measure> measures = advice_.measures(run_, summary, options_.language);
        if (!measures.empty()) {
            out_ << "\n## " << word(Label::what_to_do) << "\n";
        }
        for (const Measure& measure : measures) {
            out_ << "\n### " << plain(measure.title) << "\n\n";
            for (const std::string& reason : measure.because) {
                out_ << "- " << plain(reason) << "\n";
            }
        }
    }

    void write(const WorstFinding& finding) {
        const Language language = options_.language;
        const RuleInfo& rule = run_.rules[finding.rule];
        out_ << "- **" << plain(title_of(rule.severity, language)) << "** " << plain(rule.id) << ' '
             << plain(in(rule.title, language)) << " — "
             << plain(shown(finding.place.path, options_.redaction)) << ':' << finding.place.line;
        if (!finding.place.time.empty()) {
            out_ << " — " << plain(finding.place.time);
        }
        out_ << "\n";
        if (finding.waited) {
            point(Label::waited, wait_words(*finding.waited, language));
        }
        point(Label::customer, finding.question);
        const bool is_reply = finding.place.role != Role::customer;
        out_ << "  - " << word(is_reply ? Label::agent : Label::customer) << word(Label::colon)
             << plain(finding.words.before) << "**" << plain(finding.words.match) << "**"
             << plain(finding.words.after) << "\n";
        for (const std::string& id : finding.statutes) {
            const auto statute = run_.statutes.find(id);
            if (statute != run_.statutes.end()) {
                out_ << "  - " << plain(citation(statute->second, language)) << "\n";
            }
        }
        point(Label::to_check, titles_of(rule.to_check, language));
        point(Label::advice, in(rule.advice, language));
    }

    std::ostream& out_;
    ReportOptions options_;
    Highlights worst_;
    Advice advice_;
    RunInfo run_;
    std::vector<Question> questions_;  // The first ones.
    Unread unread_{kMostUnread};
};

}  // namespace

std::unique_ptr<Reporter> make_markdown_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<MarkdownReporter>(out, options);
}

}  // namespace suowen::report
