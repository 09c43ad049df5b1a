// SPDX-License-Identifier: Apache-2.0
#include "model/business_calendar.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace suowen {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

// What stands before and behind the first `separator`; the second is empty without one.
std::pair<std::string_view, std::string_view> split(std::string_view text,
                                                    std::string_view separator) {
    const std::size_t at = text.find(separator);
    return at == std::string_view::npos ? std::pair(trimmed(text), std::string_view())
                                        : std::pair(trimmed(text.substr(0, at)),
                                                    trimmed(text.substr(at + separator.size())));
}

// All of `text` as a number of `digits` digits.
std::optional<int> number(std::string_view text, std::size_t digits) {
    int value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, value);
    const bool is_number = problem == std::errc() && stop == end && text.size() == digits;
    return is_number && value >= 0 ? std::optional(value) : std::nullopt;
}

std::optional<unsigned> weekday_from(std::string_view name) {
    constexpr std::array<std::string_view, 7> kNames = {
        "sun", "mon", "tue", "wed", "thu", "fri", "sat"};
    const auto* const found = std::find(kNames.begin(), kNames.end(), name);
    return found == kNames.end() ? std::nullopt
                                 : std::optional(static_cast<unsigned>(found - kNames.begin()));
}

std::optional<minutes> time_from(std::string_view text) {
    const auto [hour_text, minute_text] = split(text, ":");
    const auto hour = number(hour_text, 2);
    const auto minute = number(minute_text, 2);
    if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > 24 * 60) {
        return std::nullopt;
    }
    return std::chrono::hours(*hour) + minutes(*minute);
}

std::optional<sys_days> day_from(std::string_view text) {
    const auto [year_text, rest] = split(text, "-");
    const auto [month_text, day_text] = split(rest, "-");
    const auto year = number(year_text, 4);
    const auto month = number(month_text, 2);
    const auto day = number(day_text, 2);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const auto date = std::chrono::year(*year) / *month / *day;
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

bool add_days(std::set<sys_days>& all, std::string_view text) {
    constexpr days kMost(366);
    const auto [first_text, last_text] = split(text, "..");
    const auto first = day_from(first_text);
    const auto last = last_text.empty() ? first : day_from(last_text);
    if (!first || !last || *last < *first || *last - *first > kMost) {
        return false;
    }
    for (sys_days day = *first; day <= *last; day += days(1)) {
        all.insert(day);
    }
    return true;
}

}  // namespace

bool BusinessCalendar::set_hours(std::string_view text) {
    std::array<Hours, 7> week{};
    while (!text.empty()) {
        const auto [part, rest] = split(text, ",");
        const auto [days_text, hours_text] = split(part, " ");
        const auto [first_text, last_text] = split(days_text, "-");
        const auto [from_text, until_text] = split(hours_text, "-");
        const auto first = weekday_from(first_text);
        const auto last = last_text.empty() ? first : weekday_from(last_text);
        const auto from = time_from(from_text);
        const auto until = time_from(until_text);
        if (!first || !last || !from || !until || *from >= *until) {
            return false;
        }
        for (unsigned day = *first;; day = (day + 1) % 7) {
            week.at(day) = {*from, *until};
            if (day == *last) {
                break;
            }
        }
        text = rest;
    }
    const bool has_any = std::any_of(
        week.begin(), week.end(), [](const Hours& day) { return day.from < day.until; });
    if (has_any) {
        week_ = week;
        has_hours_ = true;
    }
    return has_any;
}

bool BusinessCalendar::add_days_off(std::string_view text) {
    return add_days(off_, text);
}

bool BusinessCalendar::add_working_days(std::string_view text) {
    return add_days(working_, text);
}

BusinessCalendar::Hours BusinessCalendar::hours_on(sys_days day) const {
    const Hours& usual = week_.at(std::chrono::weekday(day).c_encoding());
    if (working_.count(day) != 0) {
        const auto is_staffed = [](const Hours& each) { return each.from < each.until; };
        return is_staffed(usual) ? usual : *std::find_if(week_.begin(), week_.end(), is_staffed);
    }
    return off_.count(day) != 0 ? Hours{} : usual;
}

bool BusinessCalendar::is_working_day(sys_days day) const {
    if (!has_hours_ && working_.count(day) == 0) {
        const std::chrono::weekday weekday(day);
        return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday &&
               off_.count(day) == 0;
    }
    const Hours hours = hours_on(day);
    return hours.from < hours.until;
}

Milliseconds BusinessCalendar::between(const Timestamp& from, const Timestamp& to) const {
    const auto begin = from.instant + from.offset;
    const auto end = to.instant + from.offset;
    Milliseconds total(0);
    for (sys_days day = std::chrono::floor<days>(begin); day <= end; day += days(1)) {
        const Hours hours = hours_on(day);
        const auto opens = std::max<std::chrono::sys_time<Milliseconds>>(day + hours.from, begin);
        const auto closes = std::min<std::chrono::sys_time<Milliseconds>>(day + hours.until, end);
        total += std::max(closes - opens, Milliseconds(0));
    }
    return total;
}

}  // namespace suowen
