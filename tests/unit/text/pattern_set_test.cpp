// SPDX-License-Identifier: Apache-2.0
#include "text/pattern_set.h"

#include <re2/re2.h>

#include <random>

#include "catch.h"

namespace suowen::text {
namespace {

using Strings = std::vector<std::string>;

PatternSet set_of(const Strings& patterns) {
    PatternSet::Builder builder;
    for (const std::string& pattern : patterns) {
        builder.add(pattern);
    }
    return std::move(builder).build();
}

TEST_CASE("literals that a pattern cannot match without") {
    CHECK(literals_required_by("验证码") == Strings{"验证码"});
    CHECK(literals_required_by("(保修|质保期).{0,8}多少钱") == Strings{"多少钱"});
    CHECK(literals_required_by("加(?:微|v)信") == Strings{"加v信", "加微信"});
    CHECK(literals_required_by("投诉.{0,5}没用") == Strings{"投诉"});
    CHECK(literals_required_by("colou?r") == Strings{"color", "colour"});
    CHECK(literals_required_by("[零一]元购{2}") == Strings{"一元购", "零元购"});
    CHECK(literals_required_by("\\bpay\\.me\\b") == Strings{"pay.me"});
    CHECK(literals_required_by("[a-z]+@\\w") == Strings{"@"});
    CHECK(literals_required_by("满\\d{2}减") == literals_required_by("满(?:\\d\\d)减"));
    CHECK(literals_required_by("\\d{11}") == literals_required_by("[\\d]+"));
    CHECK(literals_required_by("[\\d]+").size() == 10);
}

TEST_CASE("a second set of literals is required beside the first") {
    CHECK(literal_sets_required_by("(?:转|打).{0,6}(?:微信|支付宝)") ==
          LiteralSets{{"微信", "支付宝"}, {"打", "转"}});
    CHECK(literal_sets_required_by("甲.{0,6}乙丙|丁戊") ==
          LiteralSets{{"丁戊", "乙丙"}, {"甲", "丁戊"}});
    CHECK(literal_sets_required_by("微信|支付宝") == LiteralSets{{"微信", "支付宝"}});
}

TEST_CASE("a pattern is no candidate unless both of its sets occur") {
    const PatternSet set = set_of({"(?:转|打).{0,6}(?:微信|支付宝)", "微信"});
    Candidates candidates;
    set.scan("加微信", candidates);
    CHECK_FALSE(candidates.contains(0));
    CHECK(candidates.contains(1));
    set.scan("微信上转", candidates);
    CHECK(candidates.contains(0));
    std::vector<PatternId> visited;
    candidates.for_each([&](PatternId id) { visited.push_back(id); });
    CHECK(visited == std::vector<PatternId>{0, 1});
    set.scan("转账", candidates);
    CHECK(candidates.empty());
}

TEST_CASE("a pattern without sure literals has none") {
    for (const char* pattern : {"",
                                ".*",
                                "\\w{11}",
                                "a?",
                                "(?:验证码)?",
                                "(?:验证码)*x",
                                "(?i)pay",
                                "验证码|.",
                                "[^a]",
                                "(?:验证码){0,3}",
                                "x"}) {
        INFO(pattern);
        CHECK(literals_required_by(pattern).empty());
    }
}

TEST_CASE("alternatives by themselves find what the whole pattern finds") {
    const Strings atoms = {"验",
                           "证",
                           "码",
                           "v",
                           "x",
                           "ab",
                           "(?:验证|码)",
                           "[验v]",
                           "[^码]",
                           ".",
                           "\\d",
                           "(?:ab|验|x)",
                           "证?",
                           "v*",
                           "x+",
                           "码{2}",
                           "ab{0,2}",
                           "(?:验证码|微信)"};
    const Strings letters = {"验", "证", "码", "v", "x", "a", "b", "1", "微", "信"};
    std::mt19937 random(42);
    const auto pick = [&](const Strings& from) { return from[random() % from.size()]; };
    for (int round = 0; round < 300; ++round) {
        Strings patterns;
        for (int i = 0; i < 5; ++i) {
            std::string pattern;
            for (unsigned parts = 1 + random() % 4; parts > 0; --parts) {
                pattern += pick(atoms);
                pattern += random() % 4 == 0 ? "|" : "";
            }
            patterns.push_back(random() % 3 == 0 ? "(?:" + pattern + ")|" + pick(atoms) : pattern);
        }
        const PatternSet set = set_of(patterns);
        Candidates candidates;
        for (int i = 0; i < 30; ++i) {
            std::string text;
            for (unsigned length = random() % 8; length > 0; --length) {
                text += pick(letters);
            }
            set.scan(text, candidates);
            for (PatternId id = 0; id < set.size(); ++id) {
                INFO(set.pattern(id) << " on " << text);
                const RE2 whole(std::string(set.pattern(id)));
                re2::StringPiece hit;
                const bool is_found = whole.Match(text, 0, text.size(), RE2::UNANCHORED, &hit, 1);
                REQUIRE((candidates.contains(id) || !is_found));
                REQUIRE(set.matches(id, text, candidates) == is_found);
                const auto found = set.find(id, text, candidates);
                REQUIRE(found.has_value() == is_found);
                if (found) {
                    const auto begin = static_cast<std::size_t>(hit.data() - text.data());
                    REQUIRE(*found == ByteRange{begin, begin + hit.size()});
                }
            }
        }
    }
}

TEST_CASE("a text without any literal has no candidates") {
    const PatternSet set = set_of({"验证码", "微信"});
    Candidates candidates;
    set.scan("今天发货", candidates);
    CHECK(candidates.empty());
    set.scan("加微信", candidates);
    CHECK_FALSE(candidates.contains(0));
    CHECK(candidates.contains(1));
}

TEST_CASE("find gives the first capture group where there is one, else the match") {
    const PatternSet set = set_of({"加(微信)", "微信"});
    Candidates candidates;
    set.scan("请加微信", candidates);
    CHECK(set.find(0, "请加微信", candidates) == ByteRange{6, 12});
    CHECK(set.find(1, "微信微信", candidates, 1) == ByteRange{6, 12});
    CHECK_FALSE(set.find(1, "微信", candidates, 3));
}

TEST_CASE("a pattern written in Traditional script matches normalized text") {
    const PatternSet set = set_of({"驗證碼"});
    Candidates candidates;
    set.scan("验证码", candidates);
    CHECK(set.matches(0, "验证码", candidates));
}

TEST_CASE("the same pattern twice is one") {
    PatternSet::Builder builder;
    CHECK(builder.add("微信") == builder.add("微信"));
}

TEST_CASE("syntax errors and empty matches are told") {
    CHECK(syntax_error("(a"));
    CHECK_FALSE(syntax_error("(a)"));
    CHECK(matches_empty("a*"));
    CHECK_FALSE(matches_empty("a+"));
}

}  // namespace
}  // namespace suowen::text
