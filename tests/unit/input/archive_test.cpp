// SPDX-License-Identifier: Apache-2.0
#include "input/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <vector>

#include "catch.h"
#include "input/archive_file.h"
#include "input/reading.h"
#include "input/temporary_folder.h"

namespace suowen::input {
namespace {

const std::string kOneLine = R"({"id":"a1","turns":[{"role":"customer","text":"保修几年？"}]})"
                             "\n";

std::string compressed(const std::string& bytes, int (*filter)(::archive*)) {
    std::string out(bytes.size() + 65536, '\0');
    std::size_t used = 0;
    ::archive* const archive = ::archive_write_new();
    ::archive_write_set_format_raw(archive);
    filter(archive);
    ::archive_write_set_bytes_in_last_block(archive, 1);
    ::archive_write_open_memory(archive, out.data(), out.size(), &used);
    ::archive_entry* const entry = ::archive_entry_new();
    ::archive_entry_set_filetype(entry, AE_IFREG);
    ::archive_write_header(archive, entry);
    ::archive_write_data(archive, bytes.data(), bytes.size());
    ::archive_entry_free(entry);
    ::archive_write_free(archive);
    return out.substr(0, used);
}

std::vector<std::string> sources_of(const Reading& reading) {
    std::vector<std::string> sources;
    for (const Conversation& conversation : reading.conversations) {
        sources.push_back(conversation.source.path);
    }
    return sources;
}

TEST_CASE("compressed files are read under their own name") {
    const TemporaryFolder folder;
    for (const auto filter : {::archive_write_add_filter_gzip,
                              ::archive_write_add_filter_bzip2,
                              ::archive_write_add_filter_xz,
                              ::archive_write_add_filter_zstd}) {
        const std::string bytes = compressed(kOneLine, filter);
        const std::string path = folder.write("packed", bytes);
        const Reading reading = read_paths({path});
        CHECK(reading.diagnostics.empty());
        CHECK(sources_of(reading) == std::vector<std::string>{path});
        CHECK(reading.counts.bytes == kOneLine.size());
        CHECK(sources_of(read_text(bytes)) == std::vector<std::string>{"-"});
    }
}

TEST_CASE("every file in an archive is a transcript of its own") {
    const TemporaryFolder folder;
    const Files files = {
        {"logs/", ""},
        {"logs/一.jsonl", kOneLine},
        {"logs/.hidden.jsonl", kOneLine},
        {"logs/two.jsonl.gz", compressed(kOneLine, ::archive_write_add_filter_gzip)},
        {"logs/image.png", std::string("\x89PNG\0\0\0\1\0\0", 10)},
        {"notes.txt", "nothing to see\n"}};
    for (const char* name : {"a.zip", "a.tar", "a.tar.gz"}) {
        const std::string path = folder.path(name);
        write_archive(path, files);
        const Reading reading = read_paths({path});
        CHECK(sources_of(reading) ==
              std::vector<std::string>{path + "!logs/一.jsonl", path + "!logs/two.jsonl.gz"});
        REQUIRE(reading.diagnostics.size() == 1);
        CHECK(reading.diagnostics[0].level == DiagnosticLevel::warning);
        CHECK(reading.diagnostics[0].location.path == path + "!notes.txt");
        CHECK(reading.counts.files == 2);
        CHECK(reading.counts.skipped_files == 3);
    }
}

TEST_CASE("only the names of hidden files begin with a dot") {
    const TemporaryFolder folder;
    const std::string path = folder.path("a.tar");
    write_archive(path,
                  {{"./a.jsonl", kOneLine},
                   {"../../b.jsonl", kOneLine},
                   {"../.c.jsonl", kOneLine},
                   {"./.d/e.jsonl", kOneLine}});
    const Reading reading = read_paths({path});
    CHECK(sources_of(reading) ==
          std::vector<std::string>{path + "!./a.jsonl", path + "!../../b.jsonl"});
    CHECK(reading.counts.skipped_files == 2);
}

TEST_CASE("archives hold archives") {
    const TemporaryFolder folder;
    const std::string inner = folder.path("inner.zip");
    write_archive(inner, {{"x.jsonl", kOneLine}});
    std::ifstream stream(inner, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const std::string outer = folder.path("outer.tar");
    write_archive(outer, {{"inner.zip", bytes}});
    CHECK(sources_of(read_paths({outer})) ==
          std::vector<std::string>{outer + "!inner.zip!x.jsonl"});
}

TEST_CASE("gzip data is compared with its checksum, and read all the same") {
    const TemporaryFolder folder;
    std::string bytes = compressed(kOneLine, ::archive_write_add_filter_gzip);
    const Reading two = read_paths({folder.write("two.gz", bytes + bytes + std::string(9, '\0'))});
    CHECK(two.conversations.size() == 2);
    CHECK(two.diagnostics.empty());

    constexpr std::size_t kTrailerBytes = 8;
    bytes[bytes.size() - kTrailerBytes] ^= 1;
    const Reading wrong = read_paths({folder.write("wrong.gz", bytes)});
    CHECK(wrong.conversations.size() == 1);
    REQUIRE(wrong.diagnostics.size() == 1);
    CHECK(wrong.diagnostics[0].message ==
          "the text is damaged or ends early: gzip: incorrect data check");
}

TEST_CASE("a damaged or useless archive is an error") {
    const TemporaryFolder folder;
    std::string lines;
    for (int i = 0; i < 100000; ++i) {
        lines += R"({"id":")" + std::to_string(i * 7919 % 10007) + R"(","turns":[]})" + "\n";
    }
    const std::string whole = compressed(lines, ::archive_write_add_filter_gzip);
    const Reading cut = read_paths({folder.write("cut.gz", whole.substr(0, whole.size() / 2))});
    CHECK(cut.conversations.size() > 100);
    REQUIRE_FALSE(cut.diagnostics.empty());
    CHECK(cut.diagnostics.back().message.find("ends early") != std::string::npos);

    const Reading garbage = read_paths({folder.write("x.zip", "PK\3\4 and no more")});
    REQUIRE(garbage.diagnostics.size() == 1);
    CHECK(garbage.diagnostics[0].level == DiagnosticLevel::error);

    write_archive(folder.path("none.zip"), {{"README.md", "nothing to see\n"}});
    const Reading none = read_paths({folder.path("none.zip")});
    REQUIRE(none.diagnostics.size() == 1);
    CHECK(none.diagnostics[0].message == "the archive holds no transcript");

    write_archive(folder.path("table.xlsx.zip"),
                  {{"[Content_Types].xml", "<x/>"}, {"sheet.xml", "<x/>"}});
    const Reading office = read_paths({folder.path("table.xlsx.zip")});
    REQUIRE(office.diagnostics.size() == 1);
    CHECK(office.diagnostics[0].message.find("Office") != std::string::npos);
}

// A table of two messages as a workbook whose elements are written with `prefix`, such as "x:".
void write_workbook(const std::string& path, const std::string& prefix) {
    std::string sheet = fmt::format(
        "<{0}worksheet xmlns{1}=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        "xmlns:y=\"urn:extension\"><{0}sheetData>",
        prefix,
        prefix.empty() ? "" : ":" + prefix.substr(0, prefix.size() - 1));
    int row = 0;
    for (const auto& [role, text] :
         {std::pair{"角色", "内容"}, {"客户", "几年"}, {"客服", "三年"}}) {
        sheet += fmt::format(
            "<{0}row r=\"{1}\"><{0}c t=\"inlineStr\"><{0}is><{0}t>{2}</{0}t></{0}is></{0}c>"
            "<{0}c t=\"inlineStr\"><{0}is><{0}t>{3}</{0}t></{0}is></{0}c></{0}row><y:row/>",
            prefix,
            ++row,
            role,
            text);
    }
    sheet += fmt::format("</{0}sheetData></{0}worksheet>", prefix);
    write_archive(path, {{"[Content_Types].xml", "<x/>"}, {"xl/worksheets/sheet1.xml", sheet}});
}

TEST_CASE("a workbook is read whatever prefix its elements have") {
    const TemporaryFolder folder;
    const std::string path = folder.path("table.xlsx.zip");
    for (const char* prefix : {"", "x:"}) {
        INFO(prefix);
        write_workbook(path, prefix);
        const Reading reading = read_paths({path});
        CHECK(reading.diagnostics.empty());
        CHECK(sources_of(reading) == std::vector<std::string>{path + "!sheet1"});
        REQUIRE(reading.conversations.size() == 1);
        REQUIRE(reading.conversations[0].turns.size() == 2);
        CHECK(reading.conversations[0].turns[1].text == "三年");
        CHECK(reading.conversations[0].turns[1].line == 3);
    }
}

TEST_CASE("a workbook in which nothing is found is an error where it was named") {
    const TemporaryFolder folder;
    for (const char* rows :
         {"", "<row r=\"1\"><c t=\"inlineStr\"><is><t>nothing to see</t></is></c></row>"}) {
        const std::string path = folder.path("table.xlsx.zip");
        write_archive(path,
                      {{"[Content_Types].xml", "<x/>"},
                       {"xl/worksheets/sheet1.xml",
                        fmt::format("<worksheet><sheetData>{}</sheetData></worksheet>", rows)}});
        const Reading named = read_paths({path});
        REQUIRE(named.diagnostics.size() == 1);
        CHECK(named.diagnostics[0].level == DiagnosticLevel::error);
        CHECK(named.diagnostics[0].message == "the workbook holds no transcript");
        CHECK(read_paths({folder.path()}).diagnostics.empty());
    }
}

}  // namespace
}  // namespace suowen::input
