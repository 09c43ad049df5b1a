// SPDX-License-Identifier: Apache-2.0
#include "rules/document.h"

#include "catch.h"

namespace suowen::rules {
namespace {

Node parsed(std::string_view yaml) {
    Result<Node> document = parse_document(yaml, "a.yaml");
    INFO((document ? std::string() : document.error().message));
    REQUIRE(document);
    return std::move(*document);
}

Diagnostic problem_of(std::string_view yaml) {
    const Result<Node> document = parse_document(yaml, "a.yaml");
    REQUIRE_FALSE(document);
    CHECK(document.error().location.path == "a.yaml");
    return document.error();
}

TEST_CASE("nodes know their place in code points and whether they were quoted") {
    const Node document = parsed("规则: [甲, '乙', \"丙\"]\nb:\n  c: 1\nd: |-\n  x\n");
    REQUIRE(document.is_map());
    const Node& list = *document.find("规则");
    REQUIRE(list.items.size() == 3);
    CHECK(list.items[0].column == 6);
    CHECK_FALSE(list.items[0].was_quoted);
    CHECK(list.items[1].column == 9);
    CHECK(list.items[1].was_quoted);
    CHECK(list.items[2].text == "丙");
    CHECK(document.find("b")->find("c")->line == 3);
    CHECK(document.find("b")->find("c")->column == 6);
    CHECK(document.find("d")->is_block);
    CHECK(document.find("e") == nullptr);
}

TEST_CASE("a key twice is kept twice") {
    const Node document = parsed("a: 1\na: 2\n");
    REQUIRE(document.keys.size() == 2);
    CHECK(document.keys[1].line == 2);
}

TEST_CASE("an empty file is an empty map, with and without a byte order mark") {
    CHECK(parsed("").is_map());
    CHECK(parsed("# nothing\n").is_map());
    CHECK(parsed("\xEF\xBB\xBF"
                 "a: 1\n")
              .find("a")
              ->text == "1");
}

TEST_CASE("what is not YAML is told with its place") {
    const Diagnostic problem = problem_of("a: 1\nb: [1, 2\n");
    CHECK(problem.location.line >= 2);
    CHECK(problem.message.rfind("not valid YAML: ", 0) == 0);
    const Diagnostic indented = problem_of("a: 1\n  b: 2\n");
    CHECK(indented.location.line == 2);
    CHECK(indented.excerpt == "  b: 2");
}

TEST_CASE("anchors, aliases, tags and second documents are refused") {
    CHECK(problem_of("a: &x [1]\nb: *x\n").message == "anchors (&name) are not supported");
    CHECK(problem_of("a: !!binary aGk=\n").message ==
          "tags (tag:yaml.org,2002:binary) are not supported");
    const Diagnostic second = problem_of("a: 1\n---\nb: 1\n");
    CHECK(second.message == "more than one document in the file");
    CHECK(second.location.line >= 2);
}

TEST_CASE("nesting without end neither crashes nor takes long") {
    CHECK(problem_of(std::string(100000, '[')).location.line == 1);
    CHECK(problem_of(std::string(40, '[') + std::string(40, ']')).message == "nested too deeply");
    std::string map;
    for (int i = 0; i < 5000; ++i) {
        map += "{a: ";
    }
    CHECK(problem_of(map).location.line == 1);
    std::string steps;
    for (int i = 0; i < 2000; ++i) {
        steps += "- ";
    }
    CHECK(problem_of(steps).location.line == 1);
}

TEST_CASE("bytes that are no text are told with their place") {
    const Diagnostic broken = problem_of("a: 1\n规: \xFF\n");
    CHECK(broken.message == "not UTF-8");
    CHECK(broken.location.line == 2);
    CHECK(broken.location.column == 4);
    CHECK(problem_of("a: \x04\nb: 2\n").message == "a control character");
}

TEST_CASE("a packed document reads back the same") {
    const Node document = parsed("a: [1, 'two', {b: 三}]\nc: |-\n  text\nd:\n");
    const Node copy = unpack(pack(document));
    CHECK(pack(copy) == pack(document));
    CHECK(copy.find("a")->items[2].find("b")->text == "三");
    CHECK(copy.find("a")->items[1].was_quoted);
    CHECK(copy.find("d")->is_null());
}

}  // namespace
}  // namespace suowen::rules
