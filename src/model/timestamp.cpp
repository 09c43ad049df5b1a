// SPDX-License-Identifier: Apache-2.0
#include "model/timestamp.h"

#include <fmt/format.h>

#include <cstdlib>

namespace suowen {
namespace {

// `clock` to the second, with milliseconds where there are any.
std::string clock_text(Milliseconds clock) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(clock);
    const auto rest = (clock - seconds).count();
    const std::int64_t total = seconds.count();
    std::string text = fmt::format("{:02}:{:02}:{:02}", total / 3600, total / 60 % 60, total % 60);
    return rest == 0 ? text : text + fmt::format(".{:03}", rest);
}

}  // namespace

std::string iso_day(std::chrono::year_month_day day) {
    return fmt::format("{:04}-{:02}-{:02}",
                       static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::string iso_time(const TurnTime& time) {
    if (time.at) {
        const auto local = time.at->instant + time.at->offset;
        const auto day = std::chrono::floor<std::chrono::days>(local);
        const std::int64_t offset = time.at->offset.count();
        return fmt::format("{}T{}{}{:02}:{:02}",
                           iso_day(std::chrono::year_month_day(day)),
                           clock_text(local - day),
                           offset < 0 ? '-' : '+',
                           std::abs(offset) / 60,
                           std::abs(offset) % 60);
    }
    if (time.day) {
        return iso_day(*time.day) + (time.clock ? "T" + clock_text(*time.clock) : std::string());
    }
    return {};
}

}  // namespace suowen
