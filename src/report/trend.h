// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "report/scorecards.h"

namespace suowen::report {

enum class Period : std::uint8_t { day, week, month, year };

inline constexpr std::size_t kMostPeriods = 31;  // That a trend shows.

// The finest of which the days make no more than `most`; a year where none does.
[[nodiscard]] Period period_for(const Days& days, std::size_t most);

// Sums of the periods that have any, each under its first day. Weeks begin on Monday.
[[nodiscard]] Days by_period(const Days& days, Period period);

// "2026-03-02" (of a week: its Monday), "2026-03", "2026".
[[nodiscard]] std::string period_name(std::chrono::sys_days first, Period period);

// "by week, from Monday"
[[nodiscard]] std::string_view title_of(Period period, Language language);

}  // namespace suowen::report
