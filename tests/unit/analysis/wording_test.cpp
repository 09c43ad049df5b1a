// SPDX-License-Identifier: Apache-2.0
#include "analysis/wording.h"

#include "catch.h"

namespace suowen::analysis {
namespace {

TEST_CASE("length is in Chinese characters") {
    CHECK(wording_of("三天,ok 24").length == 4.5F);
    CHECK(wording_of("24小时,7天").numbers == 2);
    CHECK(wording_of("").length == 0);
}

}  // namespace
}  // namespace suowen::analysis
