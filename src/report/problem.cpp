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

}  // namespace

void each_problem(const ConversationAudit& audit,
                  const RunInfo& run,
                  const ReportOptions& options,
                  const std::function<void(const Problem&)>& visit) {
    constexpr std::size_t kMostMatchBytes = 120;
    const Conversation& conversation = audit.conversation;
    const auto report = [&](const Finding& finding) {
        SUOWEN_CHECK(finding.rule < run.rules.size());
        SUOWEN_CHECK(finding.turn < conversation.turns.size());
        const Turn& turn = conversation.turns[finding.turn];
        Problem problem;
        problem.rule = &run.rules[finding.rule];
        problem.finding = &finding;
        problem.path = shown(conversation.source.path, Redaction::none);
        problem.line = std::max<std::uint64_t>(turn.line, 1);
        problem.conversation = shown(conversation.id, options.redaction);
        problem.agent = shown(turn.name, options.redaction);
        const std::string match =
            shown(turn.text, finding.span, options.redaction, kMostMatchBytes);
        const std::string laws = citations(finding, run, options.language);
        problem.message = text::printable(fmt::format("{}{}“{}”{}{}",
                                                      in(problem.rule->title, options.language),
                                                      label(Label::colon, options.language),
                                                      match,
                                                      laws.empty() ? "" : " ",
                                                      laws));
        visit(problem);
    };
    for (const ReplyAudit& reply : audit.replies) {
        std::for_each(reply.findings.begin(), reply.findings.end(), report);
    }
    for (const PendingAudit& question : audit.pending) {
        std::for_each(question.findings.begin(), question.findings.end(), report);
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
