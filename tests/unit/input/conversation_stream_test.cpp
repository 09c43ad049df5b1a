// SPDX-License-Identifier: Apache-2.0
#include "input/conversation_stream.h"

#include <sstream>

#include "catch.h"
#include "input/reading.h"
#include "input/temporary_folder.h"

namespace suowen::input {
namespace {

constexpr const char* kOneLine =
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
    CHECK(conversation.turns[1].offset_bytes ==
          std::string_view(kOneLine).find("{\"role\":\"agent"));
    CHECK(reading.counts.files == 1);
    CHECK(reading.counts.bytes == std::string_view(kOneLine).size());
}

TEST_CASE("a broken line costs that line") {
    const Reading reading = read_text(std::string(kOneLine) + "{\"id\": \"b\", \"turns\": [,]}\n" +
                                      kOneLine + "{\"id\":\"c\"}\n[1]\n" + kOneLine);
    CHECK(reading.conversations.size() == 3);
    REQUIRE(reading.diagnostics.size() == 3);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::error);
    CHECK(reading.diagnostics[0].location.line == 2);
    CHECK(reading.diagnostics[0].location.column == 23);
    CHECK(reading.diagnostics[0].message == "broken JSON: invalid value");
    CHECK(reading.diagnostics[1].message == "not a conversation: no \"turns\"");
    CHECK(reading.diagnostics[2].message == "not a conversation: no object");
    CHECK(reading.counts.skipped_records == 3);
}

TEST_CASE("folders are read by name, and what is no transcript is passed over") {
    const TemporaryFolder folder;
    folder.write("b.jsonl", kOneLine);
    folder.write("a/deep.jsonl", kOneLine);
    folder.write(".hidden.jsonl", kOneLine);
    folder.write("notes.txt", "nothing to see\n");
    folder.write("README.md", "nothing to see\n");
    folder.write("image.txt", std::string("\x89PNG\0\0\0\1\0\0", 10));
    const Reading reading = read_paths({folder.path()});
    REQUIRE(reading.conversations.size() == 2);
    CHECK(reading.conversations[0].source.path == folder.path("a/deep.jsonl"));
    CHECK(reading.conversations[1].source.path == folder.path("b.jsonl"));
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::warning);
    CHECK(reading.diagnostics[0].location.path == folder.path("notes.txt"));
    CHECK(reading.counts.skipped_files == 4);
}

}  // namespace
}  // namespace suowen::input
