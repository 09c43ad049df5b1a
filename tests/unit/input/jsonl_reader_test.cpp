// SPDX-License-Identifier: Apache-2.0
#include "input/native_reader.h"

#include "catch.h"
#include "input/reading.h"

namespace suowen::input {
namespace {

const std::string kOneLine =
    R"({"id":"a1","channel":"web","turns":[{"role":"customer","name":"王**","time":"2026-03-01T10:00:00+08:00","text":"保修几年？"},{"role":"agent","text":"三年"}]})"
    "\n";

TEST_CASE("a line of native JSON becomes a conversation") {
    const Reading reading = read_text(kOneLine);
    REQUIRE(reading.conversations.size() == 1);
    CHECK(reading.diagnostics.empty());
    const Conversation& conversation = reading.conversations[0];
    CHECK(conversation.id == "a1");
    CHECK(conversation.channel == "web");
    CHECK(conversation.source == SourceLocation{"-", 1, 0, 0});
    REQUIRE(conversation.turns.size() == 2);
    CHECK(conversation.turns[0].role == Role::customer);
    CHECK(conversation.turns[0].name == "王**");
    CHECK(conversation.turns[0].text == "保修几年？");
    CHECK(conversation.turns[0].time.at);
    CHECK(conversation.turns[1].role == Role::agent);
    CHECK(conversation.turns[1].line == 1);
    CHECK(conversation.turns[1].offset_bytes == kOneLine.find("{\"role\":\"agent"));
    CHECK(reading.counts.files == 1);
    CHECK(reading.counts.bytes == kOneLine.size());
}

TEST_CASE("escapes, numbers as ids and times, and keys in any order") {
    const Reading reading = read_text(
        "{\"turns\": [{\"text\": \"a\\\"b\\u4f60\\n\", \"extra\": {\"x\": [1, {}]}, \"time\": "
        "1772330400, \"role\": \"AGENT\"}], \"id\": 17 }\r\n");
    REQUIRE(reading.conversations.size() == 1);
    CHECK(reading.diagnostics.empty());
    const Conversation& conversation = reading.conversations[0];
    CHECK(conversation.id == "17");
    CHECK(conversation.turns[0].text == "a\"b你\n");
    CHECK(conversation.turns[0].role == Role::agent);
    CHECK(conversation.turns[0].time.at->instant.time_since_epoch() ==
          std::chrono::seconds(1772330400));
}

TEST_CASE("a broken line costs that line, and the diagnostic says where and why") {
    const Reading reading =
        read_text(kOneLine + "{\"id\": \"保\", \"turns\": [,]}\n" + kOneLine +
                  "{\"id\":\"c\"}\n[1]\n\n" + kOneLine + kOneLine.substr(0, 40));
    CHECK(reading.conversations.size() == 3);
    REQUIRE(reading.diagnostics.size() == 4);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::error);
    CHECK(reading.diagnostics[0].location.line == 2);
    CHECK(reading.diagnostics[0].location.column == 23);
    CHECK(reading.diagnostics[0].location.path == "-");
    CHECK(reading.diagnostics[0].message == "broken JSON: invalid value");
    CHECK(reading.diagnostics[1].message == "not a conversation: no \"turns\"");
    CHECK(reading.diagnostics[2].message == "not a conversation: no object");
    CHECK(reading.diagnostics[3].location.line == 8);
    CHECK(reading.counts.skipped_records == 4);
}

TEST_CASE("two objects on a line are not read as one") {
    const Reading reading = read_text(kOneLine + R"({"turns":[]} {"turns":[]})" + "\n");
    CHECK(reading.conversations.size() == 1);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].location.column == 14);
}

TEST_CASE("turns that cannot be used are left out and counted, the others stay") {
    const Reading reading = read_text(
        R"({"id":"a","turns":[{"role":"boss","text":"x"},{"text":"x"},{"role":"agent"},7,{"role":"bot","text":"y"}]})");
    REQUIRE(reading.conversations.size() == 1);
    REQUIRE(reading.conversations[0].turns.size() == 1);
    CHECK(reading.conversations[0].turns[0].role == Role::bot);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].message ==
          "turns[0] has the unknown role \"boss\", skipped; and 3 more turns");
    CHECK(reading.diagnostics[0].location.column == 20);
    CHECK(reading.counts.skipped_records == 4);
}

TEST_CASE("a message without words is an attachment") {
    const Reading reading = read_text(
        R"({"turns":[{"role":"customer","text":""},{"role":"customer","text":null},{"role":"agent","text":"[图片]"},{"role":"agent","text":"[图片]请看"}]})");
    REQUIRE(reading.conversations.size() == 1);
    CHECK(reading.conversations[0].id == "#1");
    const std::vector<Turn>& turns = reading.conversations[0].turns;
    REQUIRE(turns.size() == 4);
    CHECK(turns[0].kind == TurnKind::attachment);
    CHECK(turns[1].kind == TurnKind::attachment);
    CHECK(turns[2].kind == TurnKind::attachment);
    CHECK(turns[3].kind == TurnKind::text);
}

TEST_CASE("an unreadable time is noted once and never guessed") {
    const Reading reading = read_text(
        R"({"turns":[{"role":"agent","text":"x","time":"yesterday"},{"role":"agent","text":"x","time":"later"},{"role":"agent","text":"x","time":""}]})");
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::note);
    REQUIRE(reading.conversations.size() == 1);
    CHECK_FALSE(reading.conversations[0].turns[0].time.at);
}

TEST_CASE("a time without a zone has that of the options") {
    std::istringstream stream(
        R"({"id":"a","turns":[{"role":"agent","text":"x","time":"2026-03-01T10:00:00"}]})");
    InputOptions options;
    options.paths = {"-"};
    options.standard_input = &stream;
    options.read.zone = std::chrono::hours(8);
    const Reading reading = read_all(options);
    REQUIRE(reading.conversations.size() == 1);
    const TurnTime& time = reading.conversations[0].turns[0].time;
    REQUIRE(time.at);
    CHECK(time.at->offset == std::chrono::hours(8));
    CHECK(time.at->instant.time_since_epoch() == std::chrono::seconds(1'772'330'400));
}

TEST_CASE("a hundred thousand brackets are just another broken line") {
    const std::string deep(100000, '[');
    const Reading reading = read_text(kOneLine + deep + "\n{\"turns\":" + deep + "\n" + kOneLine);
    CHECK(reading.conversations.size() == 2);
    CHECK(reading.diagnostics.size() == 2);
}

TEST_CASE("a turn of millions of characters is read whole") {
    std::string text;
    for (int i = 0; i < 2'000'000; ++i) {
        text += "问";
    }
    const Reading reading =
        read_text(R"({"turns":[{"role":"customer","text":")" + text + "\"}]}\n" + kOneLine);
    REQUIRE(reading.conversations.size() == 2);
    CHECK((reading.conversations[0].turns[0].text == text));
}

}  // namespace
}  // namespace suowen::input
