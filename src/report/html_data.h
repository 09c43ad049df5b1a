// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/audit.h"
#include "report/reporter.h"

namespace suowen::report {

// The rows that the page's script shows, as JSON in a script element: findings, replies off the
// point and questions nobody answered, each as it comes, so that memory does not grow with the log.
// Their order is up to the script.
class HtmlData {
public:
    HtmlData(std::ostream& out, const ReportOptions& options) : out_(out), options_(options) {}

    void begin();
    void add(const ConversationAudit& audit, const std::vector<RuleInfo>& rules);
    void end(const RunInfo& run);

    [[nodiscard]] bool has_replies() const { return has_replies_; }

    [[nodiscard]] bool has_unanswered() const { return has_unanswered_; }

private:
    // `reply` is null for a question without one.
    void add_finding(const Conversation& conversation,
                     const Finding& finding,
                     const std::vector<std::uint32_t>& question,
                     const Turn* reply,
                     std::optional<Milliseconds> waited);
    void add_reply(const Conversation& conversation, const ReplyAudit& reply);
    void add_unanswered(const Conversation& conversation, const PendingQuestion& pending);
    void write(std::string_view json);

    std::ostream& out_;
    const ReportOptions& options_;
    bool has_rows_ = false;
    bool has_replies_ = false;
    bool has_unanswered_ = false;
    std::set<std::string> cited_;  // Ids of statutes.
};

}  // namespace suowen::report
