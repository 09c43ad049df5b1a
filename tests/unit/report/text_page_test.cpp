// SPDX-License-Identifier: Apache-2.0
#include "report/text_page.h"

#include <sstream>

#include "catch.h"

namespace suowen::report {
namespace {

constexpr std::size_t kWidth = 80;

TEST_CASE("A blank line stands before each heading but the one that begins a page") {
    std::ostringstream out;
    TextPage page(out, false, kWidth);
    page.heading("First", "2");
    page.line("words");
    page.heading("Second");
    CHECK(out.str() == "First  2\n  words\n\nSecond\n");
}

}  // namespace
}  // namespace suowen::report
