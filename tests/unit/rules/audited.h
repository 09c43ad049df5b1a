// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "rules/rule_matcher.h"
#include "text/normalizer.h"

namespace suowen::rules {

// A conversation for the rules: judged and paired by hand.
struct Said {
    Role role = Role::agent;
    std::string text;
    std::optional<int> minute;  // Since 2026-03-02T08:00+08:00, a Monday.
    Verdict verdict = Verdict::answered;
    std::optional<double> score;
};

inline Said customer(std::string text, std::optional<int> minute = std::nullopt) {
    return {Role::customer, std::move(text), minute, Verdict::unjudged, std::nullopt};
}

inline Said agent(std::string text,
                  std::optional<int> minute = std::nullopt,
                  Verdict verdict = Verdict::answered) {
    return {Role::agent, std::move(text), minute, verdict, std::nullopt};
}

inline Timestamp minute_of_test(int minute) {
    const auto start = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2);
    return {start + std::chrono::minutes(minute), std::chrono::minutes(480)};
}

inline RuleSet rules_of(std::string_view yaml) {
    Expected<RuleSet, Diagnostics> rules = parse_rules(yaml, "a.yaml");
    INFO((rules ? std::string() : rules.error().front().message));
    REQUIRE(rules);
    return std::move(*rules);
}

// A pack with one rule, R-1, whose `when` is given, indented by six or in flow style.
inline RuleSet rule_when(const std::string& when, const std::string& more = "") {
    return rules_of(
        "version: 1\nstatutes:\n  S-1:\n    law: {zh: 法, en: Law}\n    article: '1'\n" + more +
        "rules:\n  - id: R-1\n    title: {zh: 题, en: Title}\n    category: fraud\n"
        "    severity: high\n    statutes: [S-1]\n    when:\n      " +
        when + "\n");
}

// Customer turns since the last reply are the question; what nobody answers is pending.
inline ConversationAudit audited(const std::vector<Said>& said) {
    ConversationAudit audit;
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < said.size(); ++i) {
        Turn turn;
        turn.role = said[i].role;
        turn.text = audit.conversation.arena.store(said[i].text);
        if (said[i].minute) {
            turn.time.at = minute_of_test(*said[i].minute);
            turn.time.day = std::chrono::year(2026) / 3 / 2;
        }
        audit.conversation.turns.push_back(turn);
        if (turn.role == Role::customer) {
            open.push_back(i);
        } else if (is_reply(turn.role)) {
            ReplyAudit reply;
            reply.exchange.reply = i;
            reply.exchange.question = open;
            reply.relevance.verdict = said[i].verdict;
            reply.relevance.score = said[i].score;
            if (!open.empty() && said[i].minute && said[open.front()].minute) {
                reply.exchange.waited =
                    std::chrono::minutes(*said[i].minute - *said[open.front()].minute);
            }
            audit.replies.push_back(std::move(reply));
            const bool settles = said[i].verdict == Verdict::answered;
            open = settles ? std::vector<std::uint32_t>() : open;
        }
    }
    if (!said.empty() && said.back().role == Role::customer) {
        PendingAudit pending;
        pending.pending.question = open;
        if (said.back().minute && said[open.front()].minute) {
            pending.pending.waited =
                std::chrono::minutes(*said.back().minute - *said[open.front()].minute);
        }
        audit.pending.push_back(std::move(pending));
    }
    return audit;
}

inline ConversationAudit matched(const RuleSet& rules, const std::vector<Said>& said) {
    ConversationAudit audit = audited(said);
    std::vector<TurnText> texts(said.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
        texts[i].normalized = text::normalized(said[i].text);
        if (said[i].role != Role::system) {
            rules.patterns->scan(texts[i].normalized, texts[i].candidates);
        }
    }
    std::vector<const TurnText*> pointers;
    for (const TurnText& text : texts) {
        pointers.push_back(&text);
    }
    RuleMatcher(rules).add_findings(audit, pointers);
    return audit;
}

inline std::vector<Finding> all_findings(const ConversationAudit& audit) {
    std::vector<Finding> all;
    for (const ReplyAudit& reply : audit.replies) {
        all.insert(all.end(), reply.findings.begin(), reply.findings.end());
    }
    for (const PendingAudit& pending : audit.pending) {
        all.insert(all.end(), pending.findings.begin(), pending.findings.end());
    }
    return all;
}

// The turns with findings.
inline std::vector<std::uint32_t> hits(const RuleSet& rules, const std::vector<Said>& said) {
    std::vector<std::uint32_t> turns;
    for (const Finding& finding : all_findings(matched(rules, said))) {
        turns.push_back(finding.turn);
    }
    return turns;
}

// The matched words of the first finding.
inline std::string first_words(const RuleSet& rules, const std::vector<Said>& said) {
    const std::vector<Finding> findings = all_findings(matched(rules, said));
    REQUIRE_FALSE(findings.empty());
    const Finding& first = findings.front();
    return said[first.turn].text.substr(first.span.begin, first.span.size());
}

}  // namespace suowen::rules
