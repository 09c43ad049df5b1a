// SPDX-License-Identifier: Apache-2.0
#include "input/json_splitter.h"

#include <sstream>

#include "catch.h"

namespace suowen::input {
namespace {

struct Split {
    std::vector<std::string> pieces;
    std::string damage;
};

Split split(const std::string& json, const std::vector<std::string_view>& paths) {
    std::istringstream in(json);
    LineReader lines(open_stream(in), "a.json", "UTF-8");
    JsonSplitter splitter(lines, paths);
    Split result;
    while (const std::optional<JsonPiece> piece = splitter.next()) {
        result.pieces.emplace_back(piece->text);
    }
    result.damage = splitter.damage() ? splitter.damage()->message : "";
    return result;
}

using Texts = std::vector<std::string>;

TEST_CASE("values at a path are cut out, whatever stands around them") {
    CHECK(split(R"({"a":[{"x":"}]\""},2,"s",[3],null],"b":{"a":[9]}})", {"/a/*"}).pieces ==
          Texts{R"({"x":"}]\""})", "2", R"("s")", "[3]", "null"});
    CHECK(split(R"({"id":7,"m":[1]})", {"/id", "/m/*"}).pieces == Texts{"7", "1"});
    CHECK(split(R"([{"m":[1,2]},{"m":[3]}])", {"/*/m/*"}).pieces == Texts{"1", "2", "3"});
    CHECK(split(R"( {"a":1} )", {""}).pieces == Texts{R"({"a":1})"});
    CHECK(split(R"({"a":{"b":true}})", {"/b"}).pieces.empty());
}

TEST_CASE("a document that is cut off or broken keeps the values before") {
    const Split cut = split(R"({"m":[{"t":1},{"t":)", {"/m/*"});
    CHECK(cut.pieces == Texts{R"({"t":1})"});
    CHECK(cut.damage == "broken JSON: the document is cut off");
    CHECK(split(R"({"m":[1,2}})", {"/m/*"}).pieces == Texts{"1", "2"});
    CHECK(split(R"({"m":[1,2}})", {"/m/*"}).damage ==
          "broken JSON: a bracket closes what was not opened");
    CHECK_FALSE(split(std::string(2000, '['), {"/m"}).damage.empty());
    CHECK(split("{\"a\":\"x\ny\"}", {"/a"}).damage == "broken JSON: a string is not closed");
}

TEST_CASE("places are those of the value") {
    std::istringstream in("{\n \"m\": [\n  {\"t\":1},\n  {\"t\":2}]}");
    LineReader lines(open_stream(in), "a.json", "UTF-8");
    JsonSplitter splitter(lines, {"/m/*"});
    const auto first = splitter.next();
    REQUIRE(first);
    CHECK(first->line == 3);
    CHECK(first->offset_bytes == 12);
    const auto second = splitter.next();
    REQUIRE(second);
    CHECK(second->line == 4);
    CHECK(second->indices == std::vector<std::size_t>{1});
}

}  // namespace
}  // namespace suowen::input
