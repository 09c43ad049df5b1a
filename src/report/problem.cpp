// SPDX-License-Identifier: Apache-2.0
#include "report/problem.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "report/labels.h"
#include "report/words.h"
#include "text/display_width.h"

namespace suowen::report {
namespace {

constexpr std::size_t kMostMatchBytes = 120;

// The citations of a finding, one after another.
std::string citations(const Finding& finding, const RunInfo& run, Language language) {
    std::string list;
    for (const std::string& id : finding.statutes) {
        const auto statute = run.statutes.find(id);
        if (statute != run.statutes.end()) {
            list += list.empty() ? std::string_view() : label(Label::list_separator, language);
            list += citation(statute->second, language);
        }
    }
    return list;
}

const Turn& turn_at(const Conversation& conversation, std::uint32_t index) {
    SUOWEN_CHECK(index < conversation.turns.size());
    return conversation.turns[index];
}

// Makes the problems of one conversation.
class ProblemList {
public:
    ProblemList(const ConversationAudit& audit, const RunInfo& run, const ReportOptions& options)
        : conversation_(audit.conversation), run_(run), options_(options) {
        common_.path = words(conversation_.source.path);
        common_.conversation = words(conversation_.id);
        common_.channel = words(conversation_.channel);
    }

    // What all findings on one reply have in common.
    [[nodiscard]] Problem on(const Exchange& exchange) const {
        const Turn& turn = turn_at(conversation_, exchange.reply);
        Problem problem = common_;
        problem.judged_turn = exchange.reply;
        problem.agent = words(turn.name);
        problem.team = team_of(turn.name, options_.teams);
        problem.question = question(exchange.question);
        problem.reply = shown(turn.text, options_.redaction, kMostCellBytes);
        return problem;
    }

    // The same on one question without a reply.
    [[nodiscard]] Problem on(const PendingQuestion& pending) const {
        Problem problem = common_;
        problem.judged_turn = pending.question.empty() ? 0 : pending.question.front();
        problem.question = question(pending.question);
        return problem;
    }

    [[nodiscard]] Problem with(Problem problem, const Finding& finding) const {
        SUOWEN_CHECK(finding.rule < run_.rules.size());
        const Turn& turn = turn_at(conversation_, finding.turn);
        problem.rule = &run_.rules[finding.rule];
        problem.finding = &finding;
        problem.line = std::max<std::uint64_t>(turn.line, 1);
        if (!turn.path.empty()) {
            problem.path = words(turn.path);
        }
        problem.time = iso_time(turn.time);
        problem.match = shown(turn.text, finding.span, options_.redaction, kMostMatchBytes);
        problem.laws = citations(finding, run_, options_.language);
        problem.to_check = titles_of(problem.rule->to_check, options_.language);
        problem.message = message_of(problem);
        return problem;
    }

private:
    [[nodiscard]] std::string message_of(const Problem& problem) const {
        const Language language = options_.language;
        return text::printable(fmt::format("{}{}“{}”{}{}{}{}",
                                           in(problem.rule->title, language),
                                           label(Label::colon, language),
                                           problem.match,
                                           problem.laws.empty() ? "" : " ",
                                           problem.laws,
                                           problem.to_check.empty() ? "" : " · ",
                                           labelled(Label::to_check, problem.to_check, language)));
    }

    [[nodiscard]] std::string words(std::string_view text) const {
        return shown(text, options_.redaction);
    }

    [[nodiscard]] std::string question(const std::vector<std::uint32_t>& turns) const {
        return shown_question(conversation_, turns, options_.redaction, " ", kMostCellBytes);
    }

    const Conversation& conversation_;
    const RunInfo& run_;
    const ReportOptions& options_;
    Problem common_;
};

}  // namespace

Rank rank_of(const Problem& problem) {
    return {problem.finding->state == FindingState::fresh, problem.rule->severity};
}

std::string_view repository_path(std::string_view path) {
    while (path.starts_with("./")) {
        path.remove_prefix(2);
    }
    return path;
}

void each_problem(const ConversationAudit& audit,
                  const RunInfo& run,
                  const ReportOptions& options,
                  const std::function<void(const Problem&)>& visit) {
    const ProblemList list(audit, run, options);
    const auto visit_all = [&](const auto& judged, const std::vector<Finding>& findings) {
        if (findings.empty()) {
            return;
        }
        const Problem common = list.on(judged);
        for (const Finding& finding : findings) {
            visit(list.with(common, finding));
        }
    };
    for (const ReplyAudit& reply : audit.replies) {
        visit_all(reply.exchange, reply.findings);
    }
    for (const PendingAudit& question : audit.pending) {
        visit_all(question.pending, question.findings);
    }
}

void each_new_problem(const ConversationAudit& audit,
                      const RunInfo& run,
                      const ReportOptions& options,
                      const std::function<void(const Problem&)>& visit) {
    each_problem(audit, run, options, [&](const Problem& problem) {
        if (problem.finding->state == FindingState::fresh) {
            visit(problem);
        }
    });
}

}  // namespace suowen::report
