// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string_view>

#include "model/timestamp.h"

namespace suowen {

// When a desk is staffed: hours for each day of the week by the clock of whoever writes, days off,
// and working days that would else be free (China moves some to weekends). As made, it is staffed
// around the clock on every day.
class BusinessCalendar {
public:
    // "mon-fri 09:00-18:00, sat 10:00-16:00": days that are not named are free. Until "24:00".
    // False when it is not of that form; the calendar is then as it was.
    bool set_hours(std::string_view text);

    // "2026-10-01" or "2026-10-01..2026-10-07", both days included; at most a year.
    bool add_days_off(std::string_view text);

    // The same form. A day that is free by the week has the hours of the first day that is not.
    bool add_working_days(std::string_view text);

    // Monday to Friday where no hours are set.
    [[nodiscard]] bool is_working_day(std::chrono::sys_days day) const;

    // The staffed time between two moments, on the clock of the first one; zero when they are in
    // the wrong order.
    [[nodiscard]] Milliseconds between(const Timestamp& from, const Timestamp& to) const;

private:
    struct Hours {
        std::chrono::minutes from{0};
        std::chrono::minutes until{0};  // Of the same day.
    };

    static constexpr Hours kAllDay{std::chrono::minutes(0), std::chrono::hours(24)};

    [[nodiscard]] Hours hours_on(std::chrono::sys_days day) const;

    // By std::chrono::weekday::c_encoding(), from Sunday.
    std::array<Hours, 7> week_{kAllDay, kAllDay, kAllDay, kAllDay, kAllDay, kAllDay, kAllDay};
    bool has_hours_ = false;
    std::set<std::chrono::sys_days> off_;
    std::set<std::chrono::sys_days> working_;
};

}  // namespace suowen
