// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "catch.h"
#include "input/read_options.h"
#include "input/reading.h"
#include "input/temporary_folder.h"

namespace suowen::input {
namespace {

constexpr const char* kTable =
    "会话号,发送时间,昵称,正文\n"
    "1,2026-03-01 10:00:00,张三,保修几年\n"
    "1,2026-03-01 10:00:30,客服小王,整机三年\n";
constexpr const char* kNested =
    R"({"data":[{"log":[{"at":"2026-03-01T10:00:00+08:00","from":{"name":"张三"},"body":"几年"},)"
    R"({"at":"2026-03-01T10:00:10+08:00","from":{"name":"客服小王"},"body":"两年"}]}]})";
constexpr const char* kTableMap = "time=发送时间,sender=昵称,text=正文,conversation=会话号";
constexpr const char* kNestedMap = "messages=/data/*/log/*,time=/at,sender=/from/name,text=/body";

Reading read_mapped(const std::string& path, const std::vector<std::string>& maps) {
    InputOptions options;
    options.paths = {path};
    for (const std::string& map : maps) {
        options.read.maps.push_back(field_map_from(map).value());
    }
    return read_all(std::move(options));
}

TEST_CASE("a map is fields by name, perhaps with a name of its own") {
    CHECK(field_map_from(kTableMap)->text == "正文");
    CHECK(field_map_from(kTableMap)->name.empty());
    CHECK(field_map_from(std::string("desk: ") + kTableMap)->name == "desk");
    CHECK_FALSE(field_map_from("desk").has_value());
    CHECK_FALSE(field_map_from("time=a,sender=b").has_value());  // Which text?
    CHECK_FALSE(field_map_from("text=a").has_value());           // Whose?
    CHECK_FALSE(field_map_from("text=a,sender=b,shoe=c").has_value());
}

TEST_CASE("each file of a folder is read with the map that fits it") {
    const TemporaryFolder folder;
    folder.write("a.csv", kTable);
    folder.write("b.json", kNested);
    folder.write("c.jsonl", R"({"id":"n","turns":[{"role":"customer","text":"在吗"}]})");
    const Reading reading = read_mapped(
        folder.path(), {std::string("api:") + kNestedMap, std::string("desk:") + kTableMap});
    CHECK(reading.diagnostics.empty());
    REQUIRE(reading.conversations.size() == 3);
    CHECK(reading.conversations[0].turns.at(1).text == "整机三年");
    CHECK(reading.conversations[1].turns.at(1).text == "两年");
    CHECK(reading.conversations[1].turns.at(1).role == Role::agent);
    CHECK(reading.conversations[2].id == "n");
}

TEST_CASE("a map that was asked for and does not fit is told") {
    const TemporaryFolder folder;
    const std::string path =
        folder.write("c.jsonl", R"({"id":"n","turns":[{"role":"customer","text":"在吗"}]})");
    const Reading reading = read_mapped(path, {kTableMap});
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::warning);
    CHECK(reading.conversations.size() == 1);
}

// The sessions of two customers, `first` and `last` in front of and behind their messages.
std::string two_sessions(std::string_view first, std::string_view last) {
    const auto session = [&](int number, std::string_view name) {
        const auto id = [&](std::string_view key) {
            return key.empty() ? std::string() : fmt::format(R"("{}":"s{}")", key, number);
        };
        return fmt::format(
            R"({{{}{}"log":[{{"from":{{"name":"{}"}},"body":"When?","at":1700000000}},)"
            R"({{"from":{{"name":"Support"}},"body":"Soon","at":1700000009}}]{}{}}})",
            id(first),
            first.empty() ? "" : ",",
            name,
            last.empty() ? "" : ",",
            id(last));
    };
    return fmt::format(R"({{"data":[{},{}]}})", session(1, "Li"), session(2, "Ann"));
}

TEST_CASE("the id of a conversation may stand around its messages") {
    const TemporaryFolder folder;
    const std::string map = std::string(kNestedMap) + ",conversation=/session";
    for (const auto& [first, last] : {std::pair{"session", ""}, {"", "session"}}) {
        INFO(first);
        const Reading reading =
            read_mapped(folder.write("a.json", two_sessions(first, last)), {map});
        CHECK(reading.diagnostics.empty());
        CHECK(ids_in(reading) == "s1:2 s2:2");
    }
    const std::string one = R"({"session":"s","log":[{"who":"客户","say":"几年"}]})";
    CHECK(ids_in(read_mapped(folder.write("a.json", one),
                             {"messages=/log/*,sender=who,text=say,conversation=session"})) ==
          "s:1");
}

TEST_CASE("the talk of different customers is not mixed where the id of a map is nowhere") {
    const TemporaryFolder folder;
    const std::string path = folder.write("a.json", two_sessions("", ""));
    const Reading reading = read_mapped(path, {std::string(kNestedMap) + ",conversation=/session"});
    CHECK(ids_in(reading) == "#1:2 #1.1:2");
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::warning);
    CHECK(reading.diagnostics[0].message.starts_with("\"/session\", the conversation of the map"));
    // Without a word about conversations, each list is one.
    CHECK(ids_in(read_mapped(path, {kNestedMap})) == "#1:2 #1.1:2");
    // A path to what holds the messages does not swallow them.
    CHECK(ids_in(read_mapped(path, {std::string(kNestedMap) + ",conversation=/data"})) ==
          "#1:2 #1.1:2");
}

TEST_CASE("a table without the column for conversations that a map names is told of") {
    const TemporaryFolder folder;
    const Reading reading =
        read_mapped(folder.write("a.csv", kTable), {"sender=昵称,text=正文,conversation=会话编号"});
    CHECK(reading.conversations.size() == 1);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].message == "no column \"会话编号\", the conversation of the map");
}

TEST_CASE("a flag of a map is read in words, and refused in words that say neither") {
    const TemporaryFolder folder;
    const std::string path = folder.write("a.json",
                                          R"([{"who":"Li","mine":"否","body":"怎么开票"},)"
                                          R"({"who":"Wang","mine":"是","body":"下单时勾选"},)"
                                          "\n"
                                          R"({"who":"Wang","mine":"vielleicht","body":"好"},)"
                                          R"({"who":"Li","mine":false,"body":"谢谢"}])");
    const Reading reading = read_mapped(path, {"sender=who,text=body,self=mine"});
    REQUIRE(reading.conversations.size() == 1);
    const std::vector<Turn>& turns = reading.conversations[0].turns;
    REQUIRE(turns.size() == 3);
    CHECK(turns[0].role == Role::customer);
    CHECK(turns[1].role == Role::agent);
    CHECK(turns[2].role == Role::customer);
    REQUIRE_FALSE(reading.diagnostics.empty());
    CHECK(reading.diagnostics[0].message == "\"vielleicht\" is neither yes nor no, skipped");
    CHECK(reading.diagnostics[0].location.line == 2);
    CHECK(reading.counts.skipped_records == 1);
}

}  // namespace
}  // namespace suowen::input
