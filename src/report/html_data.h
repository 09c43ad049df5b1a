// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "model/audit.h"
#include "report/reporter.h"

namespace suowen::report {

// The rows that the page's script shows, as JSON in a script element. Findings go out as they come;
// replies off the point and questions nobody answered are kept until the findings have ended.
class HtmlData {
public:
    HtmlData(std::ostream& out, const ReportOptions& options) : out_(out), options_(options) {}

    void begin();
    void add(const ConversationAudit& audit);
    void end(const RunInfo& run);

    [[nodiscard]] bool has_replies() const { return !replies_.empty(); }

    [[nodiscard]] bool has_unanswered() const { return !unanswered_.empty(); }

private:
    struct Waiting {
        Milliseconds waited{-1};  // Where the log does not state the times.
        std::string json;
    };

    // `reply` is null for a question without one.
    void add_finding(const Conversation& conversation,
                     const Finding& finding,
                     const std::vector<std::uint32_t>& question,
                     const Turn* reply);
    void add_reply(const Conversation& conversation, const ReplyAudit& reply);
    void add_unanswered(const Conversation& conversation, const PendingQuestion& pending);

    std::ostream& out_;
    const ReportOptions& options_;
    bool has_finding_ = false;
    std::string replies_;  // Between commas.
    std::vector<Waiting> unanswered_;
    std::set<std::string> cited_;  // Ids of statutes.
};

}  // namespace suowen::report
