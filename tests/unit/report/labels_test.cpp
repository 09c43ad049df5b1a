// SPDX-License-Identifier: Apache-2.0
#include "report/labels.h"

#include "catch.h"

namespace suowen::report {
namespace {

Statute statute(std::string zh, std::string en, std::string article) {
    Statute out;
    out.law = {std::move(zh), std::move(en)};
    out.article = std::move(article);
    return out;
}

TEST_CASE("a statute is cited as its language cites laws") {
    const Statute law =
        statute("中华人民共和国消费者权益保护法", "Consumer Rights Protection Law", "第二十条");
    CHECK(citation(law, Language::zh) == "《中华人民共和国消费者权益保护法》第二十条");
    CHECK(citation(law, Language::en) == "Consumer Rights Protection Law, Art. 20");
    CHECK(citation(statute("关于适用《民法典》的解释", "", "第三条"), Language::zh) ==
          "《关于适用〈民法典〉的解释》第三条");
    CHECK(citation(statute("", "Some Law", "第三条"), Language::zh) == "Some Law, Art. 3");
}

TEST_CASE("article numbers are translated") {
    const auto english = [](std::string article) {
        return citation(statute("", "L", std::move(article)), Language::en).substr(3);
    };
    CHECK(english("第十条") == "Art. 10");
    CHECK(english("第二百五十三条之一") == "Art. 253-1");
    CHECK(english("第一千零二十四条第二款") == "Art. 1024 para. 2");
    CHECK(english("第一百一十条") == "Art. 110");
    CHECK(english("附件三") == "附件三");
    CHECK(english("第条") == "第条");
}

TEST_CASE("numbers are grouped, shares have one decimal") {
    CHECK(grouped(0) == "0");
    CHECK(grouped(999) == "999");
    CHECK(grouped(1204) == "1,204");
    CHECK(grouped(1234567) == "1,234,567");
    CHECK(percentage(81, 1000) == "8.1%");
    CHECK(percentage(0, 0) == "-");
    CHECK(counted(1, Noun::conversation, Language::en) == "1 conversation");
    CHECK(counted(1204, Noun::conversation, Language::zh) == "1,204 段对话");
    CHECK(duration_words(900, Language::en) == "15 minutes");
    CHECK(duration_words(3600, Language::zh) == "1 小时");
    CHECK(wait_words(Milliseconds(93'784'000), Language::en) == "1 d 2 h");
    CHECK(wait_words(Milliseconds(31'920'000), Language::zh) == "8 小时 52 分");
    CHECK(wait_words(Milliseconds(31'920'000), Language::en) == "8 h 52 min");
    CHECK(wait_words(Milliseconds(3'600'000), Language::zh) == "1 小时");
    CHECK(wait_words(Milliseconds(50'999), Language::en) == "50 seconds");
    CHECK(wait_words(Milliseconds(-1), Language::zh) == "0 秒");
}

}  // namespace
}  // namespace suowen::report
