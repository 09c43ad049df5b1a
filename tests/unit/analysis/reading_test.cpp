// SPDX-License-Identifier: Apache-2.0
#include "analysis/reading.h"

#include <string>

#include "catch.h"

namespace suowen::analysis {
namespace {

Conversation saying(const std::vector<std::string>& texts) {
    Conversation conversation;
    for (const std::string& text : texts) {
        conversation.turns.emplace_back().text = conversation.arena.store(text);
    }
    return conversation;
}

TEST_CASE("equal texts share a reading, within a conversation and across") {
    const auto rules = rules::load_builtin_rules();
    REQUIRE(rules.has_value());
    Readings readings(*rules);
    const auto first = readings.of(saying({"保修几年", "稍等", "保修几年"}));
    REQUIRE(first.size() == 3);
    CHECK(first[0] == first[2]);
    CHECK(first[0] != first[1]);
    const auto second = readings.of(saying({"稍等"}));
    CHECK(second[0] == first[1]);
}

TEST_CASE("a conversation of any length has all its readings at once") {
    const auto rules = rules::load_builtin_rules();
    REQUIRE(rules.has_value());
    Readings readings(*rules);
    std::vector<std::string> texts;
    for (int i = 0; i < 5000; ++i) {
        texts.push_back("第" + std::to_string(i) + "句");
    }
    for (int round = 0; round < 3; ++round) {
        const auto& said = readings.of(saying(texts));
        REQUIRE(said.size() == texts.size());
        for (std::size_t i = 0; i < texts.size(); i += 499) {
            CHECK(said[i]->original() == texts[i]);
        }
    }
}

TEST_CASE("a customer who writes a word in capitals raises the voice") {
    const auto objects = [](std::string_view said) {
        return Reading(said).as_question().said.signs.has(Manner::objects);
    };
    CHECK(objects("it was TUESDAY"));
    CHECK(objects("TOTAL"));
    CHECK_FALSE(objects("it was Tuesday"));
    CHECK_FALSE(objects("by DHL or UPS"));
    CHECK_FALSE(objects("支持HDMI吗"));
}

}  // namespace
}  // namespace suowen::analysis
