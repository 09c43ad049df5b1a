// SPDX-License-Identifier: Apache-2.0
#include "input/native_reader.h"

#include "catch.h"
#include "input/reading.h"

namespace suowen::input {
namespace {

TEST_CASE("a document is a conversation, a list of them, or holds such a list") {
    const std::string one =
        "{\n \"id\": \"a\",\n \"turns\": [\n  {\"role\": \"agent\",\n   \"text\": \"x\"}\n ]\n}";
    for (const std::string& text :
         {one, "[\n" + one + "]\n", "{\"version\": 1, \"conversations\":\n[" + one + "]}"}) {
        INFO(text);
        const Reading reading = read_text(text);
        CHECK(reading.diagnostics.empty());
        REQUIRE(reading.conversations.size() == 1);
        CHECK(reading.conversations[0].id == "a");
        REQUIRE(reading.conversations[0].turns.size() == 1);
        const Turn& turn = reading.conversations[0].turns[0];
        CHECK(turn.offset_bytes == text.find("{\"role"));
        CHECK(turn.line == (text == one ? 4 : 5));
    }
}

TEST_CASE("elements that are no conversation are left out") {
    const Reading reading =
        read_text("[{\"id\":\"a\",\"turns\":[]},\n7,\n{\"x\":1},\n{\"id\":\"b\",\"turns\":[]}]");
    CHECK(reading.conversations.size() == 2);
    REQUIRE(reading.diagnostics.size() == 2);
    CHECK(reading.diagnostics[0].location.line == 2);
    CHECK(reading.diagnostics[1].location.line == 3);
    CHECK(reading.counts.skipped_records == 2);
}

TEST_CASE("a broken document is read up to the break") {
    const Reading reading =
        read_text("[{\"id\":\"a\",\"turns\":[]},\n{\"id\":\"b\" \"turns\":[]}]");
    CHECK(reading.conversations.size() == 1);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].location.line == 2);
    CHECK(reading.diagnostics[0].location.column == 11);
}

TEST_CASE("a document that is cut off is an error") {
    const Reading reading = read_text("[{\"id\":\"a\",\"turns\":[]},\n{\"id\":\"b\", \"tu");
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::error);
}

TEST_CASE("a broken element of a list costs itself") {
    const Reading reading = read_text(
        "[{\"id\":\"a\",\"turns\":[]},\n  {\"id\":\"b\" "
        "\"turns\":[]},\n{\"id\":\"c\",\"turns\":[]}]");
    REQUIRE(reading.conversations.size() == 2);
    CHECK(reading.conversations[1].id == "c");
    CHECK(reading.conversations[1].source.line == 3);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].location.line == 2);
    CHECK(reading.diagnostics[0].location.column == 13);
    CHECK(reading.counts.skipped_records == 1);
}

TEST_CASE("the column is not told where the line begins with something else") {
    const Reading reading = read_text("[{\"id\":\"客\",\"turns\":[]}, {\"id\" \"turns\":[]}]");
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].location.line == 1);
    CHECK(reading.diagnostics[0].location.column == 0);
}

TEST_CASE("an open string costs what stands behind it alone") {
    const Reading reading =
        read_text("[\n{\"id\":\"a\",\"turns\":[]},\n{\"id\":\"b,\"turns\":[]},\n{}]");
    REQUIRE(reading.conversations.size() == 1);
    CHECK(reading.conversations[0].id == "a");
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].location.line == 3);
}

TEST_CASE("what follows a document is not left out in silence") {
    const std::string one = "{\"id\":\"a\",\"turns\":[]}";
    for (const std::string& text : {one + one, "[" + one + "]\n[" + one + "]\n"}) {
        INFO(text);
        const Reading reading = read_text(text);
        CHECK(reading.conversations.size() == 1);
        REQUIRE(reading.diagnostics.size() == 1);
        CHECK(reading.diagnostics[0].level == DiagnosticLevel::error);
        CHECK(reading.diagnostics[0].message == "broken JSON: more than one document");
        CHECK(reading.counts.skipped_records == 1);
    }
}

TEST_CASE("half of a surrogate pair is replaced, in documents and in lines") {
    const std::string first = R"({"id":"a","turns":[{"role":"agent","text":"好\\ud83d \ud83d"}]})";
    const std::string second =
        R"({"id":"b","turns":[{"role":"agent","text":"\ude00\ud83d\ude00"}]})";
    for (const std::string& text : {"[" + first + ",\n" + second + "]", first + "\n" + second}) {
        INFO(text);
        const Reading reading = read_text(text);
        REQUIRE(reading.conversations.size() == 2);
        CHECK(reading.conversations[0].turns[0].text == "好\\ud83d \uFFFD");
        CHECK(reading.conversations[1].turns[0].text == "\uFFFD\U0001F600");
        CHECK(reading.conversations[1].turns[0].offset_bytes ==
              text.find("{\"role", text.find("\"b\"")));
        REQUIRE(reading.diagnostics.size() == 1);
        CHECK(reading.diagnostics[0].level == DiagnosticLevel::note);
        CHECK(reading.diagnostics[0].location.line == 1);
        CHECK(reading.counts.skipped_records == 0);
    }
}

TEST_CASE("a long document with a turn on each line is no list of lines") {
    std::string text = "{\"id\":\"a\",\"turns\":[{\"role\":\"customer\",\"text\":\"x\"}";
    while (text.size() < 2 * LineReader::kHeadBytes) {
        text += ",\n{\"role\":\"agent\",\"text\":\"y\"}";
    }
    const Reading reading = read_text(text + "]}\n");
    CHECK(reading.conversations.size() == 1);
    CHECK(reading.diagnostics.empty());
}

}  // namespace
}  // namespace suowen::input
