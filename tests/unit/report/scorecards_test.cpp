// SPDX-License-Identifier: Apache-2.0
#include "report/scorecards.h"

#include <sstream>

#include "catch.h"
#include "report/formats.h"
#include "report/sample_audit.h"

namespace suowen::report {
namespace {

Scorecard card(std::uint64_t bad, std::uint64_t replies) {
    return {{replies, replies, bad, 0}, {}};
}

std::vector<std::string> order_of(const Scorecards& cards) {
    std::vector<std::string> names;
    for (const auto* each : ranked(cards)) {
        names.push_back(each->first);
    }
    return names;
}

TEST_CASE("three bad replies of four do not rank before three hundred of a thousand") {
    const Scorecards cards = {
        {"four", card(3, 4)}, {"thousand", card(300, 1000)}, {"good", card(0, 50)}};
    CHECK(order_of(cards) == std::vector<std::string>{"thousand", "good", "four"});
    CHECK(are_any_small(cards));
}

TEST_CASE("where all have few replies, the surely worse come first") {
    const Scorecards cards = {{"a", card(0, 9)}, {"b", card(9, 10)}, {"c", card(1, 1)}};
    CHECK(order_of(cards) == std::vector<std::string>{"b", "c", "a"});
}

TEST_CASE("the order is told where there is one, and why some come last") {
    CHECK(order_note({{"a", card(0, 9)}}, Language::en).empty());
    const std::string order = "ordered by the lower end of the 95% interval of the share";
    CHECK(order_note({{"a", card(1, 50)}, {"b", card(0, 50)}}, Language::en) == order);
    CHECK(order_note({{"a", card(1, 50)}, {"b", card(0, 9)}}, Language::en) ==
          order + "; " + few_replies_note(Language::en));
}

TEST_CASE("half an answer counts as a reply and is not off the point") {
    ConversationAudit audit = dodged_warranty();
    audit.replies.front().relevance.verdict = Verdict::partial;
    CHECK(score_of(audit.replies.front()) == Score{1, 1, 0, 1});
    audit.replies.front().relevance.verdict = Verdict::unjudged;
    CHECK(score_of(audit.replies.front()) == Score{1, 0, 0, 1});
}

TEST_CASE("cards of a summary are those of the conversations") {
    const std::vector<TeamMember> members = {{"客服*", "一组"}};
    ScoreKeeper keeper(members);
    Summary summary;
    for (const ConversationAudit& audit : {dodged_warranty(), answered_warranty()}) {
        keeper.add(audit);
        add_to(summary, audit, sample_run().rules);
    }
    CHECK(agent_cards(summary).at("客服03").total == keeper.agents().at("客服03").total);
    CHECK(team_cards(summary, members).at("一组").total == Score{2, 2, 1, 1});
    CHECK(keeper.teams().at("一组").total == Score{2, 2, 1, 1});
    CHECK(score_of(summary.by_verdict).bad == keeper.all().total.bad);
}

TEST_CASE("a rule's share is of all replies, and a reply counts once") {
    ConversationAudit audit = dodged_warranty();
    audit.replies.front().findings.push_back(audit.replies.front().findings.front());
    ScoreKeeper keeper({});
    keeper.add(audit);
    keeper.add(answered_warranty());
    keeper.add(without_reply(false));
    const RuleScores rules = keeper.rules(sample_run().rules);
    CHECK(rules.at("RTK-003") == RuleScore{2, 1, 2});
    CHECK(rules.at("UNT-001") == RuleScore{2, 0, 1});
    CHECK(ranked(rules).front()->first == "RTK-003");
}

std::string scorecards_of(const std::vector<ConversationAudit>& audits, Language language) {
    ReportOptions options;
    options.language = language;
    std::ostringstream out;
    const auto reporter = make_scorecard_reporter(out, options);
    reporter->begin(sample_run());
    for (const ConversationAudit& audit : audits) {
        reporter->conversation(audit);
    }
    reporter->end({});
    return out.str();
}

TEST_CASE("csv-scorecards tell replies, judged replies and replies with a finding apart") {
    ConversationAudit clarifying = dodged_warranty();
    clarifying.replies.front().relevance.verdict = Verdict::clarifying;
    std::vector<ConversationAudit> audits;
    audits.push_back(dodged_warranty());
    audits.push_back(std::move(clarifying));
    const std::string rows = scorecards_of(audits, Language::en);
    const auto has = [&](const std::string& row) {
        return rows.find(row + "\r\n") != std::string::npos;
    };
    CHECK(has("by,name,replies,off_the_point,share,from,to,findings,note,all_replies,hit"));
    const std::string note = R"("few replies: do not compare")";
    CHECK(has(R"("agent","客服03",1,1,"1.000","0.207","1.000",2,)" + note + R"(,2,"")"));
    CHECK(has(R"("rule","RTK-003","","","1.000","0.342","1.000",2,)" + note + ",2,2"));
}

TEST_CASE("csv-scorecards list days by date and warn in the report's language") {
    using std::chrono::March;
    std::vector<ConversationAudit> audits;
    audits.push_back(dodged_warranty());
    audits.back().conversation.turns.at(1).time.day = std::chrono::year{2026} / March / 2;
    audits.push_back(answered_warranty());
    audits.back().conversation.turns.at(1).time.day = std::chrono::year{2026} / March / 1;
    const std::string english = scorecards_of(audits, Language::en);
    CHECK(english.find("\"2026-03-01\"") < english.find("\"2026-03-02\""));
    CHECK(english.find("few replies") != std::string::npos);
    const std::string chinese = scorecards_of(audits, Language::zh);
    CHECK(chinese.find("样本少") != std::string::npos);
    CHECK(chinese.find("few replies") == std::string::npos);
}

}  // namespace
}  // namespace suowen::report
