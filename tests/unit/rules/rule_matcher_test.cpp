// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_matcher.h"

#include "catch.h"
#include "rules/audited.h"

namespace suowen::rules {
namespace {

using Turns = std::vector<std::uint32_t>;

TEST_CASE("any pattern on the reply, on the first words that match") {
    const RuleSet rules = rule_when("reply: ['红包', '最终解释权.{0,6}归']");
    CHECK(hits(rules, {customer("红包"), agent("你好"), agent("送红包")}) == Turns{2});
    CHECK(first_words(rules, {agent("最终 解释权归我，红包没有")}) == "最终 解释权归");
    CHECK(matched(rules, {agent("红包，红包")}).replies[0].findings.size() == 1);
}

TEST_CASE("the span is in the original bytes and of the first group where there is one") {
    const RuleSet rules = rule_when("reply: ['加(v信)']");
    const std::string text = "请加 Ｖ 信哦";
    const auto findings = all_findings(matched(rules, {agent(text)}));
    REQUIRE(findings.size() == 1);
    CHECK(text.substr(findings[0].span.begin, findings[0].span.size()) == "Ｖ 信");
}

TEST_CASE("the span holds whole words, however little of them the pattern needs") {
    const RuleSet rules = rule_when("reply: ['send.{0,20}pay', '转账\\d']");
    CHECK(first_words(rules, {agent("resend it to my PayPal account")}) ==
          "resend it to my PayPal");
    CHECK(first_words(rules, {agent("请转账2,000元")}) == "转账2,000");
}

TEST_CASE("unless spoils its sentence only") {
    const RuleSet rules = rule_when("reply: {match: ['验证码'], unless: ['不要|别']}");
    CHECK(hits(rules, {agent("验证码不要告诉别人")}).empty());
    CHECK(hits(rules, {agent("别告诉别人，验证码发我")}).empty());
    CHECK(first_words(rules, {agent("别告诉别人。验证码发我")}) == "验证码");
    const std::string two = "验证码不要告诉别人！验证码发我";
    const auto findings = all_findings(matched(rules, {agent(two)}));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].span.begin == two.rfind("验证码"));
    CHECK(hits(rules, {agent("验证码发我\n不要告诉别人")}) == Turns{0});
}

TEST_CASE("unless_anywhere spoils the whole reply") {
    const RuleSet rules = rule_when("reply: {match: 验证码发, unless_anywhere: 防骗提醒}");
    CHECK(hits(rules, {agent("验证码发我。防骗提醒")}).empty());
    CHECK(hits(rules, {agent("验证码发我")}) == Turns{0});
}

TEST_CASE("question and verdict") {
    const RuleSet rules = rule_when("{question: ['保修'], verdict: [off_topic, deflected]}");
    CHECK(
        hits(rules, {customer("保修几年"), agent("立减", 0, Verdict::off_topic), agent("三年")}) ==
        Turns{1});
    CHECK(hits(rules, {customer("几点"), agent("保修", 0, Verdict::off_topic)}).empty());
    // All turns of the question count, and the span is the whole reply.
    CHECK(first_words(
              rules,
              {customer("保修几年"), customer("在吗"), agent("立减50", 0, Verdict::deflected)}) ==
          "立减50");
}

TEST_CASE("named conditions of question and reply") {
    const RuleSet rules =
        rule_when("{reply: ['块'], not: {holds: [told, free]}}",
                  "conditions:\n"
                  "  told: {question: ['多少钱'], reply: ['\\d+块']}\n"
                  "  free: {all_of: [{reply: ['不收']}, {not: {holds: told}}]}\n");
    CHECK(hits(rules, {customer("多少钱"), agent("30块")}).empty());
    CHECK(hits(rules, {customer("有货吗"), agent("不收1块")}).empty());
    CHECK(hits(rules, {customer("有货吗"), agent("30块")}).size() == 1);
    CHECK(hits(rules, {customer("多少钱"), agent("几块")}).size() == 1);
}

TEST_CASE("topic and relevance_below") {
    const RuleSet rules = rule_when("{topic: [warranty, price], relevance_below: 0.3}",
                                    "topics: {warranty: [保修, 质保], price: 多少钱}\n");
    Said low = agent("好的");
    low.score = 0.2;
    Said high = agent("好的");
    high.score = 0.3;
    CHECK(hits(rules, {customer("质保呢"), low}) == Turns{1});
    CHECK(hits(rules, {customer("多少钱"), low}) == Turns{1});
    CHECK(hits(rules, {customer("质保呢"), high}).empty());
    CHECK(hits(rules, {customer("质保呢"), agent("好的")}).empty());
    CHECK(hits(rules, {customer("你好"), low}).empty());
}

TEST_CASE("nearby looks at other turns within reach, of a side and in a direction") {
    const std::vector<Said> said = {
        customer("押金多少"), agent("一百"), agent("转对公"), customer("好"), agent("押金退")};
    CHECK(hits(rule_when("{reply: 转对公, nearby: 押金}"), said) == Turns{2});
    CHECK(hits(rule_when("{reply: 转对公, nearby: {match: 押金, within: 1}}"), said).empty());
    CHECK(hits(rule_when("{reply: 转对公, nearby: {match: 押金, side: agent}}"), said) == Turns{2});
    CHECK(hits(rule_when("{reply: 转对公, nearby: {match: 押金, side: agent, when: before}}"), said)
              .empty());
    CHECK(
        hits(rule_when("{reply: 转对公, nearby: [{match: 押金}, {match: 没有的}]}"), said).empty());
    CHECK(hits(rule_when("{reply: 押金, nearby: {match: 押金退}}"), said).empty());
}

TEST_CASE("sequence wants its steps in order, the last on the reply") {
    const RuleSet rules = rule_when(
        "sequence: {within: 3, steps: [{role: customer, match: 投诉}, {match: 慢走}, "
        "{role: agent, match: 拉黑}]}");
    CHECK(hits(rules, {customer("投诉"), agent("慢走"), agent("拉黑你")}) == Turns{2});
    CHECK(first_words(rules, {customer("投诉"), customer("慢走"), agent("再说拉黑")}) == "拉黑");
    CHECK(hits(rules, {agent("慢走"), customer("投诉"), agent("拉黑")}).empty());
    CHECK(hits(rules, {agent("投诉"), agent("慢走"), agent("拉黑")}).empty());
    CHECK(hits(rules, {customer("投诉"), agent("哦"), agent("慢走"), agent("哦"), agent("拉黑")})
              .empty());
}

TEST_CASE("repeated counts replies where the rest holds") {
    const RuleSet rules = rule_when("{reply: 以页面为准, repeated: {times: 3, within: 5}}");
    const Said said = agent("以页面为准");
    CHECK(hits(rules, {said, agent("哦"), said, customer("喂"), said}) == Turns{4});
    CHECK(hits(rules, {said, agent("哦"), said, customer("喂"), customer("喂"), said}).empty());
    CHECK(hits(rules, {said, said}).empty());
}

TEST_CASE("response_over and unanswered_for need times") {
    const RuleSet over = rule_when("{question: 盗刷, response_over: 2h}");
    CHECK(hits(over, {customer("盗刷", 0), agent("好", 121)}) == Turns{1});
    CHECK(hits(over, {customer("盗刷", 0), agent("好", 120)}).empty());
    CHECK(hits(over, {customer("盗刷"), agent("好")}).empty());
    const RuleSet never = rule_when("{question: 冒烟, unanswered_for: 4h}");
    CHECK(hits(never, {customer("冒烟了", 0), customer("人呢", 240)}) == Turns{1});
    CHECK(hits(never, {customer("冒烟了", 0), customer("人呢", 239)}).empty());
    CHECK(hits(never, {customer("冒烟了"), customer("人呢")}).empty());
    CHECK(hits(never, {customer("冒烟了", 0), agent("关电", 300)}).empty());
}

TEST_CASE("validate takes the first match that passes") {
    const RuleSet rules = rule_when("{reply: '\\d{11}', validate: [cn_mobile]}");
    CHECK(first_words(rules, {agent("单号00000000000，电话13812345678")}) == "13812345678");
    CHECK(hits(rules, {agent("单号00000000000")}).empty());
}

TEST_CASE("role tells agent from bot") {
    const RuleSet rules = rule_when("{reply: 真人, role: bot}");
    CHECK(hits(rules, {agent("我是真人")}).empty());
    CHECK(hits(rules, {{Role::bot, "我是真人", {}, Verdict::answered, {}}}) == Turns{0});
}

TEST_CASE("window joins replies that follow each other") {
    const RuleSet rules = rule_when("{reply: 验证码发我, window: 2}");
    CHECK(hits(rules, {agent("把验证码"), agent("发我")}) == Turns{1});
    CHECK(first_words(rules, {agent("把验证码"), agent("发我一下")}) == "发我");
    CHECK(hits(rules, {agent("验证码发我"), agent("好的")}) == Turns{0});
    CHECK(hits(rules, {agent("把验证码"), customer("嗯"), agent("发我")}).empty());
    CHECK(hits(rules, {agent("验证"), agent("码"), agent("发我")}).empty());
    const RuleSet english = rule_when("{reply: 'send code', window: 3}");
    CHECK(hits(english, {agent("Please send"), agent("code")}) == Turns{1});
}

TEST_CASE("all_of, any_of and not") {
    const RuleSet rules =
        rule_when("{any_of: [{reply: 甲事}, {reply: 乙事}], not: {question: 丙事}}");
    CHECK(first_words(rules, {agent("有乙事和甲事")}) == "乙事");
    CHECK(hits(rules, {agent("没有")}).empty());
    CHECK(hits(rules, {customer("丙事"), agent("甲事")}).empty());
    const RuleSet both = rule_when("all_of: [{reply: 甲事}, {reply: 乙事}]");
    CHECK(hits(both, {agent("甲事"), agent("甲事乙事")}) == Turns{1});
}

TEST_CASE("once keeps the first finding of a conversation") {
    RuleSet rules = rule_when("{reply: 甲事}");
    rules.rules[0].once = true;
    CHECK(hits(rules, {agent("甲事"), agent("甲事")}) == Turns{0});
}

TEST_CASE("a system notice is never looked at") {
    CHECK(hits(rule_when("{reply: 甲事, nearby: {match: 乙事}}"),
               {{Role::system, "乙事", {}, Verdict::unjudged, {}}, agent("甲事")})
              .empty());
}

TEST_CASE("fingerprints come from content and tell repetitions apart") {
    const RuleSet rules = rule_when("reply: 甲事");
    const auto print = [&](const std::vector<Said>& said) {
        return all_findings(matched(rules, said)).back().fingerprint;
    };
    const std::string first = print({agent("甲事 13812345678")});
    CHECK(first.size() == 32);
    CHECK(print({customer("嗯"), agent("甲事13812345678")}) == first);
    CHECK(print({agent("甲事13812345678"), agent("甲事13812345678")}) != first);
    CHECK(print({agent("甲事!")}) != first);
}

TEST_CASE("findings come by span, then in rule order") {
    const RuleSet rules = rules_of(R"(version: 1
statutes:
  S-1: {law: {zh: 法, en: Law}, article: '1'}
rules:
  - {id: A, title: {zh: 甲, en: a}, category: fraud, severity: low, statutes: [S-1], when: {reply: 乙事}}
  - {id: B, title: {zh: 甲, en: a}, category: fraud, severity: low, statutes: [S-1], when: {reply: 甲事}}
  - {id: C, title: {zh: 甲, en: a}, category: fraud, severity: low, statutes: [S-1], when: {reply: 甲事}}
)");
    const auto findings = all_findings(matched(rules, {agent("甲事乙事")}));
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].rule == 1);
    CHECK(findings[1].rule == 2);
    CHECK(findings[2].rule == 0);
}

// The rules whose findings are left on a reply of these words.
std::string left_on(const RuleSet& rules, const std::string& words) {
    ConversationAudit audit = matched(rules, {agent(words)});
    RuleMatcher(rules).leave_out_repeats(audit);
    std::string left;
    for (const Finding& finding : all_findings(audit)) {
        left += rules.infos[finding.rule].id;
    }
    return left;
}

TEST_CASE("words inside of what is quoted for the same fault are not found again") {
    const RuleSet rules = rules_of(R"(version: 1
statutes:
  S-1: {law: {zh: 法, en: Law}, article: '1'}
  S-2: {law: {zh: 法, en: Law}, article: '2'}
rules:
  - {id: A, title: {zh: 甲, en: a}, category: fraud, severity: high, statutes: [S-1], when: {reply: '特价.{0,9}不退'}}
  - {id: B, title: {zh: 甲, en: a}, category: fraud, severity: high, statutes: [S-2, S-1], when: {reply: '售出.{0,3}不退'}}
  - {id: C, title: {zh: 甲, en: a}, category: fraud, severity: high, statutes: [S-1], when: {reply: '售出.{0,3}不退'}}
  - {id: D, title: {zh: 甲, en: a}, category: fraud, severity: high, statutes: [S-2], when: {reply: 概不退}}
  - {id: E, title: {zh: 甲, en: a}, category: privacy, severity: high, statutes: [S-1], when: {reply: 概不}}
  - {id: F, title: {zh: 甲, en: a}, category: fraud, severity: critical, statutes: [S-1], when: {reply: 扣押}}
  - {id: G, title: {zh: 甲, en: a}, category: fraud, severity: high, statutes: [S-1], when: {reply: 扣押金}}
  - {id: H, title: {zh: 甲, en: a}, category: fraud, severity: high, statutes: [S-1], when: {verdict: deflected}}
)");
    // D shares no statute with A; B, which it shares one with, is itself taken out.
    CHECK(left_on(rules, "特价售出概不退") == "AED");
    CHECK(left_on(rules, "售出概不退") == "BE");
    // The more severe one does not stand back, nor what only overlaps.
    CHECK(left_on(rules, "扣押金") == "FG");
    CHECK(left_on(rules, "售出概不退，特价售完不退") == "BEA");
    // A rule without a pattern on the reply quotes nothing.
    ConversationAudit audit = matched(rules, {agent("售出概不退", 0, Verdict::deflected)});
    RuleMatcher(rules).leave_out_repeats(audit);
    CHECK(all_findings(audit).size() == 3);
}

TEST_CASE("a finding cites what was in force on the day of the turn") {
    const RuleSet rules = rules_of(R"(version: 1
statutes:
  NEW: {law: {zh: 法, en: Law}, article: '9', in_force: {from: 2026-03-03}, replaces: [OLD]}
  OLD: {law: {zh: 法, en: Law}, article: '8', in_force: {from: 2019-01-01, until: 2026-03-03}}
  LATE: {law: {zh: 法, en: Law}, article: '1', in_force: {from: 2027-01-01}}
rules:
  - {id: A, title: {zh: 甲, en: a}, category: fraud, severity: low, statutes: [NEW, LATE], when: {reply: 甲事}}
)");
    CHECK(all_findings(matched(rules, {agent("甲事", 0)}))[0].statutes ==
          std::vector<std::string>{"OLD"});
    CHECK(all_findings(matched(rules, {agent("甲事")}))[0].statutes ==
          std::vector<std::string>{"NEW", "LATE"});
}

}  // namespace
}  // namespace suowen::rules
