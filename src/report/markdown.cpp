// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "report/advice.h"
#include "report/formats.h"
#include "report/highlights.h"
#include "report/labels.h"
#include "report/markup.h"

namespace suowen::report {
namespace {

constexpr std::size_t kMostFindings = 50;

// Text that Markdown and the HTML in it take for nothing but text, on one line.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : escaped_markup(text)) {
        if (c == '\n' || c == '\r') {
            out += ' ';
            continue;
        }
        if (std::string_view("\\`*_{}[]()#+-.!|~>").find(c) != std::string_view::npos) {
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
    }

    void diagnostic(const Diagnostic&) override {}

    void end(const Summary& summary) override {
        const Language language = options_.language;
        const auto word = [&](Label name) { return label(name, language); };
        out_ << "# suowen\n\n## " << word(Label::overview) << "\n\n";
        out_ << counted(summary.conversations, Noun::conversation, language) << word(Label::comma)
             << counted(summary.replies, Noun::reply, language) << word(Label::comma)
             << counted(summary.findings, Noun::finding, language) << "\n\n| | |\n|---|--:|\n";
        for (std::size_t i = 0; i < kVerdictCount; ++i) {
            out_ << "| " << title_of(static_cast<Verdict>(i), language) << " | "
                 << grouped(summary.by_verdict.at(i)) << " |\n";
        }
        out_ << "\n## " << word(Label::risks) << "\n\n| " << word(Label::category) << " | "
             << word(Label::findings) << " |\n|---|--:|\n";
        for (const auto& [category, count] : summary.by_category) {
            out_ << "| " << plain(title_of_category(category, language)) << " | " << grouped(count)
                 << " |\n";
        }
        out_ << "\n## " << word(Label::worst_findings) << "\n\n";
        for (const WorstFinding& finding : worst_.findings()) {
            write(finding);
        }
        write_advice(summary);
        out_.flush();
    }

private:
    void write_advice(const Summary& summary) {
        const std::vector<Measure> measures = advice_.measures(run_, summary, options_.language);
        if (!measures.empty()) {
            out_ << "\n## " << label(Label::what_to_do, options_.language) << "\n";
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
             << plain(in(rule.title, language)) << " — " << plain(finding.place.path) << ':'
             << finding.place.line << "\n";
        if (!finding.question.empty()) {
            out_ << "  - " << label(Label::customer, language) << label(Label::colon, language)
                 << plain(finding.question) << "\n";
        }
        out_ << "  - " << label(Label::agent, language) << label(Label::colon, language)
             << plain(finding.words.before) << "**" << plain(finding.words.match) << "**"
             << plain(finding.words.after) << "\n";
        for (const std::string& id : finding.statutes) {
            const auto statute = run_.statutes.find(id);
            if (statute != run_.statutes.end()) {
                out_ << "  - " << plain(citation(statute->second, language)) << "\n";
            }
        }
        if (const std::string& advice = in(rule.advice, language); !advice.empty()) {
            out_ << "  - " << label(Label::advice, language) << label(Label::colon, language)
                 << plain(advice) << "\n";
        }
    }

    std::ostream& out_;
    ReportOptions options_;
    Highlights worst_;
    Advice advice_;
    RunInfo run_;
};

}  // namespace

std::unique_ptr<Reporter> make_markdown_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<MarkdownReporter>(out, options);
}

}  // namespace suowen::report
