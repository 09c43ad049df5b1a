// SPDX-License-Identifier: Apache-2.0
// What exports of single products hold that misled their readers: one test a trap.
#include "catch.h"
#include "input/line_reader.h"
#include "input/reading.h"
#include "input/said_in.h"

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

}  // namespace
}  // namespace suowen::input
