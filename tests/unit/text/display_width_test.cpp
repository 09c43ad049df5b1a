// SPDX-License-Identifier: Apache-2.0
#include "text/display_width.h"

#include <algorithm>
#include <random>

#include "catch.h"

namespace suowen::text {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("East Asian characters take two columns, marks and invisible ones none") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("保修") == 4);
    CHECK(display_width("，。") == 4);
    CHECK(display_width("Ａ１") == 4);
    CHECK(display_width("…") == 1);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("a\u200b\u202eb") == 2);
    CHECK(display_width("\x1b\x07") == 0);
    CHECK(display_width("") == 0);
}

TEST_CASE("an emoji takes two columns however it is put together") {
    CHECK(display_width("😀") == 2);
    CHECK(display_width("❤\ufe0f") == 2);
    CHECK(display_width("👍🏽") == 2);
    CHECK(display_width("👨\u200d👩\u200d👧") == 2);
    CHECK(display_width("🇨🇳🇨🇳") == 4);
}

TEST_CASE("what does not fit is cut on a character, with an ellipsis in the last column") {
    CHECK(truncated("保修三年", 8) == "保修三年");
    CHECK(truncated("保修三年", 7) == "保修三…");
    CHECK(truncated("保修三年", 6) == "保修…");
    CHECK(truncated("warranty", 4) == "war…");
    CHECK(truncated("warranty", 1) == "…");
    CHECK(truncated("warranty", 0).empty());
    CHECK(truncated("ab", 2) == "ab");
}

TEST_CASE("lines break at spaces and between Chinese characters, not before closing marks") {
    CHECK(wrapped("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrapped("整机保修三年。", 8) == Lines{"整机保修", "三年。"});
    CHECK(wrapped("整机保修三。年", 10) == Lines{"整机保修", "三。年"});
    CHECK(wrapped("请看《保修》说明", 6) == Lines{"请看", "《保", "修》说", "明"});
    CHECK(wrapped("保修3年iPhone手机", 10) == Lines{"保修3年", "iPhone手机"});
    CHECK(wrapped("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
    CHECK(wrapped("a\nb", 10) == Lines{"a", "b"});
    CHECK(wrapped("", 10) == Lines{""});
    CHECK(wrapped("保修", 1) == Lines{"保", "修"});
}

TEST_CASE("no wrapped line is wider than asked, and none loses a character") {
    const std::vector<std::string> pieces = {"保", "修", "，", "a", "word", " ", "😀", "（", "1."};
    std::mt19937 random(3);
    for (int i = 0; i < 300; ++i) {
        std::string text;
        for (int n = 0; n < 40; ++n) {
            text += pieces.at(random() % pieces.size());
        }
        std::string joined;
        for (const std::string& line : wrapped(text, 12)) {
            CHECK(display_width(line) <= 12);
            joined += line;
        }
        const auto squeezed = [](std::string s) {
            s.erase(std::remove(s.begin(), s.end(), ' '), s.end());
            return s;
        };
        CHECK(squeezed(joined) == squeezed(text));
    }
}

TEST_CASE("text that could take over a terminal is made visible") {
    CHECK(printable("a\x1b[31mb") == "a\\x1b[31mb");
    CHECK(printable("a\nb\r\nc") == "a⏎b⏎c");
    CHECK(printable("a\u202eb") == "a\\u202eb");
    CHECK(printable("a\tb") == "a b");
    CHECK(printable("\xff\x7f") == "\\xff\\x7f");
    CHECK(printable("\u0085") == "\\x85");
    CHECK(printable("a\u200bb\ufeff\U000e0041") == "a\\u200bb\\ufeff\\U000e0041");
    CHECK(printable("保修😀👨\u200d👩") == "保修😀👨\u200d👩");
}

}  // namespace
}  // namespace suowen::text
