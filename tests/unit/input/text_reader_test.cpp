// SPDX-License-Identifier: Apache-2.0
#include "input/text_reader.h"

#include "catch.h"
#include "input/chat_line.h"
#include "input/reading.h"

namespace suowen::input {
namespace {

// `role name: text` of each turn, one a line.
std::string turns_of(const Reading& reading) {
    std::string turns;
    for (const Conversation& conversation : reading.conversations) {
        for (const Turn& turn : conversation.turns) {
            turns += "CABS"[static_cast<int>(turn.role)];
            turns += " " + std::string(turn.name) + ": " + std::string(turn.text) + "\n";
        }
    }
    return turns;
}

TEST_CASE("separators name the conversations of a text log") {
    const Reading reading = read_text(
        "=== 会话 bank-01 ===\n"
        "客户 2026-03-11 09:02:10 +08:00\n"
        "年费多少？\n"
        "客服-林禾 2026-03-11 09:02:45 +08:00\n"
        "金卡300元，\n"
        "\n"
        "刷满6次免。\n"
        "\n"
        "=== 会话 bank-02 ===\n"
        "客户 2026-03-11 14:20:00 +08:00\n"
        "在吗\n");
    CHECK(reading.diagnostics.empty());
    REQUIRE(reading.conversations.size() == 2);
    CHECK(reading.conversations[0].id == "bank-01");
    CHECK(reading.conversations[1].id == "bank-02");
    CHECK(reading.conversations[1].source.line == 10);
    CHECK(turns_of(reading) ==
          "C 客户: 年费多少？\nA 客服-林禾: 金卡300元，\n\n刷满6次免。\nC 客户: 在吗\n");
    CHECK(reading.conversations[0].turns[0].time.at);
    CHECK(reading.conversations[0].turns[1].line == 4);
}

TEST_CASE("the usual ways to write name and time are understood") {
    const std::string expected = "C 客户: 在吗\nA 客服03: 在的\n";
    for (const char* text : {
             "2026-03-01 10:00:00 客户\n在吗\n2026-03-01 10:00:30 客服03\n在的\n",
             "客户 2026-03-01 10:00:00\n在吗\n\n客服03 2026-03-01 10:00:30\n在的\n",
             "客户 (2026/3/1 10:00)：在吗\n客服03 (2026/3/1 10:01)：在的\n",
             "[10:00] 客户: 在吗\n[10:01] 客服03: 在的\n",
             "2026-03-01 10:00:00 客户：在吗\n2026-03-01 10:00:30 客服03：在的\n",
             "1/3/26, 10:00 - 客户: 在吗\n1/3/26, 10:01 - 客服03: 在的\n",
             "[2026/03/01 上午10:00:00] 客户: 在吗\n[2026/03/01 下午1:00:30] 客服03: 在的\n",
             "客户：在吗\n客服03：在的\n",
             "客户: 在吗\r\n客服03: 在的\r\n",
         }) {
        INFO(text);
        const Reading reading = read_text(text);
        CHECK(turns_of(reading) == expected);
        CHECK(reading.diagnostics.empty());
    }
}

TEST_CASE("lines of a text that look like headers of another style are text") {
    const Reading reading = read_text(
        "2026-03-01 10:00:00 客户\n"
        "预约时间：\n"
        "2026-03-02 10:00 送货\n"
        "地址：南门\n"
        "-----\n"
        "谢谢\n"
        "2026-03-01 10:00:30 客服03\n"
        "好的\n");
    CHECK(turns_of(reading) ==
          "C 客户: 预约时间：\n2026-03-02 10:00 送货\n地址：南门\n-----\n谢谢\nA 客服03: 好的\n");
}

TEST_CASE("a ruler before a turn ends the conversation") {
    const Reading reading =
        read_text("客户：在吗\n客服：在的\n----------\n客户：在吗\n客服：您好\n");
    CHECK(reading.conversations.size() == 2);
}

TEST_CASE("the first speaker is the customer where no name tells") {
    CHECK(turns_of(read_text("Ben: hi\nRosa: hello\nBen: price?\nRosa: five\n")) ==
          "C Ben: hi\nA Rosa: hello\nC Ben: price?\nA Rosa: five\n");
}

TEST_CASE("what stands before the first turn is noted, not lost in silence") {
    const Reading reading = read_text(
        "消息记录\n消息对象:小李\n\n2023-11-15 6:13:20 小李(10001)\n发票？\n\n2023-11-15 16:14:25 "
        "客服小王\n好\n");
    CHECK(turns_of(reading) == "C 小李: 发票？\nA 客服小王: 好\n");
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::note);
    CHECK(reading.diagnostics[0].message == "2 lines before the first turn left out");
}

TEST_CASE("prose, server logs and settings are no chats") {
    for (const char* text :
         {"今天天气很好。\n我们去公园。\n",
          "2026-03-01 10:00:00 INFO started\n2026-03-01 10:00:01 INFO ready\n2026-03-01 10:00:02 "
          "WARN slow\n",
          "host: a\nport: 80\nurl: http://x\n",
          "# Title\n\nSome text: with a colon.\n"}) {
        INFO(text);
        CHECK(guess_chat_style(text).confidence == 0);
    }
}

TEST_CASE("separators are told from text") {
    CHECK(parse_separator("=== 会话 bank-01 ===") == "bank-01");
    CHECK(parse_separator("--- 对话ID：7 ---") == "7");
    CHECK(parse_separator("会话编号：C-9") == "C-9");
    CHECK(parse_separator("=== Conversation 12 ===") == "12");
    CHECK_FALSE(parse_separator("会话已结束"));
    CHECK_FALSE(parse_separator("- 一般来说"));
    CHECK_FALSE(parse_separator("客户：会话ID是多少"));
}

TEST_CASE("a conversation without end is read in parts, and the first is told") {
    const std::string words(10'000, 'x');
    std::string text = "=== 会话 A1 ===\n";
    for (int i = 0; i < 2000; ++i) {
        text += (i % 2 == 0 ? "客户：" : "客服：") + std::to_string(i) + words + "\n";
    }
    const Reading reading = read_text(text);
    REQUIRE(reading.conversations.size() == 3);
    CHECK(reading.conversations[0].id == "A1");
    CHECK(reading.conversations[1].id == "A1/2");
    CHECK(reading.conversations[2].id == "A1/3");
    CHECK(reading.conversations[0].is_cut_off);
    CHECK_FALSE(reading.conversations[2].is_cut_off);
    std::size_t turns = 0;
    for (const Conversation& conversation : reading.conversations) {
        turns += conversation.turns.size();
    }
    CHECK(turns == 2000);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::warning);
}

TEST_CASE("parts of captions, which have no id, are told too") {
    const std::string words(100'000, 'x');
    std::string text = "WEBVTT\n\n";
    for (int i = 0; i < 100; ++i) {
        text += "00:01.000 --> 00:03.000\n<v " + std::string(i % 2 == 0 ? "客户" : "客服") + ">" +
                std::to_string(i) + words + "\n\n";
    }
    const Reading reading = read_text(text);
    CHECK(reading.conversations.size() == 2);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::warning);
}

}  // namespace
}  // namespace suowen::input
