// SPDX-License-Identifier: Apache-2.0
#include "triage/baseline.h"

#include "catch.h"

#include <sstream>

namespace suowen::triage {
namespace {

const std::string kOne(32, '1');
const std::string kTwo(32, '2');

TEST_CASE("a baseline knows a finding as often as it was found") {
    Baseline written;
    written.add(kTwo, "RTK-001");
    written.add(kOne, "RTK-002");
    written.add(kOne, "RTK-002");
    std::ostringstream out;
    written.write(out);
    CHECK(out.str() == "# suowen baseline 1\n# Known findings: fingerprint, how often, rule.\n" +
                           kOne + " 2 RTK-002\n" + kTwo + " 1 RTK-001\n");

    Result<Baseline> read = Baseline::parse(out.str(), "b");
    REQUIRE(read);
    CHECK(read->left() == 3);
    CHECK(read->take(kOne));
    CHECK(read->take(kOne));
    CHECK_FALSE(read->take(kOne));
    CHECK_FALSE(read->take(std::string(32, '3')));
    CHECK(read->left() == 1);
}

TEST_CASE("what is no baseline is refused with the line") {
    const auto line_of = [](const std::string& text) {
        const Result<Baseline> read = Baseline::parse(text, "b");
        REQUIRE_FALSE(read);
        CHECK(read.error().location.path == "b");
        return read.error().location.line;
    };
    const std::string head = "# suowen baseline 1\n";
    CHECK(line_of("{}\n") == 1);
    CHECK(line_of(head + kOne + " 1 R\nabc 1 R\n") == 3);
    CHECK(line_of(head + kOne + " 0 R\n") == 2);
    CHECK(line_of(head + kOne + " many R\n") == 2);
    CHECK(Baseline::parse(head + kOne + " 1 R\r\n", "b"));
}

}  // namespace
}  // namespace suowen::triage
