// SPDX-License-Identifier: Apache-2.0
#include "analysis/reaction.h"

#include <chrono>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "catch.h"

namespace suowen::analysis {
namespace {

struct Said {
    Role role;
    std::string_view text;
    std::optional<std::chrono::minutes> at{};  // Since midnight.
};

// The turns of a conversation and their readings.
class Talk {
public:
    explicit Talk(const std::vector<Said>& said) {
        for (const Said& turn : said) {
            Turn& made = turns_.emplace_back();
            made.role = turn.role;
            made.text = turn.text;
            if (turn.at) {
                made.time.at.emplace().instant += *turn.at;
            }
            readings_.push_back(&by_text_.try_emplace(turn.text, turn.text).first->second);
        }
    }

    [[nodiscard]] Reactions reactions() const { return {turns_, readings_}; }

    [[nodiscard]] const std::vector<Token>& words(std::size_t turn) const {
        return readings_[turn]->as_question().said.tokens;
    }

private:
    std::vector<Turn> turns_;
    std::map<std::string_view, Reading> by_text_;
    std::vector<const Reading*> readings_;
};

TEST_CASE("who asks the same again was not answered") {
    const Talk talk({{Role::customer, "空调保修几年"},
                     {Role::agent, "亲放心哦"},
                     {Role::customer, "我问的是保修几年！"}});
    const Reaction reaction = talk.reactions().to(1, talk.words(0), {});
    CHECK(reaction.asks_again > 0.3);
    CHECK(reaction.objects);
    CHECK_FALSE(reaction.accepts);
    CHECK_FALSE(reaction.is_silence);
    CHECK(kind_of(reaction) == ReactionKind::asks_again);
}

TEST_CASE("thanks and agreement accept a reply") {
    for (const std::string_view words : {"好的，那我等着", "谢谢", "ok, then I wait", "行"}) {
        const Talk talk(
            {{Role::customer, "几天到"}, {Role::agent, "三天"}, {Role::customer, words}});
        CHECK(talk.reactions().to(1, talk.words(0), {}).accepts);
    }
    for (const std::string_view words : {"好多天了", "行李呢", "几天？"}) {
        const Talk talk(
            {{Role::customer, "几天到"}, {Role::agent, "三天"}, {Role::customer, words}});
        CHECK_FALSE(talk.reactions().to(1, talk.words(0), {}).accepts);
    }
}

TEST_CASE("what the customer says counts for each reply before it") {
    const Talk talk({{Role::customer, "有白色吗"},
                     {Role::agent, "我看看"},
                     {Role::system, "客服转接"},
                     {Role::agent, "有白色"},
                     {Role::customer, "好的"},
                     {Role::customer, "尺码 42"},
                     {Role::agent, "记下了"}});
    Reactions reactions = talk.reactions();
    const Reaction first = reactions.to(1, talk.words(0), {});
    CHECK(first.is_followed);
    CHECK(first.accepts);
    CHECK(first.gives_data);
    const Reaction second = reactions.to(3, talk.words(0), {});
    CHECK_FALSE(second.is_followed);
    CHECK(second.accepts);
    const Reaction last = reactions.to(6, talk.words(5), {});
    CHECK(last.is_silence);
    CHECK(last.is_last);
    CHECK_FALSE(last.accepts);
}

TEST_CASE("a reply is followed by another one at once, not hours later") {
    const auto is_followed = [](std::chrono::minutes next) {
        const Talk talk({{Role::customer, "锅炉漏水了", std::chrono::minutes(0)},
                         {Role::agent, "收到您的消息", std::chrono::minutes(1)},
                         {Role::agent, "师傅五点到", next}});
        return talk.reactions().to(1, talk.words(0), {}).is_followed;
    };
    CHECK(is_followed(std::chrono::minutes(4)));
    CHECK_FALSE(is_followed(std::chrono::hours(5)));
}

TEST_CASE("who comes back names what was asked and not told") {
    const Talk talk({{Role::customer, "烤箱有货吗 内胆多少升"},
                     {Role::agent, "有货的"},
                     {Role::customer, "内胆呢"},
                     {Role::agent, "72升"},
                     {Role::customer, "有货就好"}});
    CHECK(talk.reactions().to(1, talk.words(0), {}).comes_back > 0.6);
    CHECK(talk.reactions().to(1, {}, talk.words(0)).comes_back > 0.6);
    CHECK(talk.reactions().to(3, talk.words(2), {}).comes_back < 0.2);
}

TEST_CASE("the only reply of a conversation is no farewell") {
    const Talk talk({{Role::customer, "有白色吗"}, {Role::agent, "有"}});
    const Reaction reaction = talk.reactions().to(1, talk.words(0), {});
    CHECK(reaction.is_silence);
    CHECK_FALSE(reaction.is_last);
}

}  // namespace
}  // namespace suowen::analysis
