// SPDX-License-Identifier: Apache-2.0
#include "rules/promises.h"

#include "catch.h"
#include "rules/audited.h"

namespace suowen::rules {
namespace {

using Turns = std::vector<std::uint32_t>;

constexpr int kHour = 60;
constexpr int kDay = 24 * kHour;

// Minutes from Monday 08:00 local to the deadline of what is said then; -1 without one.
long due(const std::string& said) {
    const std::string text = text::normalized(said);
    const auto promise = find_promise(text, minute_of_test(0));
    if (!promise || !promise->due) {
        return -1;
    }
    const auto wait = *promise->due - minute_of_test(0).instant;
    return static_cast<long>(std::chrono::duration_cast<std::chrono::minutes>(wait).count());
}

TEST_CASE("spans of time in which an answer is promised") {
    CHECK(due("我们会在24小时内给您回复") == kDay);
    CHECK(due("专员将于１ 个 小时内联系您") == kHour);
    CHECK(due("十五分钟之内给您答复") == 15);
    CHECK(due("半小时内回电") == 30);
    CHECK(due("二十四小时以内反馈") == kDay);
    // A day's end, at midnight.
    CHECK(due("3天内回复您") == 3 * kDay + 16 * kHour);
    CHECK(due("5个工作日内会有专人联系您") == 7 * kDay + 16 * kHour);
    CHECK(due("We will get back to you within 24 hours.") == kDay);
    CHECK(due("Within two business days someone will call you") == 2 * kDay + 16 * kHour);
    CHECK(due("You'll hear back from us within an hour") == kHour);
}

TEST_CASE("times by which an answer is promised") {
    CHECK(due("明天下午三点前联系您") == kDay + 7 * kHour);
    CHECK(due("明早9点半前给您回复") == kDay + 90);
    CHECK(due("今天下班前给您答复") == 16 * kHour);
    CHECK(due("明天上午联系您") == kDay + 4 * kHour);
    CHECK(due("明天下午3点联系您") == kDay + 8 * kHour);
    CHECK(due("下午5点之前回复您") == 9 * kHour);
    CHECK(due("I'll let you know by tomorrow 3 pm") == kDay + 7 * kHour);
    CHECK(due("We will reply by the end of the day") == 16 * kHour);
}

TEST_CASE("what is no promise of an answer") {
    for (const char* said : {"24小时内到账",
                             "我们会尽快回复您",
                             "如果24小时内没有人联系您，请再来",
                             "请您在48小时内联系我们",
                             "7天内联系客服可退",
                             "我们无法保证24小时内回复",
                             "We cannot promise that we will reply within 24 hours",
                             "明天发货",
                             "0小时内回复"}) {
        INFO(said);
        CHECK(due(said) == -1);
    }
}

TEST_CASE("every promise is found by one of the patterns for the set") {
    text::PatternSet::Builder builder;
    for (const std::string& pattern : promise_patterns()) {
        builder.add(pattern);
    }
    const text::PatternSet set = std::move(builder).build();
    for (text::PatternId id = 0; id < set.size(); ++id) {
        INFO(set.pattern(id));
        for (const text::LiteralSets& sets : set.required_literals(id)) {
            CHECK_FALSE(sets.empty());
        }
    }
    text::Candidates candidates;
    set.scan(text::normalized("今天下班前给您答复"), candidates);
    CHECK_FALSE(candidates.empty());
}

TEST_CASE("a promise is kept by an answer in time") {
    const RuleSet kept = rule_when("promise: kept");
    const std::vector<Said> said = {customer("退款呢", 0),
                                    agent("2小时内回复您", 1, Verdict::deflected),
                                    agent("请稍等", 2, Verdict::no_question),
                                    agent("已经退了", 60)};
    CHECK(hits(kept, said) == Turns{1});
    CHECK(first_words(kept, said) == "2小时内回复");
    CHECK(hits(rule_when("promise: broken"), said).empty());
}

TEST_CASE("a promise is broken by a late answer or a customer who has to ask again") {
    const RuleSet broken = rule_when("promise: broken");
    const Said promise = agent("2小时内回复您", 1, Verdict::deflected);
    CHECK(hits(broken, {customer("退款呢", 0), promise, agent("已经退了", 200)}) == Turns{1});
    CHECK(hits(broken, {customer("退款呢", 0), promise, customer("怎么还没人联系我", 200)}) ==
          Turns{1});
    CHECK(hits(broken, {customer("退款呢", 0), promise, customer("谢谢", 200)}).empty());
    CHECK(
        hits(broken, {customer("退款呢", 0), promise, customer("怎么还没人联系我", 100)}).empty());
}

TEST_CASE("without times or a later turn nobody knows what became of a promise") {
    const RuleSet unknown = rule_when("promise: unknown");
    CHECK(hits(unknown, {agent("2小时内回复您"), customer("还没人联系我")}) == Turns{0});
    CHECK(hits(unknown, {agent("2小时内回复您", 0)}) == Turns{0});
    CHECK(hits(unknown, {agent("好的", 0)}).empty());
}

}  // namespace
}  // namespace suowen::rules
