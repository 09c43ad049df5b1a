// SPDX-License-Identifier: Apache-2.0
// What exports of single products hold that misled their readers: one test a trap.
#include "catch.h"
#include "input/line_reader.h"
#include "input/reading.h"
#include "input/said_in.h"
#include "input/speaker.h"

namespace suowen::input {
namespace {

TEST_CASE("trap: a whole document on one line is no JSON Lines record") {
    CHECK(said_in(read_text(
              R"({"chatlab":{"version":"0.0.2"},"meta":{"name":"客户-小李","ownerId":"k"},)"
              R"("messages":[{"sender":"c","accountName":"小李","type":0,"content":"几年"},)"
              R"({"sender":"k","accountName":"小王","type":0,"content":"三年"}]})")) ==
          "customer 几年 | agent 三年");
    CHECK(said_in(read_text(
              R"({"chatInfo":{"name":"小李","selfUin":"2"},"messages":[)"
              R"({"sender":{"uin":"1","name":"小李"},"content":{"text":"几年"},"recalled":false},)"
              R"({"sender":{"uin":"2","name":"小王"},"content":{"text":"三年"}}]})")) ==
          "customer 几年 | agent 三年");
}

TEST_CASE("trap: the first record of JSON Lines is longer than what is looked at") {
    const std::string words(LineReader::kHeadBytes, 'x');
    const Reading reading = read_text(
        R"({"messages":[{"role":"user","content":")" + words + "\"}]}\n" +
        R"({"messages":[{"role":"user","content":"几年"},{"role":"assistant","content":"三年"}]})");
    REQUIRE(reading.conversations.size() == 2);
    CHECK(said_in(reading.conversations[1]) == "customer 几年 | bot 三年");
}

TEST_CASE("trap: what a reply in a chatlog text quotes is not said again") {
    const std::string question = "小李(wxid_cust01) 11-15 06:13:20\n发票怎么开？\n\n";
    CHECK(said_in(read_text(question + "我 11-15 06:14:25\n"
                                       "> 小李(wxid_cust01) 11-15 06:13:20\n"
                                       "> 发票怎么开？\n"
                                       "> 急\n"
                                       "提供抬头即可\n")) ==
          "customer 发票怎么开？ | agent 提供抬头即可");
    CHECK(said_in(read_text(question + "我 11-15 06:14:25\n> [引用]\n提供抬头即可\n")) ==
          "customer 发票怎么开？ | agent 提供抬头即可");
    // What nobody said before is no quote.
    CHECK(said_in(read_text(question + "我 11-15 06:14:25\n> 5 个工作日\n以内\n")) ==
          "customer 发票怎么开？ | agent > 5 个工作日\n以内");
}

TEST_CASE("trap: what a chatlog text forwards is read by its title") {
    CHECK(said_in(read_text("小李(wxid_cust01) 11-15 06:13:20\n怎么开？\n\n"
                            "小王(我) 11-15 06:14:25\n"
                            "[合并转发|群聊的聊天记录]\n"
                            "  小李 11-14 06:13:20\n"
                            "  我要投诉\n\n"
                            "  小张 11-14 06:13:25\n"
                            "  我也要\n\n")) == "customer 怎么开？ | agent 群聊的聊天记录");
}

TEST_CASE("trap: pictures and recordings in a chatlog text are attachments, links their titles") {
    const Reading reading = read_text(
        "小李(wxid_cust01) 11-15 06:13:20\n![图片](http://127.0.0.1:5030/image/0123,image/0)\n\n"
        "我 11-15 06:14:25\n[语音](http://127.0.0.1:5030/voice/7401289)\n\n"
        "我 11-15 06:14:30\n[文件|发票 (1).pdf](http://127.0.0.1:5030/file/01)\n\n"
        "我 11-15 06:14:40\n[链接|保修 [两年] 说明](https://a.example/b(c))\n\n");
    REQUIRE(reading.conversations.size() == 1);
    const std::vector<Turn>& turns = reading.conversations[0].turns;
    REQUIRE(turns.size() == 4);
    CHECK(turns[0].kind == TurnKind::attachment);
    CHECK(turns[1].kind == TurnKind::attachment);
    CHECK(turns[2].kind == TurnKind::attachment);
    CHECK(turns[3].kind == TurnKind::text);
    for (const char* call : {"[语音通话]", "[红包]", "[GIF表情]"}) {
        CHECK(kind_of(call) == TurnKind::attachment);
    }
    CHECK(turns[3].text == "保修 [两年] 说明");
}

TEST_CASE("trap: the group in a header of a chatlog text is no part of the name") {
    const Reading reading = read_text(
        "小李(wxid_cust01) [售后群(123@chatroom)] 11-15 06:13:20\n发票怎么开？\n\n"
        "小赵(wxid_cust03) [团购群(456@chatroom)] 11-15 06:13:25\n几点发货\n\n"
        "我 [售后群(123@chatroom)] 11-15 06:14:25\n请提供抬头\n\n"
        "小张(wxid_cust02) [售后群(123@chatroom)] 11-15 06:15:20\n我也要\n\n"
        "我 [团购群(456@chatroom)] 11-15 06:16:25\n四点\n\n");
    CHECK(said_in(reading) ==
          "customer 发票怎么开？ | agent 请提供抬头 | customer 我也要 || customer 几点发货 | agent "
          "四点");
    REQUIRE(reading.conversations.size() == 2);
    CHECK(reading.conversations[0].id == "123@chatroom");
    CHECK(reading.conversations[0].turns.at(0).name == "小李");
}

}  // namespace
}  // namespace suowen::input
