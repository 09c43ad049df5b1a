// SPDX-License-Identifier: Apache-2.0
#include "analysis/rule_tests.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/affront.h"
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

template <class Visit>
void each_finding(const ConversationAudit& audit, Visit&& visit) {
    for (const ReplyAudit& reply : audit.replies) {
        std::for_each(reply.findings.begin(), reply.findings.end(), visit);
    }
    for (const PendingAudit& pending : audit.pending) {
        std::for_each(pending.findings.begin(), pending.findings.end(), visit);
    }
}

// Where and on which words a rule has a finding.
struct Hit {
    std::uint32_t turn = 0;
    std::string_view words;
};

// Ascending by turn. Borrows the conversation.
std::vector<Hit> hits_of(std::uint32_t rule, const ConversationAudit& audit) {
    std::vector<Hit> hits;
    each_finding(audit, [&](const Finding& finding) {
        if (finding.rule == rule) {
            const std::string_view said = audit.conversation.turns[finding.turn].text;
            hits.push_back({finding.turn, said.substr(finding.span.begin, finding.span.size())});
        }
    });
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.turn < b.turn; });
    return hits;
}

// Calls `visit(rule, test, audit)` for each case of each rule.
template <class Visit>
void each_case(const rules::RuleSet& rules, Visit&& visit) {
    const rules::RuleMatcher matcher(rules);
    Readings readings(rules);
    for (std::uint32_t rule = 0; rule < rules.rules.size(); ++rule) {
        for (const rules::RuleTest& test : rules.rules[rule].tests) {
            Conversation conversation = conversation_of(test);
            const std::vector<const Reading*>& said = readings.of(conversation);
            ConversationAudit audit = judged(test, std::move(conversation), said);
            const std::vector<const rules::TurnText*> texts = texts_for_rules(said);
            if (test.verdict) {
                matcher.add_findings(audit, texts);
            } else {
                match_rules(audit, matcher, texts, rules.infos);
            }
            visit(rule, test, audit);
        }
    }
}

bool passes(const rules::RuleTest& test, const std::vector<Hit>& hits) {
    if (!test.should_match || hits.empty()) {
        return test.should_match != hits.empty();
    }
    const bool is_in_place =
        !test.match_turn || (hits.size() == 1 && hits.front().turn == *test.match_turn);
    const auto quotes_words = [&](const Hit& hit) { return hit.words == test.match_words; };
    return is_in_place &&
           (test.match_words.empty() || std::any_of(hits.begin(), hits.end(), quotes_words));
}

std::string what_was_expected(const rules::RuleTest& test) {
    if (!test.should_match) {
        return "no match";
    }
    return "a match" +
           (test.match_words.empty() ? "" : fmt::format(" of \"{}\"", test.match_words)) +
           (test.match_turn ? fmt::format(" on turn {}", *test.match_turn) : "");
}

std::string what_happened(const std::vector<Hit>& hits) {
    std::vector<std::string> places;
    for (const Hit& hit : hits) {
        places.push_back(fmt::format("\"{}\" on turn {}", hit.words, hit.turn));
    }
    return places.empty() ? "there is none" : fmt::format("it matched {}", fmt::join(places, ", "));
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

// The rules with a finding on each of the turns of these, ascending.
std::vector<std::uint32_t> rules_on(const std::vector<Hit>& hits, const ConversationAudit& audit) {
    std::set<std::uint32_t> turns;
    for (const Hit& hit : hits) {
        turns.insert(hit.turn);
    }
    std::map<std::uint32_t, std::set<std::uint32_t>> turns_of;
    each_finding(audit, [&](const Finding& finding) {
        if (turns.count(finding.turn) > 0) {
            turns_of[finding.rule].insert(finding.turn);
        }
    });
    std::vector<std::uint32_t> on_all;
    for (const auto& [rule, on] : turns_of) {
        if (on.size() == turns.size()) {
            on_all.push_back(rule);
        }
    }
    return on_all;
}

// The first rule that has a finding in each case of `rule` and makes it needless. A fallback does
// not: it stands back for `rule`.
const rules::Rule* subsuming(const rules::RuleSet& rules,
                             std::uint32_t rule,
                             const std::vector<std::uint32_t>& found_with) {
    const RuleInfo& info = rules.infos[rule];
    for (const std::uint32_t other : found_with) {
        const RuleInfo& wider = rules.infos[other];
        const bool stands_back = rules.rules[other].fallback && !rules.rules[rule].fallback;
        if (other != rule && !stands_back && wider.category == info.category &&
            wider.severity >= info.severity) {
            return &rules.rules[other];
        }
    }
    return nullptr;
}

}  // namespace

RuleTestResult run_rule_tests(const rules::RuleSet& rules) {
    RuleTestResult result;
    each_case(rules,
              [&](std::uint32_t rule, const rules::RuleTest& test, const ConversationAudit& audit) {
                  const std::vector<Hit> hits = hits_of(rule, audit);
                  ++result.tests;
                  if (!passes(test, hits)) {
                      result.failures.push_back({DiagnosticLevel::error,
                                                 test.location,
                                                 fmt::format("{}: expected {}, but {}",
                                                             rules.infos[rule].id,
                                                             what_was_expected(test),
                                                             what_happened(hits)),
                                                 last_reply_of(audit),
                                                 {}});
                  }
              });
    return result;
}

Diagnostics find_subsumed_rules(const rules::RuleSet& rules) {
    // By rule, the others that had findings in all of its cases so far.
    std::map<std::uint32_t, std::vector<std::uint32_t>> found_with;
    each_case(rules,
              [&](std::uint32_t rule, const rules::RuleTest&, const ConversationAudit& audit) {
                  const std::vector<Hit> hits = hits_of(rule, audit);
                  if (hits.empty()) {
                      return;
                  }
                  const std::vector<std::uint32_t> others = rules_on(hits, audit);
                  const auto [known, is_first] = found_with.try_emplace(rule, others);
                  if (!is_first) {
                      std::vector<std::uint32_t> both;
                      std::set_intersection(known->second.begin(),
                                            known->second.end(),
                                            others.begin(),
                                            others.end(),
                                            std::back_inserter(both));
                      known->second = std::move(both);
                  }
              });
    Diagnostics warnings;
    for (const auto& [rule, others] : found_with) {
        if (const rules::Rule* wider = subsuming(rules, rule, others)) {
            warnings.push_back(
                {DiagnosticLevel::warning,
                 rules.rules[rule].location,
                 fmt::format("wherever rule {} has a finding in its tests, {} has one too",
                             rules.infos[rule].id,
                             wider->info.id),
                 "merge the two, or add a test that only this one finds",
                 {}});
        }
    }
    return warnings;
}

}  // namespace suowen::analysis
