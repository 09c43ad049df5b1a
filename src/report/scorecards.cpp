// SPDX-License-Identifier: Apache-2.0
#include "report/scorecards.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "model/verdict_counts.h"
#include "report/interval.h"

namespace suowen::report {
namespace {

// The entries of a map, those with the greatest rank first.
template <class Map, class Rank>
std::vector<const typename Map::value_type*> ranked_by(const Map& map, Rank rank) {
    std::vector<const typename Map::value_type*> order;
    for (const auto& entry : map) {
        order.push_back(&entry);
    }
    std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) {
        return rank(a->second) > rank(b->second);
    });
    return order;
}

}  // namespace

Score& Score::operator+=(const Score& other) {
    all_replies += other.all_replies;
    judged += other.judged;
    bad += other.bad;
    findings += other.findings;
    return *this;
}

double share_of(const Score& score) {
    return share_of(score.bad, score.judged);
}

Score score_of(const ReplyAudit& reply) {
    const Verdict verdict = reply.relevance.verdict;
    return {1, is_judged(verdict) ? 1U : 0U, is_bad(verdict) ? 1U : 0U, reply.findings.size()};
}

Score score_of(const VerdictCounts& verdicts) {
    return {std::accumulate(verdicts.begin(), verdicts.end(), std::uint64_t{0}),
            judged_replies(verdicts),
            bad_replies(verdicts),
            0};
}

Score score_of(const AgentCounts& counts) {
    Score score = score_of(counts.by_verdict);
    score.findings = counts.findings;
    return score;
}

std::vector<const Scorecards::value_type*> ranked(const Scorecards& cards) {
    return ranked_by(cards, [](const Scorecard& card) {
        const Score& score = card.total;
        return std::make_tuple(
            !score.is_small(), interval_of(score.bad, score.judged).from, score.findings);
    });
}

std::vector<const RuleScores::value_type*> ranked(const RuleScores& scores) {
    return ranked_by(
        scores, [](const RuleScore& score) { return std::make_tuple(score.hit, score.findings); });
}

std::string few_replies_note(Language language) {
    return language == Language::zh
               ? fmt::format("须作答的回复少于 {} 条的，置信区间过宽，不宜比较，排在后面",
                             kFewReplies)
               : fmt::format(
                     "with fewer than {} replies to a question an interval is too wide to "
                     "compare; such ones come last",
                     kFewReplies);
}

std::string order_note(const Scorecards& cards, Language language) {
    if (cards.size() < 2) {
        return {};
    }
    const bool is_zh = language == Language::zh;
    std::string note = is_zh ? "按占比的 95% 置信区间下限从高到低排列"
                             : "ordered by the lower end of the 95% interval of the share";
    if (are_any_small(cards)) {
        note += is_zh ? "；" : "; ";
        note += few_replies_note(language);
    }
    return note;
}

std::string pale_note(Language language) {
    return language == Language::zh
               ? fmt::format("浅色：须作答的回复少于 {} 条", kFewReplies)
               : fmt::format("pale: fewer than {} replies to a question", kFewReplies);
}

bool are_any_small(const Scorecards& cards) {
    return std::any_of(cards.begin(), cards.end(), [](const Scorecards::value_type& card) {
        return card.second.total.is_small();
    });
}

Scorecards agent_cards(const Summary& summary) {
    Scorecards cards;
    for (const auto& [name, counts] : summary.by_agent) {
        cards[name].total = score_of(counts);
    }
    return cards;
}

Scorecards team_cards(const Summary& summary, const std::vector<TeamMember>& members) {
    Scorecards cards;
    for (const auto& [name, counts] : summary.by_agent) {
        if (const std::string_view team = team_of(name, members); !team.empty()) {
            cards[std::string(team)].total += score_of(counts);
        }
    }
    return cards;
}

void ScoreKeeper::add(const ConversationAudit& audit) {
    for (const ReplyAudit& reply : audit.replies) {
        add(reply, audit.conversation.turns.at(reply.exchange.reply), audit.conversation.channel);
    }
    for (const PendingAudit& question : audit.pending) {
        for (const Finding& finding : question.findings) {
            ++rules_[finding.rule].findings;
        }
    }
}

void ScoreKeeper::add(const ReplyAudit& reply, const Turn& turn, std::string_view channel) {
    const Score score = score_of(reply);
    const auto count = [&](Scorecard& card) {
        card.total += score;
        if (turn.time.day) {
            card.by_day[*turn.time.day] += score;
        }
    };
    count(all_);
    count(agents_[std::string(turn.name)]);
    count(channels_[std::string(channel)]);
    if (const std::string_view team = team_of(turn.name, members_); !team.empty()) {
        count(teams_[std::string(team)]);
    }
    std::set<std::uint32_t> hit;
    for (const Finding& finding : reply.findings) {
        RuleScore& rule = rules_[finding.rule];
        ++rule.findings;
        rule.hit += hit.insert(finding.rule).second ? 1 : 0;
    }
}

RuleScores ScoreKeeper::rules(const std::vector<RuleInfo>& infos) const {
    RuleScores scores;
    for (const auto& [index, counts] : rules_) {
        RuleScore& score = scores[infos.at(index).id];
        score = counts;
        score.all_replies = all_.total.all_replies;
    }
    return scores;
}

}  // namespace suowen::report
