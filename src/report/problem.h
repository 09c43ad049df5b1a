// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "model/audit.h"
#include "report/reporter.h"

namespace suowen::report {

// A finding as the formats of spreadsheets, code hosts and CI servers have it: a rule, a place and
// a sentence. All words are as the report may show them. Pointers last as long as the run and the
// audit do.
struct Problem {
    const RuleInfo* rule = nullptr;
    const Finding* finding = nullptr;
    std::uint32_t judged_turn = 0;  // The reply, or the first turn of a question without any.
    std::string path;
    std::uint64_t line = 1;  // From 1, also where the transcript has no lines.
    std::string conversation;
    std::string channel;
    std::string time;   // ISO 8601, as far as the log tells.
    std::string agent;  // Who replied; empty where nobody did.
    std::string team;
    std::string question;
    std::string reply;  // Empty where nobody replied.
    std::string match;
    std::string laws;      // Citations, in the language of the report.
    std::string to_check;  // What the transcript cannot show, in that language.
    std::string message;   // All of that in a sentence; one line.
};

// What comes first where the worst does: new findings before known and suppressed ones, then by
// severity. The greater, the earlier.
using Rank = std::pair<bool, Severity>;

[[nodiscard]] Rank rank_of(const Problem& problem);

// A path as code hosts name files: without the "./" that a shell may put in front.
[[nodiscard]] std::string_view repository_path(std::string_view path);

// Calls `visit` for each finding of a conversation that is neither known nor suppressed, in order.
void each_new_problem(const ConversationAudit& audit,
                      const RunInfo& run,
                      const ReportOptions& options,
                      const std::function<void(const Problem&)>& visit);

// The same for all findings.
void each_problem(const ConversationAudit& audit,
                  const RunInfo& run,
                  const ReportOptions& options,
                  const std::function<void(const Problem&)>& visit);

}  // namespace suowen::report
