// SPDX-License-Identifier: Apache-2.0
#include "input/time_parser.h"

#include "catch.h"

namespace suowen::input {
namespace {

using namespace std::chrono;

// Seconds since 1970, or -1 where the text does not tell the instant.
long long instant_of(std::string_view text) {
    const std::optional<TurnTime> time = parse_time(text);
    REQUIRE(time);
    return time->at ? duration_cast<seconds>(time->at->instant.time_since_epoch()).count() : -1;
}

TEST_CASE("a time with year and zone is an instant") {
    for (const char* text : {"2026-03-01T10:00:00+08:00",
                             "2026-03-01T02:00:00Z",
                             "2026-03-01 10:00:00 +08:00",
                             "2026-03-01 10:00:00+0800",
                             "2026/3/1 10:00 UTC+8",
                             "2026年3月1日 10:00:00 GMT+8",
                             "20260301T100000+08",
                             "1772330400",
                             "1772330400000",
                             "1772330400.000"}) {
        INFO(text);
        CHECK(instant_of(text) == 1772330400);
    }
    const std::optional<TurnTime> time = parse_time("2026-03-01T00:30:00.250+08:00");
    CHECK(time->at->offset == minutes(480));
    CHECK(time->at->instant.time_since_epoch() % seconds(1) == milliseconds(250));
    CHECK(time->day == 2026y / 3 / 1);
}

TEST_CASE("a time without a zone tells the day alone") {
    for (const char* text : {"2026-03-01 10:00:00",
                             "2026-03-01T10:00",
                             "2026/3/1 10:00",
                             "2026.03.01 10:00:00",
                             "2026年3月1日 10:00:00",
                             "2026年3月1日10时5分",
                             "2026-03-01 星期日 10:00",
                             "2026/03/01 上午10:00:00",
                             "2026-03-01"}) {
        INFO(text);
        const std::optional<TurnTime> time = parse_time(text);
        REQUIRE(time);
        CHECK_FALSE(time->at);
        CHECK(time->day == 2026y / 3 / 1);
    }
}

TEST_CASE("two digits behind the second slash are a year") {
    CHECK(parse_time("15/11/23, 06:13")->day == 2023y / 11 / 15);
    const auto evening = std::chrono::hours(18) + std::chrono::minutes(13);
    for (const char* time : {"15/11/23 6:13 PM",
                             "15/11/23, 6:13pm",
                             "15/11/23 6:13 p.m.",
                             "15/11/23 6:13 p. m.",
                             "15/11/23 6:13 p.\u00A0m.",
                             "15/11/23, 6:13\u202Fp.\u00A0m.",
                             "15/11/23, 6:13\u202Fp.\u202Fm."}) {
        INFO(time);
        REQUIRE(parse_time(time).has_value());
        CHECK(parse_time(time)->clock == evening);
    }
    CHECK(parse_time_prefix("6:13 Amy")->size == 4);
    CHECK(parse_time("11/15/23, 6:13 AM")->day == 2023y / 11 / 15);
}

TEST_CASE("a time without a year, or with an order that is anybody's guess, tells nothing") {
    for (const char* text : {"10:00",
                             "10:00:30",
                             "03-01 10:00:00",
                             "3月1日 10:00",
                             "3/1/2026 10:00",
                             "5/11/23, 06:13",
                             "15.11.23, 06:13"}) {
        INFO(text);
        const std::optional<TurnTime> time = parse_time(text);
        REQUIRE(time);
        CHECK_FALSE(time->at);
        CHECK_FALSE(time->day);
    }
}

TEST_CASE("what is no time is none") {
    for (const char* text : {"",
                             "abc",
                             "2026-02-30 10:00",
                             "2026-03-01 25:00",
                             "2026-03-01 10:61",
                             "2026-03-01T10:00:00+99:00x",
                             "12345",
                             "99999999999999999999",
                             "10:00 客服"}) {
        INFO(text);
        CHECK_FALSE(parse_time(text));
    }
    CHECK_FALSE(parse_epoch(-1));
    CHECK_FALSE(parse_epoch(1e300));
}

TEST_CASE("a time at the start of a line ends where the time ends") {
    CHECK(parse_time_prefix("2026-03-01 10:00:00 客服03")->size == 19);
    CHECK(parse_time_prefix("2026-03-01 10:00:00 +08:00 客服03")->size == 26);
    CHECK(parse_time_prefix("10:00] 客户: 在吗")->size == 5);
    CHECK(parse_time_prefix("15/11/23, 06:13 - Li: hi")->size == 15);
    CHECK(parse_time_prefix("11/15/2023, 06:13 a. m. - Li: hi")->size == 23);
    CHECK(parse_time_prefix("2026-03-01 10:00:00 +1 415 555")->size == 19);
    CHECK_FALSE(parse_time_prefix("3.5 折")->has_clock);
}

TEST_CASE("morning and afternoon shift the hour") {
    CHECK(instant_of("2026-03-01 下午6:13 +08:00") - instant_of("2026-03-01 上午6:13 +08:00") ==
          12 * 3600);
    CHECK(instant_of("2026-03-01 12:05 AM +08:00") == instant_of("2026-03-01 00:05 +08:00"));
    CHECK(instant_of("2026-03-01 中午11:30 +08:00") == instant_of("2026-03-01 11:30 +08:00"));
    CHECK(instant_of("2026-03-01 中午1:30 +08:00") == instant_of("2026-03-01 13:30 +08:00"));
    CHECK(instant_of("2026-03-01 清晨6:30 +08:00") == instant_of("2026-03-01 06:30 +08:00"));
}

}  // namespace
}  // namespace suowen::input
