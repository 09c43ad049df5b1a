// SPDX-License-Identifier: Apache-2.0
#include "text/alternatives.h"

#include <string_view>
#include <vector>

#include "catch.h"

namespace suowen::text {
namespace {

using Parts = std::vector<std::string_view>;

TEST_CASE("a pattern falls apart at bars outside of groups and classes") {
    CHECK(alternatives_of("a") == Parts{"a"});
    CHECK(alternatives_of("a|b") == Parts{"a", "b"});
    CHECK(alternatives_of("a|(?:b|c)d|[|e]|\\|f") == Parts{"a", "(?:b|c)d", "[|e]", "\\|f"});
    CHECK(alternatives_of("[]|]|[^]|]|[[:alpha:]|]|[\\]|]") ==
          Parts{"[]|]", "[^]|]", "[[:alpha:]|]", "[\\]|]"});
    CHECK(alternatives_of("a|") == Parts{"a", ""});
    CHECK(alternatives_of("") == Parts{""});
}

TEST_CASE("groups that are all of an alternative fall apart too") {
    CHECK(alternatives_of("(?:a|b)|(?:(?:c|d))") == Parts{"a", "b", "c", "d"});
    CHECK(alternatives_of("(?:a|b)(?:c|d)") == Parts{"(?:a|b)(?:c|d)"});
    CHECK(alternatives_of("(?:a|b)?") == Parts{"(?:a|b)?"});
    CHECK(alternatives_of("x|(?:a|b)(?:c)") == Parts{"x", "(?:a|b)(?:c)"});
}

TEST_CASE("what groups capture and flags change stays together") {
    for (const std::string_view whole :
         {"(a)|b", "(?P<n>a)|b", "(?i)a|b", "a|(?s:b)", "\\Qa|b\\E", "a)|b", "(?:a|b", "["}) {
        CHECK(alternatives_of(whole) == Parts{whole});
    }
}

}  // namespace
}  // namespace suowen::text
