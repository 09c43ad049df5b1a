// SPDX-License-Identifier: Apache-2.0
#include "input/conversation_stream.h"

#include <random>

#include "catch.h"
#include "input/reading.h"
#include "input/temporary_folder.h"

namespace suowen::input {
namespace {

const std::string kOneLine = R"({"id":"a1","turns":[{"role":"customer","text":"保修几年？"}]})"
                             "\n";

TEST_CASE("the file that the run writes to is not read") {
    const TemporaryFolder folder;
    folder.write("a.jsonl", kOneLine);
    folder.write("out.jsonl", kOneLine);
    const std::string out = folder.path() + "/out.jsonl";
    InputOptions options;
    options.output = identity_of_file(out);
    const auto read_with = [&](const std::string& path) {
        options.paths = {path};
        return read_all(options);
    };

    const Reading found = read_with(folder.path());
    CHECK(found.conversations.size() == 1);
    CHECK(found.counts.skipped_files == 1);
    REQUIRE(found.diagnostics.size() == 1);
    CHECK(found.diagnostics.front().level == DiagnosticLevel::warning);
    CHECK(found.diagnostics.front().location.path == out);

    const Reading named = read_with(out);
    CHECK(named.conversations.empty());
    REQUIRE(named.diagnostics.size() == 1);
    CHECK(named.diagnostics.front().level == DiagnosticLevel::error);
}

TEST_CASE("a file of rules is no transcript") {
    const TemporaryFolder folder;
    folder.write("rules.txt",
                 "version: 1\nrules:\n- id: HOU-001\n  title: 几天到\n客户：几天到\n客服：三天\n");
    const Reading reading = read_paths({folder.path()});
    CHECK(reading.conversations.empty());
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics.front().message == "is a file of rules, not a transcript");
}

TEST_CASE("reports that an earlier run wrote beside the logs are no transcripts") {
    const TemporaryFolder folder;
    folder.write("r.ndjson", "{\"type\":\"run\",\"schema\":\"suowen/1\",\"version\":\"0\"}\n");
    folder.write("r.md", "# suowen\n\n- customer: 几天到\n- agent: 三天\n- customer: 好\n");
    const std::string talk = "\n\n客户：几天到\n客服：三天\n客户：好\n";
    folder.write("en.txt", "suowen 0.1.0  builtin 269 rules" + talk);
    folder.write("zh.txt", "\x1b[1msuowen 0.1.0\x1b[0m  \x1b[2mbuiltin 1 条规则\x1b[0m" + talk);
    folder.write("r.xml", "<?xml version=\"1.0\"?>\n<a>\n客户：几天到\n客服：三天\n</a>\n");
    const Reading reading = read_paths({folder.path()});
    CHECK(reading.conversations.empty());
    for (const Diagnostic& diagnostic : reading.diagnostics) {
        CHECK(diagnostic.level == DiagnosticLevel::warning);
    }
}

TEST_CASE("a chat of somebody whose name is suowen is a transcript") {
    const TemporaryFolder folder;
    folder.write("a.txt", "suowen 2026-03-01 10:00:00\n几天到\n\n客服 2026-03-01 10:01:00\n三天\n");
    CHECK(read_paths({folder.path()}).conversations.size() == 1);
}

TEST_CASE("files in folders that are no transcripts are passed over") {
    const TemporaryFolder folder;
    folder.write("b.jsonl", kOneLine);
    folder.write("a/deep.jsonl", kOneLine);
    folder.write(".hidden.jsonl", kOneLine);
    folder.write("empty.jsonl", "");
    folder.write("notes.txt", "nothing to see\n");
    folder.write("README.md", "nothing to see\n");
    folder.write("image.png", std::string("\x89PNG\0\0\0\1\0\0", 10));
    folder.write("damaged.txt", std::string(1000, '\0'));
    const Reading reading = read_paths({folder.path()});
    REQUIRE(reading.conversations.size() == 2);
    CHECK(reading.conversations[0].source.path == folder.path("a/deep.jsonl"));
    CHECK(reading.conversations[1].source.path == folder.path("b.jsonl"));
    REQUIRE(reading.diagnostics.size() == 2);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::warning);
    CHECK(reading.diagnostics[0].location.path == folder.path("damaged.txt"));
    CHECK(reading.diagnostics[0].message == "not a transcript: binary data");
    CHECK(reading.diagnostics[1].level == DiagnosticLevel::warning);
    CHECK(reading.diagnostics[1].location.path == folder.path("notes.txt"));
    CHECK(reading.counts.files == 2);
    CHECK(reading.counts.skipped_files == 6);
    CHECK(reading.counts.bytes == 2 * kOneLine.size());
}

TEST_CASE("a file asked for by name must be a transcript, but may be empty") {
    const TemporaryFolder folder;
    const Reading reading = read_paths({folder.write("notes.md", "nothing to see\n"),
                                        folder.write("empty.jsonl", ""),
                                        folder.path("missing.jsonl"),
                                        folder.write("a.jsonl", kOneLine)});
    CHECK(reading.conversations.size() == 1);
    REQUIRE(reading.diagnostics.size() == 3);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::error);
    CHECK(reading.diagnostics[0].help.find("--input-format") != std::string::npos);
    CHECK(reading.diagnostics[1].level == DiagnosticLevel::warning);
    CHECK(reading.diagnostics[1].message == "is empty");
    CHECK(reading.diagnostics[2].level == DiagnosticLevel::error);
    CHECK(reading.counts.skipped_files == 3);
}

TEST_CASE("a file asked for by name in which nothing is found is an error") {
    const TemporaryFolder folder;
    const std::string chat =
        folder.write("chat.json", R"({"id":1,"date_unixtime":"","from_id":"","messages":[]})");
    const Reading named = read_paths({chat});
    REQUIRE(named.diagnostics.size() == 1);
    CHECK(named.diagnostics[0].level == DiagnosticLevel::error);
    // What `slack/*` names along with the messages is no loss.
    const Reading users =
        read_paths({folder.write("users.json", R"([{"id":"U1","real_name":"Li","name":"li"}])")});
    REQUIRE(users.diagnostics.size() == 1);
    CHECK(users.diagnostics[0].level == DiagnosticLevel::warning);
    // A day without any talk.
    const Reading header = read_paths({folder.write("day.csv", "角色,内容\n")});
    REQUIRE(header.diagnostics.size() == 1);
    CHECK(header.diagnostics[0].level == DiagnosticLevel::warning);
    CHECK(header.diagnostics[0].message == "has a header, but no rows");
}

TEST_CASE("random bytes are refused, under any format") {
    std::mt19937 random(7);
    std::string bytes;
    for (int i = 0; i < 300'000; ++i) {
        bytes += static_cast<char>(random() & 0xFFU);
    }
    const Reading guessed = read_text(bytes);
    REQUIRE(guessed.diagnostics.size() == 1);
    CHECK(guessed.diagnostics[0].message == "not a transcript: binary data");
    CHECK(guessed.diagnostics[0].help == "export the conversations as text, JSON, CSV or XLSX");
    for (const FormatInfo& format : formats()) {
        INFO(format.name);
        const Reading reading = read_text(bytes, std::string(format.name));
        CHECK(reading.diagnostics.size() > 0);
    }
}

TEST_CASE("every cut of a file is read without a crash, and its damage is told") {
    const std::string text = "会话ID,角色,消息内容\na,客户,\"在\n吗\"\na,客服,好\n";
    const std::string document =
        "[{\"id\":\"a\",\"turns\":[{\"role\":\"agent\",\"text\":\"\\u4f60\"}]}]";
    for (const auto& [whole, format] : {std::pair{text, "csv"},
                                        {document, "json"},
                                        {kOneLine, "jsonl"},
                                        {std::string("客户 2026-03-01 10:00\n在吗\n"), "text"}}) {
        for (std::size_t size = 0; size <= whole.size(); ++size) {
            const Reading reading = read_text(whole.substr(0, size), format);
            CHECK(reading.conversations.size() <= 1);
        }
    }
}

TEST_CASE("all formats are listed, and one that is named is taken without a look") {
    std::string names;
    for (const FormatInfo& format : formats()) {
        names += std::string(format.name) + " ";
    }
    CHECK(names.starts_with("jsonl json csv text "));
    CHECK(names.find(" wecom ") != std::string::npos);
    CHECK(read_text("{\"id\": 1}\n", "jsonl").counts.skipped_records == 1);
    CHECK(read_text(kOneLine, "json").conversations.size() == 1);
}

}  // namespace
}  // namespace suowen::input
