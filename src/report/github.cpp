// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "report/formats.h"
#include "report/problem.h"
#include "report/totals.h"
#include "report/words.h"
#include "report/worst_first.h"
#include "text/display_width.h"

namespace suowen::report {
namespace {

// Workflow commands end at a line break; properties also at a comma or colon.
std::string escaped(std::string_view text, bool is_property) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '%':
                out += "%25";
                break;
            case '\r':
                out += "%0D";
                break;
            case '\n':
                out += "%0A";
                break;
            case ':':
                out += is_property ? "%3A" : ":";
                break;
            case ',':
                out += is_property ? "%2C" : ",";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string_view command_for(Severity severity) {
    return severity >= Severity::high     ? "error"
           : severity == Severity::medium ? "warning"
                                          : "notice";
}

// A command that puts a message beside a line of a file.
std::string command(std::string_view name,
                    std::string_view path,
                    std::uint64_t line,
                    std::string_view title,
                    std::string_view message) {
    return fmt::format("::{} file={},line={},title={}::{}\n",
                       name,
                       escaped(text::printable(repository_path(path)), true),
                       line,
                       escaped(title, true),
                       escaped(text::printable(message), false));
}

// GitHub shows the first ten annotations of a kind in each step, so the worst come first: findings,
// then inputs that were not read, then the totals. All are written at the end, and no more than
// anybody looks at; the totals count the rest.
class GithubReporter final : public Reporter {
public:
    GithubReporter(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options) {}

    void begin(const RunInfo& run) override { run_ = run; }

    void conversation(const ConversationAudit& audit) override {
        each_new_problem(audit, run_, options_, [&](const Problem& problem) {
            commands_.add(rank_of(problem), [&] {
                return command(command_for(problem.rule->severity),
                               problem.path,
                               problem.line,
                               problem.rule->id,
                               problem.message);
            });
        });
    }

    void diagnostic(const Diagnostic& unmasked) override {
        if (unmasked.level != DiagnosticLevel::error) {
            return;
        }
        if (unread_.size() == kMostUnread) {
            return;
        }
        const Diagnostic diagnostic = shown(unmasked, options_.redaction);
        const SourceLocation& location = diagnostic.location;
        unread_.push_back(
            command("error", location.path, location.line, "suowen", diagnostic.message));
    }

    void end(const Summary& summary) override {
        commands_.each([&](const std::string& command) { out_ << command; });
        for (const std::string& command : unread_) {
            out_ << command;
        }
        out_ << "::notice title=suowen::" << escaped(totals_line(summary, options_.language), false)
             << '\n';
        out_.flush();
    }

private:
    static constexpr std::size_t kMostCommands = 1'000;
    static constexpr std::size_t kMostUnread = 100;

    std::ostream& out_;
    ReportOptions options_;
    RunInfo run_;
    WorstFirst<Rank, std::string> commands_{kMostCommands};
    std::vector<std::string> unread_;  // Commands for inputs.
};

}  // namespace

std::unique_ptr<Reporter> make_github_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<GithubReporter>(out, options);
}

}  // namespace suowen::report
