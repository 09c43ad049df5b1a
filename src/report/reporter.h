// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/audit.h"
#include "model/rule_info.h"
#include "model/summary.h"
#include "model/team.h"

namespace suowen::report {

enum class Redaction : std::uint8_t { mask, none };

// What a run is, for the head of a report. Everything a reporter needs to know about rules is in
// here.
struct RunInfo {
    std::string version;
    std::string rules_source;
    std::string rules_sha256;
    std::vector<RuleInfo> rules;
    std::map<std::string, Statute, std::less<>> statutes;
    std::string started;  // ISO 8601 in UTC; empty leaves it out.
    bool has_baseline = false;
};

struct ReportOptions {
    Language language = Language::zh;
    Redaction redaction = Redaction::mask;
    bool use_color = false;
    std::size_t width = 80;  // Columns, for text.
    std::vector<TeamMember> teams;  // For scorecards.
};

// Writes one report. Calls come in this order: begin, then conversation and diagnostic in input
// order, then end. Writes to the stream it was made with and to nothing else; failure to write
// shows in the stream's state.
class Reporter {
public:
    virtual ~Reporter() = default;
    virtual void begin(const RunInfo& run) = 0;
    virtual void conversation(const ConversationAudit& audit) = 0;
    virtual void diagnostic(const Diagnostic& diagnostic) = 0;
    virtual void end(const Summary& summary) = 0;
};

struct ReportFormat {
    std::string_view name;
    std::string_view description;
    std::unique_ptr<Reporter> (*make)(std::ostream& out, const ReportOptions& options);
};

// All formats, in the order in which --help lists them.
[[nodiscard]] const std::vector<ReportFormat>& report_formats();

[[nodiscard]] const ReportFormat* find_report_format(std::string_view name);

}  // namespace suowen::report
