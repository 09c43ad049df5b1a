// SPDX-License-Identifier: Apache-2.0
#include "report/trend.h"

namespace suowen::report {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

sys_days first_day(sys_days day, Period period) {
    const year_month_day date(day);
    switch (period) {
        case Period::day:
            return day;
        case Period::week:
            return day - (std::chrono::weekday(day) - std::chrono::Monday);
        case Period::month:
            return date.year() / date.month() / 1;
        case Period::year:
            break;
    }
    return date.year() / std::chrono::January / 1;
}

}  // namespace

Period period_for(const Days& days, std::size_t most) {
    for (const Period period : {Period::day, Period::week, Period::month}) {
        if (by_period(days, period).size() <= most) {
            return period;
        }
    }
    return Period::year;
}

Days by_period(const Days& days, Period period) {
    Days sums;
    for (const auto& [day, score] : days) {
        sums[first_day(day, period)] += score;
    }
    return sums;
}

std::string period_name(sys_days first, Period period) {
    constexpr std::size_t kYearAndMonth = 7;
    constexpr std::size_t kYear = 4;
    const std::string date = iso_day(first);
    return period == Period::year    ? date.substr(0, kYear)
           : period == Period::month ? date.substr(0, kYearAndMonth)
                                     : date;
}

std::string_view title_of(Period period, Language language) {
    const bool is_zh = language == Language::zh;
    switch (period) {
        case Period::day:
            return is_zh ? "按日" : "by day";
        case Period::week:
            return is_zh ? "按周，周一起" : "by week, from Monday";
        case Period::month:
            return is_zh ? "按月" : "by month";
        case Period::year:
            break;
    }
    return is_zh ? "按年" : "by year";
}

}  // namespace suowen::report
