// SPDX-License-Identifier: Apache-2.0
#include "analysis/wording.h"

#include "catch.h"

namespace suowen::analysis {
namespace {

TEST_CASE("words are counted by class, each time that one occurs") {
    const Wording wording = wording_of("退款退到卡里,要是没到,明天再打");
    CHECK(wording.of(WordClass::particular) >= 4);
    CHECK(wording.of(WordClass::condition) == 3);
    CHECK(wording.of(WordClass::soft) == 0);
    CHECK(wording_of("我们每一位都用心的呢~").of(WordClass::general) >= 4);
}

TEST_CASE("Latin words count as a whole or by a listed beginning") {
    CHECK(wording_of("refunded to your card").of(WordClass::particular) >= 2);
    // "if" is a word of its own there, and no part of "gift".
    CHECK(wording_of("gift").of(WordClass::condition) == 0);
    CHECK(wording_of("only if").of(WordClass::condition) == 2);
}

TEST_CASE("length is in Chinese characters") {
    CHECK(wording_of("三天,ok 24").length == 4.5F);
    CHECK(wording_of("24小时,7天").numbers == 2);
    CHECK(wording_of("").length == 0);
}

}  // namespace
}  // namespace suowen::analysis
