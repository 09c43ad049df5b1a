// SPDX-License-Identifier: Apache-2.0
#include "model/business_calendar.h"

#include <string>

#include "catch.h"

namespace suowen {
namespace {

using namespace std::chrono_literals;

// A moment of October 2026 in China; the 1st is a Thursday.
Timestamp at(int day, std::chrono::minutes time) {
    const std::chrono::sys_days date(std::chrono::year(2026) / 10 / day);
    return {date + time - 8h, 8h};
}

TEST_CASE("without hours every minute counts") {
    CHECK(BusinessCalendar().between(at(1, 20h), at(2, 8h)) == 12h);
    CHECK(BusinessCalendar().between(at(2, 8h), at(1, 20h)) == 0h);
}

TEST_CASE("only staffed time counts") {
    BusinessCalendar calendar;
    REQUIRE(calendar.set_hours("mon-fri 09:00-18:00, sat 10:00-12:30"));
    CHECK(calendar.between(at(1, 17h), at(2, 10h)) == 2h);
    CHECK(calendar.between(at(1, 19h), at(1, 23h)) == 0h);
    CHECK(calendar.between(at(2, 18h), at(5, 9h + 5min)) == 2h + 35min);
    CHECK(calendar.is_working_day(std::chrono::sys_days(2026y / 10 / 3)));
    CHECK_FALSE(calendar.is_working_day(std::chrono::sys_days(2026y / 10 / 4)));
}

TEST_CASE("days off and moved working days come before the week") {
    BusinessCalendar calendar;
    REQUIRE(calendar.set_hours("mon-fri 09:00-18:00"));
    REQUIRE(calendar.add_days_off("2026-10-01..2026-10-07"));
    REQUIRE(calendar.add_working_days("2026-10-10"));
    CHECK(calendar.between(at(1, 9h), at(8, 9h)) == 0h);
    CHECK(calendar.between(at(9, 17h), at(12, 10h)) == 1h + 9h + 1h);
}

TEST_CASE("a week may run over its end, a day until midnight") {
    BusinessCalendar calendar;
    REQUIRE(calendar.set_hours("fri-sun 00:00-24:00"));
    CHECK(calendar.between(at(1, 12h), at(6, 0h)) == 72h);
}

TEST_CASE("what is no calendar is refused and changes nothing") {
    BusinessCalendar calendar;
    for (const std::string text : {"",
                                   "mon",
                                   "mon-fri",
                                   "mon-fri 9-18",
                                   "mon 09:00-09:00",
                                   "mon 18:00-09:00",
                                   "xyz 09:00-18:00",
                                   "mon 09:00-25:00",
                                   "mon 09:60-10:00",
                                   "mon 09:00-18:00,,"}) {
        INFO(text);
        CHECK_FALSE(calendar.set_hours(text));
    }
    for (const std::string text : {"",
                                   "2026-13-01",
                                   "2026-02-30",
                                   "2026-1-1",
                                   "2026-10-07..2026-10-01",
                                   "2026-01-01..2029-01-01"}) {
        INFO(text);
        CHECK_FALSE(calendar.add_days_off(text));
    }
    CHECK(calendar.between(at(1, 0h), at(2, 0h)) == 24h);
}

TEST_CASE("working days are Monday to Friday unless hours say otherwise") {
    BusinessCalendar calendar;
    const auto is_working = [&](unsigned day) {
        return calendar.is_working_day(std::chrono::sys_days(2026y / 10 / day));
    };
    CHECK(is_working(1));
    CHECK_FALSE(is_working(3));
    REQUIRE(calendar.add_days_off("2026-10-01"));
    REQUIRE(calendar.add_working_days("2026-10-03"));
    CHECK_FALSE(is_working(1));
    CHECK(is_working(3));
    CHECK_FALSE(is_working(4));
}

}  // namespace
}  // namespace suowen
