// SPDX-License-Identifier: Apache-2.0
#include "text/personal_data.h"

#include <random>

#include "catch.h"

namespace suowen::text {
namespace {

std::vector<std::string> found_in(std::string_view text) {
    std::vector<std::string> out;
    for (const PersonalDataSpan& found : find_personal_data(text)) {
        out.push_back(std::string(name_of(found.kind)) + ":" +
                      std::string(text.substr(found.span.begin, found.span.size())));
    }
    return out;
}

using Found = std::vector<std::string>;

TEST_CASE("an ID number needs its check character, a region and a birth date") {
    CHECK(is_cn_id("110101199003077715"));
    CHECK(is_cn_id("11010119900307002X"));
    CHECK(is_cn_id("11010119900307002x"));
    CHECK(is_cn_id("110101 19900307 7715"));
    CHECK_FALSE(is_cn_id("110101199003077714"));
    CHECK_FALSE(is_cn_id("110101199002300014"));  // February 30.
    CHECK_FALSE(is_cn_id("202403150700123456"));
    CHECK_FALSE(is_cn_id("1101011990030777150"));
    CHECK_FALSE(is_cn_id(" 110101199003077715"));
    CHECK_FALSE(is_cn_id(""));
}

TEST_CASE("a bank card needs an issuer, a length and the Luhn digit") {
    CHECK(is_bank_card("6222021234567890128"));
    CHECK(is_bank_card("6217 0012 3456 7893"));
    CHECK(is_bank_card("4111 1111 1111 1111"));
    CHECK(is_bank_card("378282246310005"));
    CHECK(is_bank_card("5555-5555-5555-4444"));
    CHECK_FALSE(is_bank_card("6222021234567890127"));
    CHECK_FALSE(is_bank_card("1234567812345670"));  // Luhn holds, nobody issues it.
    CHECK_FALSE(is_bank_card("41 11 11 11 11 11 11 11"));
    CHECK(passes_luhn("1234567812345670"));
    CHECK_FALSE(passes_luhn(""));
    CHECK_FALSE(passes_luhn("12a4"));
}

TEST_CASE("a valid ID number is never a bank card") {
    constexpr std::string_view kBoth =
        "620102198506120553";  // Gansu; an issuer prefix, Luhn holds.
    REQUIRE(passes_luhn(kBoth));
    CHECK(is_cn_id(kBoth));
    CHECK_FALSE(is_bank_card(kBoth));
    CHECK(found_in(kBoth) == Found{"cn_id:620102198506120553"});
}

TEST_CASE("a mobile number has a prefix that is in use") {
    CHECK(is_cn_mobile("13812345678"));
    CHECK(is_cn_mobile("+86 138-1234-5678"));
    CHECK(is_cn_mobile("008619912345678"));
    CHECK_FALSE(is_cn_mobile("12812345678"));
    CHECK_FALSE(is_cn_mobile("15412345678"));
    CHECK_FALSE(is_cn_mobile("1381234567"));
    CHECK_FALSE(is_cn_mobile("138123456789"));
    CHECK_FALSE(is_cn_mobile("1 3 8 1 2 3 4 5 6 7 8"));
}

TEST_CASE("a unified social credit code needs its check character") {
    CHECK(is_uscc("91350100M000100Y43"));
    CHECK(is_uscc("91350100m000100y43"));
    CHECK_FALSE(is_uscc("91350100M000100Y44"));
    CHECK_FALSE(is_uscc("91350100I000100Y43"));
    CHECK_FALSE(is_uscc("91350100M000100Y4"));
}

TEST_CASE("passports, number plates and e-mail addresses have their shapes") {
    CHECK(is_passport("E12345678"));
    CHECK(is_passport("EJ1234567"));
    CHECK_FALSE(is_passport("EO1234567"));
    CHECK_FALSE(is_passport("E1234567"));
    CHECK_FALSE(is_passport("X12345678"));
    CHECK(is_plate("京A12345"));
    CHECK(is_plate("粤B·D12345"));
    CHECK(is_plate("沪A1234学"));
    CHECK_FALSE(is_plate("京AI2345"));
    CHECK_FALSE(is_plate("中A12345"));
    CHECK_FALSE(is_plate("京A123"));
    CHECK(is_email("zhang.san+1@mail.example.com"));
    CHECK_FALSE(is_email("zhang@example"));
    CHECK_FALSE(is_email(".zhang@example.com"));
    CHECK_FALSE(is_email("zhang@-example.com"));
    CHECK_FALSE(is_email("@example.com"));
}

TEST_CASE("personal data is found in running text, in order") {
    CHECK(found_in(
              "我的电话13812345678，身份证110101199003077715，车牌京A·12345。邮箱a.b@qq.com。") ==
          Found{"cn_mobile:13812345678",
                "cn_id:110101199003077715",
                "plate:京A·12345",
                "email:a.b@qq.com"});
    CHECK(found_in("卡号6222021234567890128转13812345678@139.com") ==
          Found{"bank_card:6222021234567890128", "email:13812345678@139.com"});
    CHECK(found_in("2026-03-01 138 1234 5678") == Found{"cn_mobile:138 1234 5678"});
    CHECK(found_in("护照E12345678，税号91350100M000100Y43") ==
          Found{"passport:E12345678", "uscc:91350100M000100Y43"});
    CHECK(found_in("wx13812345678") == Found{"cn_mobile:13812345678"});
}

TEST_CASE(
    "numbers in full width, circled or with invisible characters are found where they stand") {
    CHECK(found_in("电话１３８１２３４５６７８吧") == Found{"cn_mobile:１３８１２３４５６７８"});
    CHECK(found_in("138\u200b1234\u200b5678") == Found{"cn_mobile:138\u200b1234\u200b5678"});
    CHECK(found_in("①③⑧12345678") == Found{"cn_mobile:①③⑧12345678"});
    CHECK(found_in("138—1234—5678") == Found{"cn_mobile:138—1234—5678"});
    CHECK(found_in("a＠qq.com") == Found{"email:a＠qq.com"});
    CHECK(found_in("13812345678\u300013912345678") ==
          Found{"cn_mobile:13812345678", "cn_mobile:13912345678"});
}

TEST_CASE("numbers that are not personal data are left alone") {
    CHECK(found_in("订单202403150700123456，下单立减50元，客服热线400-820-8820").empty());
    CHECK(found_in("型号A1234567890123，2026年3月1日10:00").empty());
    CHECK(found_in("@客服03 你好@").empty());
    CHECK(found_in("").empty());
}

TEST_CASE("masking keeps just enough to agree on which number is meant") {
    CHECK(masked("打13812345678") == "打138****5678");
    CHECK(masked("+86 138 1234 5678") == "+86 138 **** 5678");
    CHECK(masked("110101199003077715") == "110***********7715");
    CHECK(masked("6222 0212 3456 7890 128") == "6222 **** **** ***0 128");
    CHECK(masked("京A·12345") == "京A·***45");
    CHECK(masked("E12345678") == "E*****678");
    CHECK(masked("zhangsan@example.com") == "z*******@example.com");
    CHECK(masked("a@example.com") == "*@example.com");
    CHECK(masked("１３８１２３４５６７８") == "１３８****５６７８");
}

TEST_CASE("masking keeps everything else byte for byte") {
    const std::string odd = "a\xff\xe4\xb8 1\x01\n，\xf0\x9f\x98\x80 50% off @";
    CHECK(masked(odd) == odd);
    CHECK(masked(odd + "13812345678" + odd) == odd + "138****5678" + odd);
    CHECK(masked("") == "");
}

TEST_CASE("a range that cuts a number shows only what the mask of the whole number shows") {
    constexpr std::string_view kText = "打13812345678，谢谢";
    CHECK(masked(kText, {3, 10}) == "138****");
    CHECK(masked(kText, {8, 14}) == "**5678");
    CHECK(masked(kText, {0, 6}) == "打138");
    CHECK(masked(kText, {14, 17}) == "，");
    CHECK(masked(kText, {20, 900}) == "谢");
    const std::string far = std::string(5000, '.') + "13812345678" + std::string(5000, '.');
    CHECK(masked(far, {4999, 5012}) == ".138****5678.");
}

TEST_CASE("whatever the text, spans are in order and masking a part agrees with masking all") {
    const std::vector<std::string> pieces = {"13812345678",
                                             "110101199003077715",
                                             "@",
                                             "a.b@qq.com",
                                             "京A·12345",
                                             " ",
                                             "-",
                                             "１３８",
                                             "6217001234567893",
                                             "1",
                                             "\xff",
                                             "，",
                                             "e3",
                                             "\u200b"};
    std::mt19937 random(5);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (int n = 0; n < 12; ++n) {
            text += pieces.at(random() % pieces.size());
        }
        std::size_t done = 0;
        for (const PersonalDataSpan& found : find_personal_data(text)) {
            REQUIRE(found.span.begin >= done);
            REQUIRE(found.span.end > found.span.begin);
            done = found.span.end;
        }
        REQUIRE(done <= text.size());
        const std::size_t cut = random() % (text.size() + 1);
        REQUIRE(masked(text, {0, cut}) + masked(text, {cut, text.size()}) == masked(text));
    }
}

TEST_CASE("the search stays linear on long runs") {
    const std::string digits(2'000'000, '4');
    CHECK(find_personal_data(digits).empty());
    std::string ats(2'000'000, '@');
    CHECK(find_personal_data(ats).empty());
    std::string dots;
    for (int i = 0; i < 300'000; ++i) {
        dots += "a.@";
    }
    CHECK(find_personal_data(dots).empty());
}

}  // namespace
}  // namespace suowen::text
