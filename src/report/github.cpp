// SPDX-License-Identifier: Apache-2.0
#include "report/formats.h"
#include "report/problem.h"

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

class GithubReporter final : public Reporter {
public:
    GithubReporter(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options) {}

    void begin(const RunInfo& run) override { run_ = run; }

    void conversation(const ConversationAudit& audit) override {
        each_new_problem(audit, run_, options_, [&](const Problem& problem) {
            out_ << "::" << command_for(problem.rule->severity)
                 << " file=" << escaped(problem.path, true) << ",line=" << problem.line
                 << ",title=" << escaped(problem.rule->id, true)
                 << "::" << escaped(problem.message, false) << '\n';
        });
    }

    void diagnostic(const Diagnostic& diagnostic) override {
        if (diagnostic.level == DiagnosticLevel::error) {
            out_ << "::error file=" << escaped(diagnostic.location.path, true)
                 << ",line=" << diagnostic.location.line
                 << ",title=suowen::" << escaped(diagnostic.message, false) << '\n';
        }
    }

    void end(const Summary&) override { out_.flush(); }

private:
    std::ostream& out_;
    ReportOptions options_;
    RunInfo run_;
};

}  // namespace

std::unique_ptr<Reporter> make_github_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<GithubReporter>(out, options);
}

}  // namespace suowen::report
