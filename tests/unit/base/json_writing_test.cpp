// SPDX-License-Identifier: Apache-2.0
#include "base/json_writing.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "catch.h"

namespace suowen {
namespace {

std::string written(std::string_view key, std::string_view value) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writer.StartObject();
    write(writer, key, value);
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

TEST_CASE("what a terminal would act on is escaped in keys and values") {
    CHECK(written("a\u202e", "\u0085\u009b31m\x7f\x1b \"保修\"\u2066\u061c") ==
          R"({"a\u202e":"\u0085\u009b31m\u007f\u001B \"保修\"\u2066\u061c"})");
}

TEST_CASE("escapes change nothing of what is read back") {
    const std::string text = "\u009b31m “保修”… \u200f é \n";
    const std::string json = written("a", text);
    rapidjson::Document document;
    document.Parse(json.data(), json.size());
    REQUIRE_FALSE(document.HasParseError());
    CHECK(document["a"].GetString() == text);
}

TEST_CASE("other text stands as it is") {
    CHECK(written("键", "“é”…") == R"({"键":"“é”…"})");
}

}  // namespace
}  // namespace suowen
