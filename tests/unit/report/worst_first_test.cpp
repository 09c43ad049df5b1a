// SPDX-License-Identifier: Apache-2.0
#include "report/worst_first.h"

#include <string>

#include "catch.h"

namespace suowen::report {
namespace {

std::string kept(std::size_t most, const std::string& items) {
    WorstFirst<char, char> worst(most);
    for (const char c : items) {
        worst.add(c, [c] { return c; });
    }
    std::string out;
    worst.each([&](char c) { out += c; });
    CHECK(worst.left_out() == items.size() - out.size());
    return out;
}

TEST_CASE("the highest ranks come first, and what there is no room for is counted") {
    CHECK(kept(9, "abcab") == "cbbaa");
    CHECK(kept(3, "abcab") == "cbb");
    CHECK(kept(1, "aabbc") == "c");
    CHECK(kept(0, "abc").empty());
    CHECK(kept(2, "").empty());
}

TEST_CASE("of equal ranks the first ones are kept, in their order") {
    WorstFirst<int, int> worst(2);
    int made = 0;
    for (int i = 0; i < 4; ++i) {
        worst.add(7, [&] { return made = i; });
    }
    std::string out;
    worst.each([&](int i) { out += std::to_string(i); });
    CHECK(out == "01");
    CHECK(made == 1);
}

}  // namespace
}  // namespace suowen::report
