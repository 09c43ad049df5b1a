// SPDX-License-Identifier: Apache-2.0
#include "analysis/agreement.h"

#include <string>
#include <vector>

#include "catch.h"

namespace suowen::analysis {
namespace {

struct Judged {
    std::string_view labelled;
    std::vector<std::string_view> risks;
    Verdict found;
    std::optional<double> relevance;
    std::vector<std::uint32_t> rules;  // Of its findings.
};

// Rule 0 is of privacy, rule 1 and 2 are of abuse.
std::vector<RuleInfo> rules() {
    std::vector<RuleInfo> infos(3);
    infos[0].category = "privacy";
    infos[1].category = "abuse";
    infos[2].category = "abuse";
    return infos;
}

Agreement agreement_of(const std::vector<Judged>& replies) {
    ConversationAudit audit;
    for (const Judged& each : replies) {
        const auto turn = static_cast<std::uint32_t>(audit.conversation.turns.size());
        audit.conversation.turns.emplace_back().role = Role::agent;
        audit.conversation.labels.push_back({turn, each.labelled, each.risks});
        ReplyAudit& reply = audit.replies.emplace_back();
        reply.exchange.reply = turn;
        reply.relevance.verdict = each.found;
        reply.relevance.score = each.relevance;
        for (const std::uint32_t rule : each.rules) {
            reply.findings.emplace_back().rule = rule;
        }
    }
    Agreement agreement;
    agreement.add(audit, rules());
    return agreement;
}

TEST_CASE("verdicts that agree and those that do not") {
    const Agreement agreement = agreement_of({
        {"answered", {}, Verdict::answered, 0.9, {}},
        {"answered", {}, Verdict::deflected, 0.3, {}},
        {"deflected", {}, Verdict::off_topic, 0.2, {}},
        {"off_topic", {}, Verdict::answered, 0.5, {}},
    });
    CHECK(agreement.replies() == 4);
    CHECK(agreement.accuracy() == Approx(0.25));
    CHECK(agreement.count(Verdict::off_topic, Verdict::answered) == 1);
    CHECK(agreement.of(Verdict::answered).precision() == Approx(0.5));
    CHECK(agreement.of(Verdict::answered).recall() == Approx(0.5));
    // One of two found is bad, and one of two bad ones is found.
    CHECK(agreement.bad().f1() == Approx(0.5));
    // By chance: answered 2/4 * 2/4, deflected 1/4 * 1/4, off_topic 1/4 * 1/4.
    CHECK(agreement.kappa() == Approx((0.25 - 0.375) / (1 - 0.375)));
}

TEST_CASE("the ROC curve counts pairs that are ranked right, ties by half") {
    const Agreement agreement = agreement_of({
        {"answered", {}, Verdict::answered, 0.9, {}},
        {"partial", {}, Verdict::answered, 0.4, {}},
        {"deflected", {}, Verdict::deflected, 0.4, {}},
        {"off_topic", {}, Verdict::off_topic, 0.1, {}},
        {"clarifying", {}, Verdict::clarifying, std::nullopt, {}},
    });
    REQUIRE(agreement.auc());
    CHECK(*agreement.auc() == Approx(3.5 / 4));
    CHECK(!agreement_of({{"answered", {}, Verdict::answered, 0.9, {}}}).auc());
    CHECK(agreement.calibration()[4].replies == 2);
    CHECK(agreement.calibration()[4].relevant == 1);
}

TEST_CASE("a category counts once a reply") {
    const Agreement agreement = agreement_of({
        {"deflected", {"abuse", "privacy"}, Verdict::deflected, 0.1, {1, 2}},
        {"answered", {}, Verdict::answered, 0.9, {0}},
        {"answered", {}, Verdict::answered, 0.9, {}},
    });
    CHECK(agreement.risks().at("abuse").found == 1);
    CHECK(agreement.risks().at("abuse").both == 1);
    CHECK(agreement.risks().at("privacy").recall() == 0);
    CHECK(agreement.all_risks().precision() == Approx(0.5));
    CHECK(agreement.all_risks().recall() == Approx(0.5));
    CHECK(agreement.clean_replies() == 2);
    CHECK(agreement.clean_with_finding() == 1);
}

TEST_CASE("labels that say nothing are counted and left out") {
    const Agreement agreement = agreement_of({{"good", {}, Verdict::answered, 0.9, {}}});
    CHECK(agreement.replies() == 0);
    CHECK(agreement.unknown_labels() == 1);
    CHECK(agreement.accuracy() == 0);
    CHECK(agreement.kappa() == 0);
}

TEST_CASE("the disagreements that the relevance is surest of come first") {
    const Agreement agreement = agreement_of({
        {"answered", {}, Verdict::partial, 0.5, {}},
        {"deflected", {}, Verdict::answered, 0.6, {}},
        {"deflected", {}, Verdict::answered, 0.95, {}},
    });
    const std::vector<Disagreement> worst = agreement.worst(2);
    REQUIRE(worst.size() == 2);
    CHECK(worst[0].turn == 2);
    CHECK(worst[1].turn == 1);
}

}  // namespace
}  // namespace suowen::analysis
