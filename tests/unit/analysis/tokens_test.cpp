// SPDX-License-Identifier: Apache-2.0
#include "analysis/tokens.h"

#include <algorithm>
#include <string_view>

#include "catch.h"

namespace suowen::analysis {
namespace {

bool is_mentioned(const Token& token) {
    return token.is_concept() || token.is_field();
}

// Whether both texts mention a concept or field.
bool meet(std::string_view one, std::string_view other) {
    bool do_meet = false;
    for_each_shared(tokens_of(one), tokens_of(other), [&](const Token& token, const Token&) {
        do_meet = do_meet || is_mentioned(token);
    });
    return do_meet;
}

TEST_CASE("texts that share no word meet in a concept or a field of talk") {
    CHECK(meet("能退款吗", "refund within three days"));
    CHECK(meet("咳嗽三天了", "先量个体温,嗓子疼可以含片"));
    CHECK(meet("my package is stuck", "the courier tries again tomorrow"));
    CHECK_FALSE(meet("咳嗽三天了", "the courier tries again tomorrow"));
}

TEST_CASE("English words name a field as whole words, in any form") {
    const std::vector<Token> tokens = tokens_of("coughing");
    CHECK(std::any_of(tokens.begin(), tokens.end(), is_mentioned));
    CHECK_FALSE(meet("shipping", "pin"));
}

TEST_CASE("words with digits name concepts too") {
    const std::vector<Token> tokens = tokens_of("有3c吗");
    CHECK(std::any_of(tokens.begin(), tokens.end(), is_mentioned));
}

}  // namespace
}  // namespace suowen::analysis
