// SPDX-License-Identifier: Apache-2.0
#include "analysis/leanings.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "analysis/lexicon.h"
#include "base/each_part.h"
#include "catch.h"
#include "text/normalizer.h"

namespace suowen::analysis {
namespace {

std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> columns;
    each_part(line, ' ', [&](std::string_view part) { columns.push_back(part); });
    return columns;
}

TEST_CASE("each line of the leanings has a word that it alone has, and a number for each stage") {
    const auto [list, least] = GENERATE(table<std::string_view, std::size_t>(
        {{reply_leanings(), 1000}, {reaction_leanings(), 500}, {question_leanings(), 500}}));
    std::set<std::string_view> words;
    each_part(list, '\n', [&](std::string_view line) {
        if (line.front() == '#') {
            return;
        }
        CAPTURE(line);
        const std::vector<std::string_view> columns = columns_of(line);
        REQUIRE(columns.size() == kStages + 1);
        CHECK(words.insert(columns[0]).second);
        CHECK(text::normalized(columns[0]) == columns[0]);
        CHECK(std::any_of(columns.begin() + 1, columns.end(), [](std::string_view number) {
            return number != "0";
        }));
    });
    CHECK(words.size() > least);
}

TEST_CASE("a word leans once, however often it stands in a text") {
    CHECK(leanings_of_reply("您 1 您").leanings.sums == leanings_of_reply("您 您").leanings.sums);
    CHECK(leanings_of_reply("please please").leanings.sums ==
          leanings_of_reply("please").leanings.sums);
    CHECK(leanings_of_reply("").leanings.sums == Leanings().sums);
}

TEST_CASE("an English word leans as a whole") {
    CHECK(leanings_of_reply("x if x").leanings.sums != leanings_of_reply("x x").leanings.sums);
    CHECK(leanings_of_reply("x gift x").leanings.sums == leanings_of_reply("x x").leanings.sums);
}

TEST_CASE("a pair of English words leans where they stand side by side") {
    std::size_t pairs = 0;
    each_part(reply_leanings(), '\n', [&](std::string_view line) {
        std::string apart(columns_of(line)[0]);
        const std::size_t join = apart.find('_');
        if (line.front() == '#' || join == std::string::npos) {
            return;
        }
        CAPTURE(line);
        ++pairs;
        std::string together = apart;
        together[join] = ' ';
        apart[join] = '\n';
        CHECK(leanings_of_reply(together).leanings.sums != leanings_of_reply(apart).leanings.sums);
    });
    CHECK(pairs > 100);
}

TEST_CASE("what a reply begins and ends with leans by itself") {
    CHECK(leanings_of_reply("24?").leanings.sums != leanings_of_reply("?24").leanings.sums);
}

TEST_CASE("what the customer says leans by itself") {
    CHECK(leanings_of_reaction("谢谢").of(Stage::doubt) < 0);
    CHECK(leanings_of_reaction("谢谢").sums != leanings_of_reply("谢谢").leanings.sums);
}

TEST_CASE("words for people to read are longer than a character, most doubtful first") {
    const ReplyLeanings made = leanings_of_reply("每一件都是我们用心做出来的,穿过的人都很喜欢呢");
    REQUIRE_FALSE(made.doubtful.front().empty());
    for (const std::string_view word : made.doubtful) {
        CHECK((word.empty() || word.size() > 3));
    }
    CHECK(leanings_of_reply("3天").doubtful.front().empty());
}

}  // namespace
}  // namespace suowen::analysis
