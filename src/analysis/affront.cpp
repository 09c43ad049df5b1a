// SPDX-License-Identifier: Apache-2.0
#include "analysis/affront.h"

#include <algorithm>
#include <utility>

namespace suowen::analysis {
namespace {

// Whoever is insulted or threatened has no answer, whatever else the reply says.
bool is_affront(const RuleInfo& rule) {
    return rule.severity >= Severity::high &&
           (rule.category == "abuse" || rule.category == "complaint_obstruction");
}

// What an affront can pass for: an answer, or small talk on what the customer has said.
bool passes_for_harmless(const ReplyAudit& reply) {
    switch (reply.relevance.verdict) {
        case Verdict::answered:
        case Verdict::partial:
            return true;
        case Verdict::no_question:
            return !reply.exchange.question.empty();
        default:
            return false;
    }
}

// Judges such affronts anew. Whether there were any.
bool settle_affronts(ConversationAudit& audit, const std::vector<RuleInfo>& rules) {
    bool is_changed = false;
    for (ReplyAudit& reply : audit.replies) {
        Relevance& relevance = reply.relevance;
        if (!passes_for_harmless(reply)) {
            continue;
        }
        if (std::any_of(reply.findings.begin(), reply.findings.end(), [&](const Finding& finding) {
                return is_affront(rules[finding.rule]);
            })) {
            relevance.deflect();
            relevance.evidence.cues.push_back(Cue::affront);
            is_changed = true;
        }
    }
    return is_changed;
}

// What the rules find once verdicts have changed, and the affronts that changed them.
void match_again(ConversationAudit& audit,
                 const rules::RuleMatcher& matcher,
                 rules::TurnTexts texts,
                 const std::vector<RuleInfo>& rules) {
    std::vector<std::vector<Finding>> before;
    for (ReplyAudit& reply : audit.replies) {
        before.push_back(std::exchange(reply.findings, {}));
    }
    for (PendingAudit& question : audit.pending) {
        question.findings.clear();
    }
    matcher.add_findings(audit, texts);
    for (std::size_t i = 0; i < before.size(); ++i) {
        std::vector<Finding>& findings = audit.replies[i].findings;
        for (Finding& finding : before[i]) {
            const bool is_lost =
                std::none_of(findings.begin(), findings.end(), [&](const Finding& found) {
                    return found.rule == finding.rule;
                });
            if (is_lost && is_affront(rules[finding.rule])) {
                findings.push_back(std::move(finding));
            }
        }
    }
}

}  // namespace

void match_rules(ConversationAudit& audit,
                 const rules::RuleMatcher& matcher,
                 rules::TurnTexts texts,
                 const std::vector<RuleInfo>& rules,
                 rules::RuleCosts* costs) {
    matcher.add_findings(audit, texts, costs);
    if (settle_affronts(audit, rules)) {
        match_again(audit, matcher, texts, rules);
    }
}

}  // namespace suowen::analysis
