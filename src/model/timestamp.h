// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace suowen {

using Milliseconds = std::chrono::milliseconds;

// A point in time whose year and zone the log states. `offset` is what the log wrote (+08:00 is 480
// minutes); it gives the local day and hour.
struct Timestamp {
    std::chrono::sys_time<Milliseconds> instant;
    std::chrono::minutes offset{0};

    friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

// The calendar day at the writer's place.
[[nodiscard]] inline std::chrono::sys_days local_day(const Timestamp& time) {
    return std::chrono::floor<std::chrono::days>(time.instant + time.offset);
}

// When a turn was sent, as far as the log tells. `at` is empty when year or zone is missing: no
// wait is then computed from it. `day` is the calendar day at the writer's place, which a time
// without a zone still has; it selects the version of a statute.
struct TurnTime {
    std::optional<Timestamp> at;
    std::optional<std::chrono::year_month_day> day;
    // What else is written where `at` is empty: the time of day, and the date without its year.
    std::optional<Milliseconds> clock;
    std::optional<std::chrono::month_day> month_day;
};

// "2026-03-01"
[[nodiscard]] std::string iso_day(std::chrono::year_month_day day);

// "2026-03-01T10:00:40+08:00", or as much of it as is known; empty for none.
[[nodiscard]] std::string iso_time(const TurnTime& time);

}  // namespace suowen
