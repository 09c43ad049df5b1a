// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/audit.h"
#include "model/rule_info.h"
#include "model/summary.h"
#include "model/team.h"

namespace suowen::report {

// Below that many replies an interval is too wide to compare.
inline constexpr std::uint64_t kFewReplies = 30;

// "Off the point" is the same in all reports: deflected or off topic, of the judged replies.
struct Score {
    std::uint64_t all_replies = 0;
    std::uint64_t judged = 0;    // Those of them that shares are of.
    std::uint64_t bad = 0;       // Those of the judged that are off the point.
    std::uint64_t findings = 0;  // On replies, whatever their state.

    [[nodiscard]] bool is_small() const { return judged < kFewReplies; }

    Score& operator+=(const Score& other);
    friend bool operator==(const Score&, const Score&) = default;
};

// What one rule found in a run.
struct RuleScore {
    std::uint64_t all_replies = 0;  // Of the run.
    std::uint64_t hit = 0;          // Those of them with a finding of the rule.
    std::uint64_t findings = 0;     // Of the rule, whatever their state, on questions too.

    [[nodiscard]] bool is_small() const { return all_replies < kFewReplies; }

    friend bool operator==(const RuleScore&, const RuleScore&) = default;
};

// 0 where no reply was judged.
[[nodiscard]] double share_of(const Score& score);

[[nodiscard]] Score score_of(const ReplyAudit& reply);
[[nodiscard]] Score score_of(const VerdictCounts& verdicts);
[[nodiscard]] Score score_of(const AgentCounts& counts);

using Days = std::map<std::chrono::sys_days, Score>;

struct Scorecard {
    Score total;
    Days by_day;  // Of the replies whose day the log states.
};

using Scorecards = std::map<std::string, Scorecard>;  // By name; "" where the log has none.

using RuleScores = std::map<std::string, RuleScore>;  // By id, those that found something.

// Those with enough replies first, then by what is surely so, the lower end of the interval: three
// bad replies of four do not rank before three hundred of a thousand. Borrows the cards.
[[nodiscard]] std::vector<const Scorecards::value_type*> ranked(const Scorecards& cards);

// Those that hit most replies first, then those with most findings. Borrows the scores.
[[nodiscard]] std::vector<const RuleScores::value_type*> ranked(const RuleScores& scores);

// Why some stand last.
[[nodiscard]] std::string few_replies_note(Language language);

// In which order ranked() puts them, with few_replies_note() where it applies; empty where there is
// nothing to order.
[[nodiscard]] std::string order_note(const Scorecards& cards, Language language);

// What pale bars mean.
[[nodiscard]] std::string pale_note(Language language);

[[nodiscard]] bool are_any_small(const Scorecards& cards);

// Totals alone, from what a summary knows.
[[nodiscard]] Scorecards agent_cards(const Summary& summary);
[[nodiscard]] Scorecards team_cards(const Summary& summary, const std::vector<TeamMember>& members);

// Counts the replies of a run for all kinds of cards. Holds a score for each name and day, whatever
// the log's size.
class ScoreKeeper {
public:
    explicit ScoreKeeper(std::vector<TeamMember> members) : members_(std::move(members)) {}

    void add(const ConversationAudit& audit);

    [[nodiscard]] const Scorecard& all() const { return all_; }

    [[nodiscard]] const Scorecards& agents() const { return agents_; }

    [[nodiscard]] const Scorecards& teams() const { return teams_; }

    [[nodiscard]] const Scorecards& channels() const { return channels_; }

    [[nodiscard]] RuleScores rules(const std::vector<RuleInfo>& infos) const;

private:
    void add(const ReplyAudit& reply, const Turn& turn, std::string_view channel);

    std::vector<TeamMember> members_;
    Scorecard all_;
    Scorecards agents_;
    Scorecards teams_;
    Scorecards channels_;
    std::map<std::uint32_t, RuleScore> rules_;  // Without the number of all replies.
};

}  // namespace suowen::report
