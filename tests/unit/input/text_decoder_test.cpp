// SPDX-License-Identifier: Apache-2.0
#include "input/text_decoder.h"

#include <sstream>

#include "catch.h"
#include "input/encoding_guess.h"

namespace suowen::input {
namespace {

struct Decoded {
    std::string text;
    std::string encoding;
    std::deque<std::uint64_t> damage;
    bool is_binary = false;
};

Decoded decode(const std::string& bytes, const std::string& encoding = "auto") {
    std::istringstream stream(bytes);
    TextDecoder decoder(open_stream(stream), encoding);
    TextBuffer buffer;
    while (decoder.append_to(buffer)) {
    }
    return {std::string(buffer.text()),
            std::string(decoder.encoding()),
            decoder.damage(),
            decoder.is_binary()};
}

// ASCII and Chinese text in UTF-16, low byte first or last.
std::string utf16(const std::u16string& text, bool little_endian) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFFU);
        const char high = static_cast<char>(unit >> 8U);
        bytes += little_endian ? low : high;
        bytes += little_endian ? high : low;
    }
    return bytes;
}

const std::string kGb18030 = "\xBF\xCD\xBB\xA7: 1\n\xBF\xCD\xB7\xFE: 2\n";  // 客户, 客服
const std::string kUtf8 = "客户: 1\n客服: 2\n";

TEST_CASE("encodings are found by content") {
    CHECK(decode("plain\n").encoding == "US-ASCII");
    CHECK(decode(kUtf8).text == kUtf8);
    CHECK(decode(kUtf8).encoding == "UTF-8");
    CHECK(decode("\xEF\xBB\xBF" + kUtf8).text == kUtf8);
    CHECK(decode(kGb18030).text == kUtf8);
    CHECK(decode(kGb18030).encoding == "gb18030");
    for (const bool little_endian : {true, false}) {
        const std::u16string text = u"客户: 1\n客服: 2😀\n";
        CHECK(decode(utf16(u"\uFEFF" + text, little_endian)).text == "客户: 1\n客服: 2😀\n");
        CHECK(decode(utf16(text, little_endian)).text == "客户: 1\n客服: 2😀\n");
    }
}

TEST_CASE("the encoding is found however late the first character beyond ASCII comes") {
    const std::string ascii(700'001, 'a');
    CHECK((decode(ascii + kGb18030).text == ascii + kUtf8));
    CHECK((decode(ascii + kUtf8).text == ascii + kUtf8));
}

TEST_CASE("characters that the end of a read cuts are put together") {
    std::string text;
    std::string in_gb18030;
    for (int i = 0; i < 500'000; ++i) {
        text += "客户";
        in_gb18030 += "\xBF\xCD\xBB\xA7";
    }
    for (const char* lead : {"", "a", "ab"}) {
        const Decoded decoded = decode(lead + text);
        CHECK((decoded.text == lead + text));
        CHECK(decoded.damage.empty());
        CHECK((decode(lead + in_gb18030).text == lead + text));
    }
}

TEST_CASE("damage becomes U+FFFD, and its place is told") {
    const Decoded decoded = decode("客户\xFF: 1\n客服: 2\n\xE5\xAE");
    CHECK(decoded.text == "客户\uFFFD: 1\n客服: 2\n\uFFFD\uFFFD");
    CHECK(decoded.damage == std::deque<std::uint64_t>{6, 23, 26});
    const Decoded in_gb18030 = decode(kGb18030 + "\x81\n", "GB18030");
    CHECK(in_gb18030.text == kUtf8 + "\uFFFD\n");
    CHECK(in_gb18030.damage == std::deque<std::uint64_t>{kUtf8.size()});
}

TEST_CASE("an encoding that is asked for wins") {
    CHECK(decode("\xE9t\xE9", "ISO-8859-1").text == "été");
    CHECK(decode("\xA4\xA4", "Big5").text == "中");
    CHECK(decode("\xEF\xBB\xBFx", "utf-8").text == "x");
    CHECK(is_known_encoding("gbk"));
    CHECK_FALSE(is_known_encoding("klingon"));
}

TEST_CASE("machine code is no text") {
    CHECK(decode(std::string("\x7F"
                             "ELF\2\1\1\0\0\0\0\0",
                             12))
              .is_binary);
    CHECK_FALSE(decode(kUtf8).is_binary);
    CHECK_FALSE(decode("\x1B[1mbold\x1B[0m\n").is_binary);
}

TEST_CASE("a few bad bytes do not make machine code, UTF-16 or Chinese of a text") {
    const std::string zero("hello\0 world, how long is the warranty?\n", 40);
    CHECK(decode(zero).text == zero);
    CHECK_FALSE(decode(zero).is_binary);
    const std::string long_text(50'000, 'x');
    CHECK((decode(long_text + zero + kUtf8).text == long_text + zero + kUtf8));
    const Decoded latin = decode("That\x92s a caf\xE9, r\xE9sum\xE9 sent yesterday.\n");
    CHECK_FALSE(latin.is_binary);
    CHECK(latin.encoding == "UTF-8");
    CHECK(latin.text == "That\uFFFDs a caf\uFFFD, r\uFFFDsum\uFFFD sent yesterday.\n");
    CHECK(latin.damage.size() == 4);
    CHECK(decode(std::string(2'000, '\xFF')).is_binary);
}

TEST_CASE("names of unknown encoding become UTF-8") {
    CHECK(text_in_utf8("日志/一.csv") == "日志/一.csv");
    CHECK(text_in_utf8("\xBF\xCD\xBB\xA7.csv") == "客户.csv");
}

}  // namespace
}  // namespace suowen::input
