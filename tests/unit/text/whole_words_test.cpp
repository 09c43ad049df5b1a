// SPDX-License-Identifier: Apache-2.0
#include "text/whole_words.h"

#include <string>

#include "catch.h"

namespace suowen::text {
namespace {

std::string widened(const std::string& text, const std::string& part) {
    const std::size_t begin = text.find(part);
    const ByteRange whole = whole_words(text, {begin, begin + part.size()});
    return text.substr(whole.begin, whole.size());
}

TEST_CASE("a cut word is whole again") {
    CHECK(widened("we refund within 30 minutes", "fund with") == "refund within");
    CHECK(widened("we refund within 30 minutes", "30 min") == "30 minutes");
    CHECK(widened("we don't know", "do") == "don't");
    CHECK(widened("we don’t know", "t") == "don’t");
    CHECK(widened("das Gerät läuft", "Ger") == "Gerät");
    CHECK(widened("das Gerät läuft", "uft") == "läuft");
}

TEST_CASE("a cut number is whole again, with what belongs to it") {
    CHECK(widened("转2,000.50元到卡上", "转2") == "转2,000.50");
    CHECK(widened("转2,000.50元到卡上", "0元") == "2,000.50元");
    CHECK(widened("年化12.8%起", "年化12") == "年化12.8%");
    CHECK(widened("充电5000mAh够用", "50") == "5000mAh");
    CHECK(widened("早上10:30开门", "早上10") == "早上10:30");
    CHECK(widened("早上１０点", "早上１") == "早上１０");
}

TEST_CASE("it stops at the end of the word") {
    CHECK(widened("转2,000.50元到卡上", "转") == "转");
    CHECK(widened("加微信abc转账", "微信") == "微信");
    CHECK(widened("order it, please.", "order it") == "order it");
    CHECK(widened("save 20, 30 at most", "save 20") == "save 20");
    CHECK(widened("the one-off fee", "off") == "off");
    CHECK(widened("a b", " ") == " ");
}

TEST_CASE("nothing stays nothing, and ends lie in the text") {
    CHECK(whole_words("abc", {1, 1}) == ByteRange{1, 1});
    CHECK(whole_words("abc", {1, 9}) == ByteRange{0, 3});
    CHECK(whole_words("", {3, 9}) == ByteRange{0, 0});
    // Bytes that are not UTF-8 are no words.
    CHECK(whole_words("a\xFF\x80z", {3, 4}) == ByteRange{3, 4});
}

}  // namespace
}  // namespace suowen::text
