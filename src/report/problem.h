// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "model/audit.h"
#include "report/reporter.h"

namespace suowen::report {

// A finding as the formats of code hosts and CI servers have it: a rule, a place and a sentence.
struct Problem {
    const RuleInfo* rule = nullptr;
    const Finding* finding = nullptr;
    std::string path;
    std::uint64_t line = 1;  // From 1, also where the transcript has no lines.
    std::string conversation;
    std::string agent;
    std::string message;  // In the language of the report, personal data masked; one line.
};

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
