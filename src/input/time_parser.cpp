// SPDX-License-Identifier: Apache-2.0
#include "input/time_parser.h"

#include <charconv>
#include <cmath>

#include "input/blank.h"
#include "input/letter_case.h"

namespace suowen::input {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::year_month_day;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

// Reads on from a position; every read that fails leaves the position where it was.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {}

    std::size_t position() const { return at_; }

    void move_to(std::size_t position) { at_ = position; }

    bool at_end() const { return at_ == text_.size(); }

    char peek() const { return at_end() ? '\0' : text_[at_]; }

    bool skip(std::string_view token) {
        if (peek() != token.front() || text_.substr(at_, token.size()) != token) {
            return false;
        }
        at_ += token.size();
        return true;
    }

    bool skip_word(std::string_view lower_case) {
        const std::string_view found = text_.substr(at_, lower_case.size());
        if (found.size() < lower_case.size()) {
            return false;
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (lower(found[i]) != lower_case[i]) {
                return false;
            }
        }
        at_ += found.size();
        return true;
    }

    // Spaces, also the narrow and the no-break ones that phones write.
    void skip_spaces() {
        while (skip(" ") || skip("\t") ||
               (!is_ascii_here() && (skip("\u00A0") || skip("\u202F") || skip("\u3000")))) {
        }
    }

    // Most words that a time can hold are not English; this rules them all out at once.
    bool is_ascii_here() const { return static_cast<unsigned char>(peek()) < 0x80; }

    // A run of digits, between `least` and `most` of them.
    std::optional<int> number(std::size_t least, std::size_t most) {
        int value = 0;
        std::size_t count = 0;
        while (count < most && at_ + count < text_.size() && is_digit(text_[at_ + count])) {
            value = value * 10 + (text_[at_ + count] - '0');
            ++count;
        }
        const bool goes_on = at_ + count < text_.size() && is_digit(text_[at_ + count]);
        if (count < least || goes_on) {
            return std::nullopt;
        }
        at_ += count;
        return value;
    }

    // The digits of a fraction as milliseconds, however many there are.
    int milliseconds() {
        int value = 0;
        int scale = 100;
        while (is_digit(peek())) {
            value += (peek() - '0') * scale;
            scale /= 10;
            ++at_;
        }
        return value;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

std::optional<year_month_day> valid_day(int year, int month, int day) {
    const year_month_day date{std::chrono::year(year),
                              std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

// What the date part of a text tells. `day` is empty where the year is missing or the order of the
// numbers is anybody's guess.
struct Date {
    std::optional<year_month_day> day;
    std::optional<std::chrono::month_day> month_day;  // Without a year.
};

std::optional<Date> read_chinese_date(Cursor& cursor, int year) {
    const std::optional<int> month = cursor.number(1, 2);
    if (!month || !cursor.skip("月")) {
        return std::nullopt;
    }
    const std::optional<int> day = cursor.number(1, 2);
    if (!day || !(cursor.skip("日") || cursor.skip("号"))) {
        return std::nullopt;
    }
    const std::optional<year_month_day> date = valid_day(year, *month, *day);
    return date ? std::optional(Date{date, {}}) : std::nullopt;
}

// `2026-03-01`, `2026/3/1`, `2026.3.1`, `2026年3月1日`.
std::optional<Date> read_full_date(Cursor& cursor) {
    const std::optional<int> year = cursor.number(4, 4);
    if (!year) {
        return std::nullopt;
    }
    if (cursor.skip("年")) {
        return read_chinese_date(cursor, *year);
    }
    const char separator = cursor.peek();
    if (separator != '-' && separator != '/' && separator != '.') {
        return std::nullopt;
    }
    const std::string_view token(&separator, 1);
    cursor.skip(token);
    const std::optional<int> month = cursor.number(1, 2);
    if (!month || !cursor.skip(token)) {
        return std::nullopt;
    }
    const std::optional<int> day = cursor.number(1, 2);
    if (!day) {
        return std::nullopt;
    }
    const std::optional<year_month_day> date = valid_day(*year, *month, *day);
    return date ? std::optional(Date{date, {}}) : std::nullopt;
}

// `20260301`, as ISO 8601 has it before a `T`.
std::optional<Date> read_basic_date(Cursor& cursor) {
    const std::optional<int> digits = cursor.number(8, 8);
    if (!digits) {
        return std::nullopt;
    }
    const auto date = valid_day(*digits / 10000, *digits / 100 % 100, *digits % 100);
    return date ? std::optional(Date{date, {}}) : std::nullopt;
}

Date without_year(int month, int day) {
    const std::chrono::month_day date{std::chrono::month(static_cast<unsigned>(month)),
                                      std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? Date{{}, date} : Date{};
}

// The order of day and month is known where one of them is no month. Two digits at the end may be a
// day (23-11-15, 23. 11. 15), but not behind a slash: no locale of CLDR writes years of two digits
// first there.
Date with_late_year(int first, int second, int year, char separator) {
    constexpr int kMonths = 12;
    constexpr int kFourDigits = 1000;
    constexpr int kCentury = 2000;
    if (year < kFourDigits && separator != '/') {
        return {};
    }
    year += year < kFourDigits ? kCentury : 0;
    if (first > kMonths && second <= kMonths) {
        return {valid_day(year, second, first), {}};
    }
    if (second > kMonths && first <= kMonths) {
        return {valid_day(year, first, second), {}};
    }
    return {};
}

// Dates that do not begin with the year: `03-01`, `3月1日`, `15/11/23`, `11/15/2023`.
std::optional<Date> read_late_date(Cursor& cursor) {
    const std::optional<int> first = cursor.number(1, 2);
    if (!first) {
        return std::nullopt;
    }
    if (cursor.skip("月")) {
        const std::optional<int> day = cursor.number(1, 2);
        return day && (cursor.skip("日") || cursor.skip("号"))
                   ? std::optional(without_year(*first, *day))
                   : std::nullopt;
    }
    const char separator = cursor.peek();
    const std::string_view token(&separator, 1);
    if ((separator != '-' && separator != '/' && separator != '.') || !cursor.skip(token)) {
        return std::nullopt;
    }
    const std::optional<int> second = cursor.number(1, 2);
    if (!second) {
        return std::nullopt;
    }
    if (!cursor.skip(token)) {
        return separator == '-' ? without_year(*first, *second) : Date{};
    }
    const std::optional<int> year = cursor.number(2, 4);
    return year ? std::optional(with_late_year(*first, *second, *year, separator)) : std::nullopt;
}

std::optional<Date> read_date(Cursor& cursor) {
    const std::size_t start = cursor.position();
    for (const auto read : {read_full_date, read_basic_date, read_late_date}) {
        if (std::optional<Date> date = read(cursor)) {
            return date;
        }
        cursor.move_to(start);
    }
    return std::nullopt;
}

enum class HalfOfDay { unknown, morning, noon, afternoon };

// `AM`, `a.m.`, `a. m.` with whatever space the phone puts between; not the start of a word.
bool skip_meridiem(Cursor& cursor, std::string_view half) {
    const std::size_t start = cursor.position();
    if (cursor.skip_word(half)) {
        if (cursor.skip(".")) {
            cursor.skip_spaces();
        }
        if (cursor.skip_word("m") && !is_letter(cursor.peek())) {
            cursor.skip(".");
            return true;
        }
    }
    cursor.move_to(start);
    return false;
}

HalfOfDay read_half(Cursor& cursor) {
    const std::size_t start = cursor.position();
    cursor.skip_spaces();
    if (is_digit(cursor.peek()) || cursor.at_end()) {
        cursor.move_to(start);
        return HalfOfDay::unknown;
    }
    if (cursor.skip("上午") || cursor.skip("凌晨") || cursor.skip("早上") || cursor.skip("清晨") ||
        skip_meridiem(cursor, "a")) {
        return HalfOfDay::morning;
    }
    if (cursor.skip("中午")) {
        return HalfOfDay::noon;
    }
    if (cursor.skip("下午") || cursor.skip("傍晚") || cursor.skip("晚上") ||
        skip_meridiem(cursor, "p")) {
        return HalfOfDay::afternoon;
    }
    cursor.move_to(start);
    return HalfOfDay::unknown;
}

int hour_of_day(int hour, HalfOfDay half) {
    if (half == HalfOfDay::morning && hour == 12) {
        return 0;
    }
    // 中午11:30 is before twelve, 中午1:30 behind.
    constexpr int kFirstHourOfNoon = 10;
    const bool is_later =
        half == HalfOfDay::afternoon || (half == HalfOfDay::noon && hour < kFirstHourOfNoon);
    return is_later && hour < 12 ? hour + 12 : hour;
}

// `:30`, `:30.250` or nothing.
Milliseconds read_seconds(Cursor& cursor) {
    const std::size_t start = cursor.position();
    if (!cursor.skip(":") && !cursor.skip("：")) {
        return Milliseconds(0);
    }
    const std::optional<int> second = cursor.number(2, 2);
    if (!second) {
        cursor.move_to(start);
        return Milliseconds(0);
    }
    const std::size_t after_second = cursor.position();
    if ((cursor.skip(".") || cursor.skip(",")) && is_digit(cursor.peek())) {
        return seconds(*second) + Milliseconds(cursor.milliseconds());
    }
    cursor.move_to(after_second);
    return seconds(*second);
}

// `30秒` or nothing.
Milliseconds read_chinese_seconds(Cursor& cursor) {
    const std::size_t start = cursor.position();
    const std::optional<int> second = cursor.number(1, 2);
    if (second && cursor.skip("秒")) {
        return seconds(*second);
    }
    cursor.move_to(start);
    return Milliseconds(0);
}

// `10:00`, `10:00:30.250`, `10时5分`, `10点05分30秒`, with 上午 and the like before or behind.
std::optional<Milliseconds> read_clock(Cursor& cursor) {
    HalfOfDay half = read_half(cursor);
    cursor.skip_spaces();
    const std::optional<int> hour = cursor.number(1, 2);
    if (!hour) {
        return std::nullopt;
    }
    const bool is_chinese = cursor.skip("时") || cursor.skip("点");
    if (!is_chinese && !cursor.skip(":") && !cursor.skip("：")) {
        return std::nullopt;
    }
    const std::optional<int> minute = cursor.number(is_chinese ? 1 : 2, 2);
    if (!minute || (is_chinese && !cursor.skip("分"))) {
        return std::nullopt;
    }
    const Milliseconds seconds_and_less =
        is_chinese ? read_chinese_seconds(cursor) : read_seconds(cursor);
    if (half == HalfOfDay::unknown) {
        half = read_half(cursor);
    }
    if (*hour > 23 || *minute > 59 || seconds_and_less >= seconds(61)) {
        return std::nullopt;
    }
    return hours(hour_of_day(*hour, half)) + minutes(*minute) + seconds_and_less;
}

// ISO 8601 basic form, `100030` or `1000`.
std::optional<Milliseconds> read_basic_clock(Cursor& cursor) {
    const std::size_t start = cursor.position();
    std::optional<int> digits = cursor.number(6, 6);
    if (!digits) {
        cursor.move_to(start);
        digits = cursor.number(4, 4);
        if (!digits) {
            return std::nullopt;
        }
        *digits *= 100;
    }
    const int hour = *digits / 10000;
    const int minute = *digits / 100 % 100;
    const int second = *digits % 100;
    if (hour > 23 || minute > 59 || second > 60) {
        return std::nullopt;
    }
    return hours(hour) + minutes(minute) + seconds(second);
}

// One digit is an offset only behind a name (`UTC+8`): `+1 415 555` is a phone number.
std::optional<minutes> read_offset_digits(Cursor& cursor, std::size_t least_digits) {
    const bool is_negative = cursor.peek() == '-';
    if (!cursor.skip("+") && !cursor.skip("-")) {
        return std::nullopt;
    }
    const std::size_t start = cursor.position();
    int total = 0;
    if (const std::optional<int> compact = cursor.number(4, 4)) {
        total = *compact / 100 * 60 + *compact % 100;
    } else {
        cursor.move_to(start);
        const std::optional<int> hour = cursor.number(least_digits, 2);
        if (!hour) {
            return std::nullopt;
        }
        total = *hour * 60;
        const std::size_t after_hour = cursor.position();
        if (cursor.skip(":")) {
            const std::optional<int> minute = cursor.number(2, 2);
            if (minute) {
                total += *minute;
            } else {
                cursor.move_to(after_hour);
            }
        }
    }
    constexpr int kLargestOffset = 14 * 60;
    if (total > kLargestOffset) {
        return std::nullopt;
    }
    return minutes(is_negative ? -total : total);
}

// `Z`, `+08:00`, `+0800`, `UTC`, `UTC+8`, `GMT+08:00`, also behind a space.
std::optional<minutes> read_zone(Cursor& cursor) {
    const std::size_t start = cursor.position();
    cursor.skip_spaces();
    if (cursor.skip("Z") || cursor.skip("z")) {
        return minutes(0);
    }
    const bool is_named = cursor.skip_word("utc") || cursor.skip_word("gmt");
    const std::size_t after_name = cursor.position();
    if (const std::optional<minutes> offset = read_offset_digits(cursor, is_named ? 1 : 2)) {
        return offset;
    }
    if (is_named) {
        cursor.move_to(after_name);
        return minutes(0);
    }
    cursor.move_to(start);
    return std::nullopt;
}

// Between date and time: `T`, spaces, a comma, the day of the week.
bool skip_to_clock(Cursor& cursor) {
    if (cursor.skip("T") || cursor.skip("t")) {
        return true;
    }
    cursor.skip(",");
    cursor.skip_spaces();
    if (cursor.is_ascii_here() && cursor.peek() != '(') {
        return true;
    }
    if (cursor.skip("星期") || cursor.skip("周") || cursor.skip("(周") || cursor.skip("（周")) {
        for (const std::string_view day : {"一", "二", "三", "四", "五", "六", "日", "天"}) {
            if (cursor.skip(day)) {
                break;
            }
        }
        cursor.skip(")");
        cursor.skip("）");
        cursor.skip_spaces();
    }
    return true;
}

TurnTime with_instant(year_month_day day, Milliseconds clock, minutes offset) {
    const std::chrono::sys_time<Milliseconds> local = std::chrono::sys_days(day) + clock;
    return {Timestamp{local - offset, offset}, day, {}, {}};
}

std::optional<double> whole_number(std::string_view text) {
    double value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                    : std::nullopt;
}

}  // namespace

std::optional<ParsedTime> parse_time_prefix(std::string_view text) {
    Cursor cursor(text);
    ParsedTime parsed;
    const std::optional<Date> date = read_date(cursor);
    std::size_t end = cursor.position();
    if (date) {
        parsed.time.day = date->day;
        parsed.time.month_day = date->month_day;
        skip_to_clock(cursor);
    }
    const std::size_t clock_start = cursor.position();
    std::optional<Milliseconds> clock = read_clock(cursor);
    if (!clock && date && clock_start > 0 && lower(text[clock_start - 1]) == 't') {
        cursor.move_to(clock_start);
        clock = read_basic_clock(cursor);
    }
    if (clock) {
        end = cursor.position();
        parsed.has_clock = true;
        if (const std::optional<minutes> offset = read_zone(cursor)) {
            end = cursor.position();
            if (parsed.time.day) {
                parsed.time = with_instant(*parsed.time.day, *clock, *offset);
            }
        } else {
            parsed.time.clock = clock;
        }
    }
    if (!date && !clock) {
        return std::nullopt;
    }
    parsed.size = end;
    return parsed;
}

std::optional<TurnTime> parse_time(std::string_view text) {
    text = trimmed(text);
    const std::optional<ParsedTime> parsed = parse_time_prefix(text);
    if (parsed && parsed->size == text.size()) {
        return parsed->time;
    }
    if (const std::optional<double> number = whole_number(text)) {
        return parse_epoch(*number);
    }
    return std::nullopt;
}

std::optional<TurnTime> parse_epoch(double number) {
    constexpr double kSecondsIn1980 = 315532800.0;
    constexpr double kSecondsIn2100 = 4102444800.0;
    for (const double milliseconds_per_unit : {1000.0, 1.0, 0.001}) {
        const double in_seconds = number * milliseconds_per_unit / 1000.0;
        if (in_seconds >= kSecondsIn1980 && in_seconds < kSecondsIn2100) {
            const auto milliseconds = std::llround(number * milliseconds_per_unit);
            const std::chrono::sys_time<Milliseconds> instant{Milliseconds(milliseconds)};
            return TurnTime{Timestamp{instant, minutes(0)},
                            year_month_day(std::chrono::floor<days>(instant)),
                            {},
                            {}};
        }
    }
    return std::nullopt;
}

}  // namespace suowen::input
