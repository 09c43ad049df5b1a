// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>

#include "report/formats.h"
#include "report/markup.h"
#include "report/problem.h"

namespace suowen::report {
namespace {

// A conversation is a suite and a reply a test, which fails when it has findings.
class JunitReporter final : public Reporter {
public:
    JunitReporter(std::ostream& out, const ReportOptions& options) : out_(out), options_(options) {}

    void begin(const RunInfo& run) override {
        run_ = run;
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"suowen\">\n";
    }

    void conversation(const ConversationAudit& audit) override {
        std::map<std::uint32_t, std::string> failures;  // By turn.
        each_new_problem(audit, run_, options_, [&](const Problem& problem) {
            failures[problem.finding->turn] +=
                fmt::format("      <failure type=\"{}\" message=\"{}\">{}:{}</failure>\n",
                            escaped_markup(problem.rule->id),
                            escaped_markup(problem.message),
                            escaped_markup(problem.path),
                            problem.line);
        });
        std::map<std::uint32_t, std::string_view> tests;  // Turns, with who speaks.
        for (const ReplyAudit& reply : audit.replies) {
            const std::uint32_t turn = reply.exchange.reply;
            tests[turn] = audit.conversation.turns[turn].name;
        }
        for (const auto& [turn, text] : failures) {
            tests.try_emplace(turn, audit.conversation.turns[turn].name);
        }
        if (tests.empty()) {
            return;
        }
        out_ << fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n",
                            escaped_markup(audit.conversation.id),
                            tests.size(),
                            failures.size());
        for (const auto& [turn, name] : tests) {
            const auto failure = failures.find(turn);
            out_ << fmt::format("    <testcase classname=\"{}\" name=\"turn {} {}\"",
                                escaped_markup(audit.conversation.source.path),
                                turn,
                                escaped_markup(name));
            if (failure == failures.end()) {
                out_ << "/>\n";
            } else {
                out_ << ">\n" << failure->second << "    </testcase>\n";
            }
        }
        out_ << "  </testsuite>\n";
    }

    void diagnostic(const Diagnostic& diagnostic) override {
        if (diagnostic.level == DiagnosticLevel::error) {
            out_ << fmt::format(
                "  <testsuite name=\"{0}\" tests=\"1\" errors=\"1\">\n"
                "    <testcase classname=\"{0}\" name=\"line {1}\">\n"
                "      <error message=\"{2}\"/>\n    </testcase>\n  </testsuite>\n",
                escaped_markup(diagnostic.location.path),
                diagnostic.location.line,
                escaped_markup(diagnostic.message));
        }
    }

    void end(const Summary&) override {
        out_ << "</testsuites>\n";
        out_.flush();
    }

private:
    std::ostream& out_;
    ReportOptions options_;
    RunInfo run_;
};

}  // namespace

std::unique_ptr<Reporter> make_junit_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<JunitReporter>(out, options);
}

}  // namespace suowen::report
