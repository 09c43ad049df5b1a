// SPDX-License-Identifier: Apache-2.0
#include "report/template_report.h"

#include <fmt/format.h>

#include <initializer_list>
#include <kainjow/mustache.hpp>
#include <utility>

#include "model/verdict_counts.h"
#include "report/advice.h"
#include "report/labels.h"
#include "report/markup.h"
#include "report/problem.h"
#include "report/words.h"

namespace suowen::report {
namespace {

namespace mustache = kainjow::mustache;
using mustache::data;

// An object with these names.
data object(std::initializer_list<std::pair<const char*, std::string>> values) {
    data out;
    for (const auto& [name, value] : values) {
        out.set(name, value);
    }
    return out;
}

template <class List, class Make>
data list_of(const List& items, Make&& make) {
    data out{data::type::list};
    for (const auto& item : items) {
        out << make(item);
    }
    return out;
}

// The names that a template can use stand in the man page.
class TemplateReporter final : public Reporter {
public:
    TemplateReporter(std::ostream& out, const ReportOptions& options, const std::string& text)
        : out_(out), options_(options), template_(text), advice_(options.redaction) {
        template_.set_custom_escape([](const std::string& words) { return escaped_markup(words); });
    }

    void begin(const RunInfo& run) override { run_ = run; }

    void conversation(const ConversationAudit& audit) override {
        advice_.add(audit, run_.rules);
        each_problem(
            audit, run_, options_, [&](const Problem& problem) { findings_ << finding(problem); });
    }

    void diagnostic(const Diagnostic&) override {}

    void end(const Summary& summary) override {
        data page = totals(summary);
        page.set("severities", severities(summary));
        page.set("categories", categories(summary));
        page.set("agents", agents(summary));
        page.set("response_times", response_times(summary.response_times));
        page.set("findings", findings_);
        page.set("advice", advice(summary));
        template_.render(page, out_);
        out_.flush();
    }

private:
    [[nodiscard]] data totals(const Summary& summary) const {
        data page = object({
            {"version", run_.version},
            {"started", run_.started},
            {"rules", shown(run_.rules_source, Redaction::none)},
            {"files", std::to_string(summary.files)},
            {"conversations", std::to_string(summary.conversations)},
            {"turns", std::to_string(summary.turns)},
            {"replies", std::to_string(summary.replies)},
            {"unanswered", std::to_string(summary.unanswered)},
            {"open", std::to_string(summary.open)},
            {"findings_count", std::to_string(summary.findings)},
            {"findings_hidden", std::to_string(summary.findings_hidden)},
            {"findings_known", std::to_string(summary.findings_known)},
            {"findings_suppressed", std::to_string(summary.findings_suppressed)},
            {"skipped_files", std::to_string(summary.skipped_files)},
            {"skipped_records", std::to_string(summary.skipped_records)},
        });
        for (std::size_t i = 0; i < kVerdictCount; ++i) {
            page.set(std::string(name_of(static_cast<Verdict>(i))),
                     std::to_string(summary.by_verdict.at(i)));
        }
        set_rates(page, summary.by_verdict);
        return page;
    }

    // How many replies had a question to answer, and how many of them did not.
    static void set_rates(data& row, const VerdictCounts& counts) {
        const std::uint64_t judged = judged_replies(counts);
        const std::uint64_t bad = bad_replies(counts);
        row.set("to_answer", std::to_string(judged));
        row.set("off_the_point", std::to_string(bad));
        row.set("off_the_point_share", percentage(bad, judged));
    }

    // The worst first.
    [[nodiscard]] data severities(const Summary& summary) const {
        data rows{data::type::list};
        for (std::size_t i = kSeverityCount; i-- > 0;) {
            const auto severity = static_cast<Severity>(i);
            rows << object({{"severity", std::string(name_of(severity))},
                            {"title", std::string(title_of(severity, options_.language))},
                            {"count", std::to_string(summary.by_severity.at(i))}});
        }
        return rows;
    }

    [[nodiscard]] data categories(const Summary& summary) const {
        return list_of(summary.by_category, [&](const auto& entry) {
            const auto& [category, count] = entry;
            return object({{"category", category},
                           {"title", std::string(title_of_category(category, options_.language))},
                           {"count", std::to_string(count)}});
        });
    }

    [[nodiscard]] data agents(const Summary& summary) const {
        return list_of(shown(summary.by_agent, options_.redaction), [](const auto& entry) {
            const auto& [name, counts] = entry;
            data row = object({{"name", name},
                               {"replies", std::to_string(counts.replies)},
                               {"findings_count", std::to_string(counts.findings)}});
            set_rates(row, counts.by_verdict);
            return row;
        });
    }

    // `up_to` is empty in the last row, which is open.
    [[nodiscard]] data response_times(const ResponseTimes& times) const {
        const auto& bounds = ResponseTimes::kBoundsSeconds;
        data rows{data::type::list};
        for (std::size_t i = 0; i < times.buckets.size(); ++i) {
            const bool is_open = i == bounds.size();
            const std::uint64_t bound = is_open ? bounds.back() : bounds.at(i);
            rows << object({{"up_to", is_open ? "" : std::to_string(bound)},
                            {"title",
                             fmt::format("{} {}",
                                         label(is_open ? Label::longer_than : Label::within,
                                               options_.language),
                                         duration_words(bound, options_.language))},
                            {"count", std::to_string(times.buckets.at(i))}});
        }
        return rows;
    }

    [[nodiscard]] data finding(const Problem& problem) const {
        data row = object({{"rule", problem.rule->id},
                           {"title", in(problem.rule->title, options_.language)},
                           {"category", problem.rule->category},
                           {"severity", std::string(name_of(problem.rule->severity))},
                           {"advice", in(problem.rule->advice, options_.language)},
                           {"path", problem.path},
                           {"line", std::to_string(problem.line)},
                           {"conversation", problem.conversation},
                           {"channel", problem.channel},
                           {"time", problem.time},
                           {"agent", problem.agent},
                           {"team", problem.team},
                           {"question", problem.question},
                           {"reply", problem.reply},
                           {"match", problem.match},
                           {"laws", problem.laws},
                           {"message", problem.message},
                           {"fingerprint", problem.finding->fingerprint},
                           {"state", std::string(name_of(problem.finding->state))},
                           {"reason", problem.finding->reason}});
        row.set("statutes", statutes(*problem.finding));
        return row;
    }

    [[nodiscard]] data statutes(const Finding& finding) const {
        data rows{data::type::list};
        for (const std::string& id : finding.statutes) {
            if (const auto found = run_.statutes.find(id); found != run_.statutes.end()) {
                rows << object({{"id", id},
                                {"citation", citation(found->second, options_.language)},
                                {"text", found->second.text}});
            }
        }
        return rows;
    }

    [[nodiscard]] data advice(const Summary& summary) const {
        return list_of(advice_.measures(run_, summary, options_.language), [](const Measure& each) {
            data row = object({{"title", each.title}});
            row.set("because",
                    list_of(each.because, [](const std::string& reason) { return data(reason); }));
            return row;
        });
    }

    std::ostream& out_;
    ReportOptions options_;
    mustache::mustache template_;
    Advice advice_;
    RunInfo run_;
    data findings_{data::type::list};
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
