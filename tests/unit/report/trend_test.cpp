// SPDX-License-Identifier: Apache-2.0
#include "report/trend.h"

#include "catch.h"

namespace suowen::report {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days kThursday = std::chrono::year{2026} / std::chrono::January / 1;

Days each_day(int count) {
    Days all;
    for (int i = 0; i < count; ++i) {
        all[kThursday + days(i)] = {2, 1, 3};
    }
    return all;
}

TEST_CASE("a trend is as fine as the page has room for") {
    CHECK(period_for(each_day(31), 31) == Period::day);
    CHECK(period_for(each_day(32), 31) == Period::week);
    CHECK(period_for(each_day(31 * 7), 31) == Period::month);
    CHECK(period_for(each_day(40 * 31), 31) == Period::year);
    CHECK(period_for({}, 31) == Period::day);
}

TEST_CASE("one day with a wrong year does not make a trend coarse") {
    Days all = each_day(30);
    all[sys_days(std::chrono::year{1970} / 1 / 1)] = {1, 0, 0};
    CHECK(period_for(all, 31) == Period::day);
}

TEST_CASE("no reply gets lost when days are put together") {
    const Days all = each_day(60);
    const Days weeks = by_period(all, Period::week);
    CHECK(weeks.begin()->first == sys_days(std::chrono::year{2025} / 12 / 29));
    CHECK(weeks.begin()->second == Score{8, 4, 12});
    CHECK(by_period(all, Period::month).at(kThursday) == Score{62, 31, 93});
    CHECK(by_period(all, Period::year).at(kThursday) == Score{120, 60, 180});
}

TEST_CASE("a period is named by its first day") {
    CHECK(period_name(kThursday, Period::day) == "2026-01-01");
    CHECK(period_name(kThursday, Period::month) == "2026-01");
    CHECK(period_name(kThursday, Period::year) == "2026");
}

}  // namespace
}  // namespace suowen::report
