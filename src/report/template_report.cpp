// SPDX-License-Identifier: Apache-2.0
#include "report/template_report.h"

#include <kainjow/mustache.hpp>

#include "report/advice.h"
#include "report/labels.h"
#include "report/problem.h"

namespace suowen::report {
namespace {

namespace mustache = kainjow::mustache;

class TemplateReporter final : public Reporter {
public:
    TemplateReporter(std::ostream& out, const ReportOptions& options, const std::string& text)
        : out_(out), options_(options), template_(text), advice_(options.redaction) {}

    void begin(const RunInfo& run) override { run_ = run; }

    void conversation(const ConversationAudit& audit) override {
        advice_.add(audit, run_.rules);
        each_problem(audit, run_, options_, [&](const Problem& problem) { add(problem); });
    }

    void diagnostic(const Diagnostic&) override {}

    void end(const Summary& summary) override {
        mustache::data page;
        page.set("version", run_.version);
        page.set("started", run_.started);
        page.set("rules", run_.rules_source);
        set(page, "files", summary.files);
        set(page, "conversations", summary.conversations);
        set(page, "replies", summary.replies);
        set(page, "unanswered", summary.unanswered);
        set(page, "findings_count", summary.findings);
        set(page, "findings_known", summary.findings_known);
        set(page, "findings_suppressed", summary.findings_suppressed);
        for (std::size_t i = 0; i < kVerdictCount; ++i) {
            const auto verdict = static_cast<Verdict>(i);
            set(page, std::string(name_of(verdict)), summary.by_verdict.at(i));
        }
        mustache::data categories{mustache::data::type::list};
        for (const auto& [category, count] : summary.by_category) {
            mustache::data row;
            row.set("category", category);
            row.set("title", std::string(title_of_category(category, options_.language)));
            set(row, "count", count);
            categories << row;
        }
        page.set("categories", categories);
        page.set("findings", findings_);
        mustache::data measures{mustache::data::type::list};
        for (const Measure& measure : advice_.measures(run_, summary, options_.language)) {
            mustache::data row;
            row.set("title", measure.title);
            mustache::data reasons{mustache::data::type::list};
            for (const std::string& reason : measure.because) {
                reasons << mustache::data(reason);
            }
            row.set("because", reasons);
            measures << row;
        }
        page.set("advice", measures);
        template_.render(page, out_);
        out_.flush();
    }

private:
    static void set(mustache::data& object, const std::string& name, std::uint64_t number) {
        object.set(name, std::to_string(number));
    }

    void add(const Problem& problem) {
        mustache::data row;
        row.set("rule", problem.rule->id);
        row.set("title", in(problem.rule->title, options_.language));
        row.set("category", problem.rule->category);
        row.set("severity", std::string(name_of(problem.rule->severity)));
        row.set("advice", in(problem.rule->advice, options_.language));
        row.set("path", problem.path);
        set(row, "line", problem.line);
        row.set("conversation", problem.conversation);
        row.set("agent", problem.agent);
        row.set("message", problem.message);
        row.set("fingerprint", problem.finding->fingerprint);
        row.set("state", std::string(name_of(problem.finding->state)));
        findings_ << row;
    }

    std::ostream& out_;
    ReportOptions options_;
    mustache::mustache template_;
    Advice advice_;
    RunInfo run_;
    mustache::data findings_{mustache::data::type::list};
};

}  // namespace

std::optional<std::string> template_error(const std::string& text) {
    const mustache::mustache parsed(text);
    return parsed.is_valid() ? std::nullopt : std::optional(parsed.error_message());
}

std::unique_ptr<Reporter> make_template_reporter(std::ostream& out,
                                                 const ReportOptions& options,
                                                 const std::string& text) {
    return std::make_unique<TemplateReporter>(out, options, text);
}

}  // namespace suowen::report
