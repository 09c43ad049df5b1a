// SPDX-License-Identifier: Apache-2.0
#include "model/summary.h"

#include <algorithm>

namespace suowen {
namespace {

template <class Counts>
void add_each(Counts& total, const Counts& other) {
    for (std::size_t i = 0; i < total.size(); ++i) {
        total[i] += other[i];
    }
}

template <class Map>
void add_map(Map& total, const Map& other) {
    for (const auto& [key, value] : other) {
        total[key] += value;
    }
}

void add_finding(Summary& total, const Finding& finding, const RuleInfo& rule) {
    ++total.findings;
    total.findings_known += finding.state == FindingState::known ? 1 : 0;
    total.findings_suppressed += finding.state == FindingState::suppressed ? 1 : 0;
    ++total.by_severity.at(static_cast<std::size_t>(rule.severity));
    ++total.by_category[rule.category];
    ++total.by_rule[rule.id];
    for (const std::string& statute : finding.statutes) {
        ++total.by_statute[statute];
    }
}

void add_reply(Summary& total,
               const ReplyAudit& reply,
               const Turn& turn,
               const std::vector<RuleInfo>& rules) {
    const auto verdict = static_cast<std::size_t>(reply.relevance.verdict);
    ++total.replies;
    ++total.by_verdict.at(verdict);
    AgentCounts& agent = total.by_agent[std::string(turn.name)];
    ++agent.replies;
    ++agent.by_verdict.at(verdict);
    if (reply.exchange.response) {
        total.response_times.add(*reply.exchange.response);
    }
    for (const Finding& finding : reply.findings) {
        const RuleInfo& rule = rules.at(finding.rule);
        add_finding(total, finding, rule);
        ++agent.findings;
        ++agent.by_category[rule.category];
    }
}

}  // namespace

AgentCounts& AgentCounts::operator+=(const AgentCounts& other) {
    replies += other.replies;
    findings += other.findings;
    add_each(by_verdict, other.by_verdict);
    add_map(by_category, other.by_category);
    return *this;
}

void ResponseTimes::add(Milliseconds wait) {
    const auto seconds =
        static_cast<std::uint64_t>(std::max<Milliseconds::rep>(wait.count(), 0) / 1000);
    const auto bound = std::upper_bound(kBoundsSeconds.begin(), kBoundsSeconds.end(), seconds);
    ++buckets.at(static_cast<std::size_t>(bound - kBoundsSeconds.begin()));
    ++count;
}

ResponseTimes& ResponseTimes::operator+=(const ResponseTimes& other) {
    add_each(buckets, other.buckets);
    count += other.count;
    return *this;
}

Summary& Summary::operator+=(const Summary& other) {
    files += other.files;
    bytes += other.bytes;
    conversations += other.conversations;
    turns += other.turns;
    replies += other.replies;
    unanswered += other.unanswered;
    open += other.open;
    findings += other.findings;
    findings_hidden += other.findings_hidden;
    findings_known += other.findings_known;
    findings_suppressed += other.findings_suppressed;
    add_each(by_verdict, other.by_verdict);
    add_each(by_severity, other.by_severity);
    add_map(by_category, other.by_category);
    add_map(by_rule, other.by_rule);
    add_map(by_statute, other.by_statute);
    add_map(by_agent, other.by_agent);
    response_times += other.response_times;
    skipped_files += other.skipped_files;
    skipped_records += other.skipped_records;
    return *this;
}

void add_to(Summary& total, const ConversationAudit& audit, const std::vector<RuleInfo>& rules) {
    ++total.conversations;
    total.turns += audit.conversation.turns.size();
    for (const ReplyAudit& reply : audit.replies) {
        add_reply(total, reply, audit.conversation.turns.at(reply.exchange.reply), rules);
    }
    for (const PendingAudit& question : audit.pending) {
        ++(question.pending.is_open ? total.open : total.unanswered);
        for (const Finding& finding : question.findings) {
            add_finding(total, finding, rules.at(finding.rule));
        }
    }
}

}  // namespace suowen
