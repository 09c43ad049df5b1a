// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/formats.h"
#include "report/labels.h"
#include "report/markup.h"
#include "report/problem.h"
#include "report/words.h"
#include "text/display_width.h"

namespace suowen::report {
namespace {

using Problems = std::vector<Problem>;

// Text for attributes and content; on one line, so that what was said looks like nothing else.
std::string line_of(std::string_view text) {
    return escaped_markup(text::printable(text));
}

// A conversation is a suite. A test is a reply, or a question without one, and fails when it has
// findings.
class JunitReporter final : public Reporter {
public:
    JunitReporter(std::ostream& out, const ReportOptions& options) : out_(out), options_(options) {}

    void begin(const RunInfo& run) override {
        run_ = run;
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"suowen\">\n";
    }

    void conversation(const ConversationAudit& audit) override {
        if (audit.replies.empty() && audit.pending.empty()) {
            return;
        }
        const std::map<std::uint32_t, Problems> failures = failures_of(audit);
        const auto passes = [&](const PendingAudit& question) {
            return !failures.contains(first_turn(question));
        };
        out_ << fmt::format(
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" skipped=\"{}\">\n",
            line_of(words(audit.conversation.id)),
            audit.replies.size() + audit.pending.size(),
            failures.size(),
            std::count_if(audit.pending.begin(), audit.pending.end(), passes));
        const auto path_at = [&](std::uint32_t turn) {
            return words(path_of(audit.conversation, audit.conversation.turns.at(turn)));
        };
        for (const ReplyAudit& reply : audit.replies) {
            const std::uint32_t turn = reply.exchange.reply;
            begin_test(path_at(turn), turn, words(audit.conversation.turns.at(turn).name));
            end_test(failures, turn, "");
        }
        for (const PendingAudit& question : audit.pending) {
            const std::string_view state =
                word(question.pending.is_open ? Label::still_open : Label::nobody_answered);
            begin_test(path_at(first_turn(question)), first_turn(question), state);
            end_test(failures, first_turn(question), state);
        }
        out_ << "  </testsuite>\n";
    }

    void diagnostic(const Diagnostic& unmasked) override {
        if (unmasked.level != DiagnosticLevel::error) {
            return;
        }
        const Diagnostic diagnostic = shown(unmasked, options_.redaction);
        out_ << fmt::format(
            "  <testsuite name=\"{0}\" tests=\"1\" errors=\"1\">\n"
            "    <testcase classname=\"{0}\" name=\"line {1}\">\n"
            "      <error message=\"{2}\"/>\n    </testcase>\n  </testsuite>\n",
            line_of(diagnostic.location.path),
            diagnostic.location.line,
            line_of(diagnostic.message));
    }

    void end(const Summary&) override {
        out_ << "</testsuites>\n";
        out_.flush();
    }

private:
    static std::uint32_t first_turn(const PendingAudit& question) {
        return question.pending.question.empty() ? 0 : question.pending.question.front();
    }

    // By the turn that is tested, the worst first.
    [[nodiscard]] std::map<std::uint32_t, Problems> failures_of(
        const ConversationAudit& audit) const {
        std::map<std::uint32_t, Problems> failures;
        each_new_problem(audit, run_, options_, [&](const Problem& problem) {
            failures[problem.judged_turn].push_back(problem);
        });
        for (auto& [turn, problems] : failures) {
            std::stable_sort(
                problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
                    return a.rule->severity > b.rule->severity;
                });
        }
        return failures;
    }

    void begin_test(std::string_view path, std::uint32_t turn, std::string_view who) {
        out_ << fmt::format("    <testcase classname=\"{}\" name=\"turn {} {}\"",
                            line_of(path),
                            turn,
                            line_of(who));
    }

    // A test that does not fail is skipped where `skipped` says why.
    void end_test(const std::map<std::uint32_t, Problems>& failures,
                  std::uint32_t turn,
                  std::string_view skipped) {
        const auto failure = failures.find(turn);
        if (failure != failures.end()) {
            out_ << ">\n";
            write(failure->second);
            out_ << "    </testcase>\n";
        } else if (!skipped.empty()) {
            out_ << ">\n      <skipped message=\"" << line_of(skipped) << "\"/>\n    </testcase>\n";
        } else {
            out_ << "/>\n";
        }
    }

    // One element for all findings, all of it in its text: Jenkins reads the first one alone, and
    // GitLab shows no attributes.
    void write(const Problems& problems) {
        out_ << fmt::format("      <failure type=\"{}\" message=\"{}\">",
                            line_of(problems.front().rule->id),
                            escaped_markup(problems.front().message));
        write(Label::customer, problems.front().question);
        write(Label::agent, problems.front().reply);
        for (const Problem& problem : problems) {
            out_ << fmt::format("\n{} [{}] {}:{}\n{}\n",
                                line_of(problem.rule->id),
                                title_of(problem.rule->severity, options_.language),
                                line_of(problem.path),
                                problem.line,
                                escaped_markup(problem.message));
            write(Label::advice, in(problem.rule->advice, options_.language));
        }
        out_ << "</failure>\n";
    }

    void write(Label name, std::string_view text) {
        if (!text.empty()) {
            out_ << labelled(name, line_of(text), options_.language) << '\n';
        }
    }

    [[nodiscard]] std::string_view word(Label name) const { return label(name, options_.language); }

    [[nodiscard]] std::string words(std::string_view text) const {
        return shown(text, options_.redaction);
    }

    std::ostream& out_;
    ReportOptions options_;
    RunInfo run_;
};

}  // namespace

std::unique_ptr<Reporter> make_junit_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<JunitReporter>(out, options);
}

}  // namespace suowen::report
