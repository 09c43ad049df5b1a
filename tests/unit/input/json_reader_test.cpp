// SPDX-License-Identifier: Apache-2.0
#include "input/json_reader.h"

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

}  // namespace
}  // namespace suowen::input
