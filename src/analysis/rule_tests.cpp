// SPDX-License-Identifier: Apache-2.0
#include "analysis/rule_tests.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/judged_audit.h"
#include "rules/rule_matcher.h"

namespace suowen::analysis {
namespace {

Conversation conversation_of(const rules::RuleTest& test) {
    Conversation conversation;
    conversation.source = test.location;
    for (const rules::TestTurn& said : test.turns) {
        Turn turn;
        turn.role = said.role;
        turn.text = conversation.arena.store(said.text);
        turn.time.at = said.time;
        if (said.time) {
            turn.time.day = std::chrono::year_month_day(local_day(*said.time));
        }
        conversation.turns.push_back(turn);
    }
    return conversation;
}

// The replies judged, the last one as the case says.
ConversationAudit judged(const rules::RuleTest& test,
                         Conversation conversation,
                         const std::vector<const Reading*>& readings) {
    ConversationAudit audit = judged_audit(std::move(conversation), readings);
    if (!audit.replies.empty()) {
        Relevance& last = audit.replies.back().relevance;
        last.verdict = test.verdict.value_or(last.verdict);
        last.score = test.relevance ? test.relevance : last.score;
    }
    return audit;
}

// The turns on which a rule has findings, ascending.
std::vector<std::uint32_t> turns_with(std::uint32_t rule, const ConversationAudit& audit) {
    std::vector<std::uint32_t> turns;
    const auto collect = [&](const std::vector<Finding>& findings) {
        for (const Finding& finding : findings) {
            if (finding.rule == rule) {
                turns.push_back(finding.turn);
            }
        }
    };
    for (const ReplyAudit& reply : audit.replies) {
        collect(reply.findings);
    }
    for (const PendingAudit& pending : audit.pending) {
        collect(pending.findings);
    }
    std::sort(turns.begin(), turns.end());
    return turns;
}

bool passes(const rules::RuleTest& test, const std::vector<std::uint32_t>& turns) {
    if (test.should_match && test.match_turn) {
        return turns == std::vector<std::uint32_t>{*test.match_turn};
    }
    return test.should_match != turns.empty();
}

std::string what_was_expected(const rules::RuleTest& test) {
    if (!test.should_match) {
        return "no match";
    }
    return test.match_turn ? fmt::format("a match on turn {}", *test.match_turn) : "a match";
}

std::string what_happened(const std::vector<std::uint32_t>& turns) {
    return turns.empty() ? "there is none"
                         : fmt::format("it matched on turn {}", fmt::join(turns, ", "));
}

// What the rules saw of the last reply, which is mostly why.
std::string last_reply_of(const ConversationAudit& audit) {
    if (audit.replies.empty()) {
        return {};
    }
    const Relevance& last = audit.replies.back().relevance;
    const std::string score = last.score ? fmt::format(", relevance {:.2f}", *last.score) : "";
    return fmt::format("the last reply counts as {}{}", name_of(last.verdict), score);
}

}  // namespace

RuleTestResult run_rule_tests(const rules::RuleSet& rules) {
    const rules::RuleMatcher matcher(rules);
    Readings readings(rules);
    RuleTestResult result;
    for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
        const rules::Rule& rule = rules.rules[i];
        for (const rules::RuleTest& test : rule.tests) {
            Conversation conversation = conversation_of(test);
            const std::vector<const Reading*>& said = readings.of(conversation);
            ConversationAudit audit = judged(test, std::move(conversation), said);
            matcher.add_findings(audit, texts_for_rules(said));
            const std::vector<std::uint32_t> turns = turns_with(i, audit);
            ++result.tests;
            if (!passes(test, turns)) {
                result.failures.push_back({DiagnosticLevel::error,
                                           test.location,
                                           fmt::format("{}: expected {}, but {}",
                                                       rule.info.id,
                                                       what_was_expected(test),
                                                       what_happened(turns)),
                                           last_reply_of(audit),
                                           {}});
            }
        }
    }
    return result;
}

}  // namespace suowen::analysis
