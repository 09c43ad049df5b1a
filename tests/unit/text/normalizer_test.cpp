// SPDX-License-Identifier: Apache-2.0
#include "text/normalizer.h"

#include "catch.h"

namespace suowen::text {
namespace {

std::string original_words(std::string_view original, std::string_view normalized_words) {
    const std::string whole = normalized(original);
    const std::size_t begin = whole.find(normalized_words);
    REQUIRE(begin != std::string::npos);
    const ByteRange range = original_range(original, {begin, begin + normalized_words.size()});
    return std::string(original.substr(range.begin, range.size()));
}

TEST_CASE("compatibility forms, case and accents are folded") {
    CHECK(normalized("ＡＢＣ１２３") == "abc123");
    CHECK(normalized("Crème BRÛLÉE") == "creme brulee");
    CHECK(normalized("①②Ⓥ🅥") == "12vv");
    CHECK(normalized("1️⃣3️⃣8") == "138");
    CHECK(normalized("，！？：；（）～") == ",!?:;()~");
    CHECK(normalized("。、") == "。、");
}

TEST_CASE("Traditional script becomes Simplified") {
    CHECK(normalized("驗證碼發給客服") == "验证码发给客服");
}

TEST_CASE("Chinese characters of a pattern are folded like those of a text, its syntax is not") {
    CHECK(with_folded_han("驗證（?:A|著)\\B") == "验证（?:A|" + normalized("著") + ")\\B");
}

TEST_CASE("look-alikes from other scripts and emoji are folded") {
    CHECK(normalized("➕V❤") == "+v心");
    CHECK(normalized("с\xd0\xb0ll") == "call");
    CHECK(normalized("“好”‘吗’") == "\"好\"'吗'");
}

TEST_CASE("invisible characters vanish") {
    CHECK(normalized("加\u200b微\u200d\ufeff信\u00ad") == "加微信");
    CHECK(normalized("a\x01\x7f") == "a");
}

TEST_CASE(
    "white space is one space between ASCII, nothing beside Chinese, a line break where one was") {
    CHECK(normalized("  加 微\u3000信  ") == "加微信");
    CHECK(normalized("V  X") == "v x");
    CHECK(normalized("加 v x 吗") == "加v x吗");
    CHECK(normalized("一\r\n\r\n 二") == "一\n二");
    CHECK(normalized("\n a \n") == "a");
}

TEST_CASE("bytes that are not UTF-8 become replacement characters") {
    CHECK(normalized("a\xff\xe4\xb8") == "a\ufffd\ufffd\ufffd");
}

TEST_CASE("ranges map back to the original bytes") {
    CHECK(original_words("亲 ＋ Ｖ 信", "+ v信") == "＋ Ｖ 信");
    CHECK(original_words("驗 證\u200b碼", "验证码") == "驗 證\u200b碼");
    CHECK(original_words("ａ ｂ", "a b") == "ａ ｂ");
    CHECK(original_words("plain", "lai") == "lai");
    CHECK(original_range("", {0, 0}) == ByteRange{0, 0});
}

TEST_CASE("normalizing twice changes nothing more") {
    for (const char* text : {"ＡＢＣ 驗證碼 ➕V❤ Crème ①", "a\xff b", "½ ﷺ ㎏ ﬁ"}) {
        CHECK(normalized(normalized(text)) == normalized(text));
    }
}

}  // namespace
}  // namespace suowen::text
