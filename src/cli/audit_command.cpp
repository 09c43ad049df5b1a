// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>
#include <variant>

#include "analysis/analyzer.h"
#include "base/ordered_pipeline.h"
#include "cli/commands.h"
#include "cli/conversations.h"
#include "cli/diagnostics.h"
#include "cli/environment.h"
#include "cli/evidence.h"
#include "cli/misplaced_output.h"
#include "cli/next_step.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/triage_run.h"
#include "report/reporter.h"
#include "report/template_report.h"

namespace suowen::cli {
namespace {

// What becomes of one item of the input.
using Audited = std::variant<ConversationAudit, Diagnostic>;

struct Totals {
    Summary summary;
    bool has_unread = false;
    bool is_cut_short = false;  // Nobody can have the report, so not all was audited.
    int write_error = 0;        // An errno.
};

// One run: conversations in, report out. Threads share it, but only `transform` runs on several.
class AuditRun {
public:
    AuditRun(const Settings& settings,
             const rules::RuleSet& rules,
             input::ConversationStream& input,
             TriageRun& triage,
             Progress& progress,
             const DiagnosticPrinter& printer)
        : settings_(settings),
          rules_(rules),
          analyzer_(rules, settings.calendar),
          input_(input),
          triage_(triage),
          progress_(progress),
          printer_(printer) {}

    Totals run(report::Reporter& reporter, std::ostream& out) {
        reporter.begin(run_info());
        const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
        ordered_map<input::StreamItem, Audited>(
            settings_.jobs > 0 ? settings_.jobs : cores,
            [&] { return produce(); },
            [&](input::StreamItem item) { return transform(std::move(item)); },
            [&](Audited audited) { commit(audited, reporter, out); });
        totals_.is_cut_short = is_output_broken_;
        add_counts();
        reporter.end(totals_.summary);
        out.flush();
        note_write_error(out);
        return std::move(totals_);
    }

private:
    [[nodiscard]] report::RunInfo run_info() const {
        return {SUOWEN_VERSION,
                rules_.source,
                rules_.sha256,
                rules_.infos,
                rules_.statutes,
                now_in_utc(),
                triage_.has_baseline()};
    }

    // Nobody reads a report that cannot be written.
    std::optional<input::StreamItem> produce() {
        if (is_output_broken_) {
            return std::nullopt;
        }
        std::optional<input::StreamItem> item = input_.next();
        const input::InputCounts counts = input_.counts();
        read_bytes_ = counts.bytes;
        read_files_ = counts.files;
        return item;
    }

    [[nodiscard]] Audited transform(input::StreamItem item) const {
        if (auto* diagnostic = std::get_if<Diagnostic>(&item)) {
            return std::move(*diagnostic);
        }
        return analyzer_.analyze(std::move(std::get<Conversation>(item)));
    }

    void commit(Audited& audited, report::Reporter& reporter, std::ostream& out) {
        if (const auto* diagnostic = std::get_if<Diagnostic>(&audited)) {
            progress_.clear();
            printer_.print(*diagnostic);
            reporter.diagnostic(*diagnostic);
            totals_.has_unread |= diagnostic->level == DiagnosticLevel::error;
        } else {
            auto& audit = std::get<ConversationAudit>(audited);
            totals_.summary.findings_hidden += triage_.sort(audit);
            reporter.conversation(audit);
            add_to(totals_.summary, audit, rules_.infos);
            progress_.update(totals_.summary.conversations, read_files_, read_bytes_);
        }
        note_write_error(out);
    }

    // As soon as it happens: errno is overwritten by what comes next.
    void note_write_error(const std::ostream& out) {
        if (!out && !is_output_broken_) {
            totals_.write_error = errno != 0 ? errno : EIO;
            is_output_broken_ = true;
        }
    }

    void add_counts() {
        const input::InputCounts counts = input_.counts();
        totals_.summary.files = counts.files;
        totals_.summary.bytes = counts.bytes;
        totals_.summary.skipped_files = counts.skipped_files;
        totals_.summary.skipped_records = counts.skipped_records;
    }

    const Settings& settings_;
    const rules::RuleSet& rules_;
    analysis::Analyzer analyzer_;
    input::ConversationStream& input_;
    TriageRun& triage_;
    Progress& progress_;
    const DiagnosticPrinter& printer_;
    Totals totals_;
    std::atomic<bool> is_output_broken_ = false;
    std::atomic<std::uint64_t> read_bytes_ = 0;  // For the progress: reading is ahead.
    std::atomic<std::uint64_t> read_files_ = 0;
};

report::ReportOptions report_options(const Settings& settings, const Streams& io) {
    const bool is_terminal = io.out_is_terminal && settings.output.empty();
    report::ReportOptions options;
    options.language = language_of(settings);
    options.redaction = redaction_of(settings);
    options.use_color = wants_color(settings.color, is_terminal);
    options.width = io.columns;
    options.teams = settings.teams;
    return options;
}

// The report that was asked for and the further ones, which go to files.
class Reports final : public report::Reporter {
public:
    explicit Reports(std::unique_ptr<report::Reporter> first) {
        reporters_.push_back(std::move(first));
    }

    // Why there cannot be one, if so.
    std::optional<Diagnostic> add(const ExtraReport& extra,
                                  const Settings& settings,
                                  const Streams& io) {
        Result<std::unique_ptr<OutputFile>> created = OutputFile::create(extra.path);
        if (!created) {
            return created.error();
        }
        report::ReportOptions options = report_options(settings, io);
        options.use_color = false;
        files_.push_back(std::move(*created));
        reporters_.push_back(
            report::find_report_format(extra.format)->make(files_.back()->stream(), options));
        return std::nullopt;
    }

    // The same for a folder of evidence.
    std::optional<Diagnostic> add_evidence(const Settings& settings, const Streams& io) {
        report::ReportOptions options = report_options(settings, io);
        options.use_color = false;
        Result<std::unique_ptr<Evidence>> made =
            Evidence::create(settings.evidence, settings, options);
        if (!made) {
            return made.error();
        }
        evidence_ = made->get();
        reporters_.push_back(std::move(*made));
        return std::nullopt;
    }

    // What went wrong with the files.
    Diagnostics commit() {
        Diagnostics problems = evidence_ == nullptr ? Diagnostics() : evidence_->commit();
        for (const std::unique_ptr<OutputFile>& file : files_) {
            if (std::optional<Diagnostic> problem = file->commit()) {
                problems.push_back(std::move(*problem));
            }
        }
        return problems;
    }

    void begin(const report::RunInfo& run) override {
        for (const auto& reporter : reporters_) {
            reporter->begin(run);
        }
    }

    void conversation(const ConversationAudit& audit) override {
        for (const auto& reporter : reporters_) {
            reporter->conversation(audit);
        }
    }

    void diagnostic(const Diagnostic& diagnostic) override {
        for (const auto& reporter : reporters_) {
            reporter->diagnostic(diagnostic);
        }
    }

    void end(const Summary& summary) override {
        for (const auto& reporter : reporters_) {
            reporter->end(summary);
        }
    }

private:
    std::vector<std::unique_ptr<OutputFile>> files_;  // Outlive their reporters.
    std::vector<std::unique_ptr<report::Reporter>> reporters_;
    Evidence* evidence_ = nullptr;  // One of them.
};

// What was not audited might have met `policy`.
ExitCode exit_code(const Totals& totals,
                   bool is_written,
                   const triage::FailPolicy& policy,
                   bool has_failed) {
    // Who asked for a verdict on the log must not take a wrong folder or a closed pipe for a good
    // one.
    const bool is_unproven = totals.is_cut_short || totals.summary.conversations == 0;
    const bool is_in_doubt = is_unproven && !policy.criteria.empty() && !has_failed;
    if (totals.has_unread || !is_written || is_in_doubt) {
        return ExitCode::unread;
    }
    return has_failed ? ExitCode::findings : ExitCode::clean;
}

// Whether the report is where it belongs; says why not. run() looks after the standard output.
bool is_finished(const Totals& totals, OutputFile* file, const DiagnosticPrinter& printer) {
    if (file == nullptr) {
        return true;
    }
    if (totals.write_error != 0) {
        printer.error(
            fmt::format("the report cannot be written: {}", std::strerror(totals.write_error)));
        return false;
    }
    const std::optional<Diagnostic> problem = file->commit();
    if (problem) {
        printer.print(*problem);
    }
    return !problem;
}

void note_speed(const Summary& summary,
                std::chrono::duration<double> time,
                const DiagnosticPrinter& printer) {
    constexpr double kMegabyte = 1e6;
    const double megabytes = static_cast<double>(summary.bytes) / kMegabyte;
    printer.note(fmt::format("{} conversations, {:.1f} MB in {:.2f} s ({:.0f} MB/s)",
                             summary.conversations,
                             megabytes,
                             time.count(),
                             megabytes / std::max(time.count(), 1e-3)));
}

}  // namespace

ExitCode audit(const Settings& settings, const Streams& io) {
    const auto start = std::chrono::steady_clock::now();
    const DiagnosticPrinter printer(settings, io);
    if (settings.operands.empty() && io.in_is_terminal) {
        printer.error("nothing to audit",
                      "name files or folders, or pipe a transcript in: suowen audit logs/");
        return ExitCode::usage;
    }
    const std::optional<rules::RuleSet> rules = load_rules(settings, printer);
    if (!rules) {
        return ExitCode::usage;
    }
    TriageRun triage(settings, *rules);
    if (const Diagnostics problems = triage.load(); !problems.empty()) {
        printer.print(problems);
        return ExitCode::usage;
    }
    if (const std::optional<Diagnostic> problem = find_misplaced_output(settings, io)) {
        printer.print(*problem);
        return ExitCode::usage;
    }
    std::unique_ptr<OutputFile> file;
    if (!settings.output.empty() && settings.output != "-") {
        Result<std::unique_ptr<OutputFile>> created = OutputFile::create(settings.output);
        if (!created) {
            printer.print(created.error());
            return ExitCode::unread;
        }
        file = std::move(*created);
    }
    std::ostream& out = file ? file->stream() : io.out;
    const report::ReportOptions options = report_options(settings, io);
    Reports reporter(settings.template_text.empty()
                         ? report::find_report_format(settings.format)->make(out, options)
                         : report::make_template_reporter(out, options, settings.template_text));
    for (const ExtraReport& extra : settings.reports) {
        if (const std::optional<Diagnostic> problem = reporter.add(extra, settings, io)) {
            printer.print(*problem);
            return ExitCode::unread;
        }
    }
    if (!settings.evidence.empty()) {
        if (const std::optional<Diagnostic> problem = reporter.add_evidence(settings, io)) {
            printer.print(*problem);
            return ExitCode::unread;
        }
    }
    input::ConversationStream input(input_options(settings, io));
    const bool shows_progress = io.err_is_terminal && !settings.quiet;
    Progress progress(
        io.err, shows_progress, shows_progress ? expected_bytes(settings.operands) : 0);
    const Totals totals =
        AuditRun(settings, *rules, input, triage, progress, printer).run(reporter, out);
    progress.clear();
    bool is_written = is_finished(totals, file.get(), printer);
    for (const Diagnostic& problem : reporter.commit()) {
        printer.print(problem);
        is_written = false;
    }
    if (const std::optional<Diagnostic> problem = triage.write_baseline()) {
        printer.print(*problem);
        is_written = false;
    }
    printer.print(triage.complaints());
    if (totals.summary.conversations == 0) {
        const std::string message = "no conversation was found, so nothing was audited";
        settings.fail_on.criteria.empty()
            ? printer.warning(message)
            : printer.error(message, "suowen detect tells what the files are");
    }
    const std::vector<std::string> failures =
        triage::failures(settings.fail_on, triage.new_findings(), totals.summary);
    for (const std::string& failure : failures) {
        printer.warning(fmt::format("--fail-on is met by {}", failure));
    }
    note_speed(totals.summary, std::chrono::steady_clock::now() - start, printer);
    if (shows_progress && is_written) {
        const std::string step =
            next_step(settings, totals.summary, triage.new_findings(), rules->infos);
        io.err << step << (step.empty() ? "" : "\n");
    }
    return exit_code(totals, is_written, settings.fail_on, !failures.empty());
}

}  // namespace suowen::cli
