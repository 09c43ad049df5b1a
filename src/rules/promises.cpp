// SPDX-License-Identifier: Apache-2.0
#include "rules/promises.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <string>
#include <vector>

namespace suowen::rules {
namespace {

using Clock = std::chrono::sys_time<Milliseconds>;

enum class Form : std::uint8_t { zh_span, zh_day, zh_clock, en_span, en_day };

struct FormPattern {
    Form form;
    std::string pattern;
};

std::vector<FormPattern> make_forms() {
    const std::string zh_number = R"((\d{1,3}|[一二两三四五六七八九十半]{1,3}))";
    const std::string zh_answer =
        R"([^。!?;\n]{0,12}(?:回复|答复|回电|联系|致电|来电|反馈|回访|回您|通知您|告知您|)"
        R"(给您(?:打电话|消息|结果|答案|说法)))";
    const std::string zh_part = "(上午|早上|中午|下午|傍晚|晚上)?";
    const std::string zh_clock = zh_number + R"((?:点|:)钟?(半|\d{1,2})?分?)";
    const std::string zh_by = "(?:之|以)?前";
    const std::string en_will = R"((?:will|'ll|shall)\b[^.!?\n]{0,24})";
    const std::string en_answer =
        "(?:reply|respond|get back|contact you|call you|call back|email you|answer|update you|"
        "reach out|follow up|hear (?:back )?from us|let you know)";
    const std::string en_span =
        R"(within (?:the next )?(\d{1,3}|an?|one|two|three|four|five|six|seven|ten|twelve|)"
        R"(twenty-four|forty-eight) ?(working |business )?(minute|min|hour|hr|day))";
    const std::string en_clock = R"((\d{1,2})(?::(\d{2}))? ?(am|pm))";
    return {
        {Form::zh_span, zh_number + "个?(分钟|小时|钟头|h|工作日|天|日)(?:之|以)?内" + zh_answer},
        {Form::zh_day,
         "(今天|今日|今晚|明天|明日|明早|明晚|后天)" + zh_part + "(?:" + zh_clock + ")?(" + zh_by +
             ")?" + zh_answer},
        {Form::zh_clock, zh_part + zh_clock + zh_by + zh_answer},
        {Form::en_span, R"(\b)" + en_will + en_answer + R"([^.!?\n]{0,40})" + en_span},
        {Form::en_span, en_span + R"([^.!?\n]{0,30})" + en_will + en_answer},
        {Form::en_day,
         en_will + en_answer + R"([^.!?\n]{0,40}\bby (?:)" + en_clock +
             " )?(today|tonight|tomorrow|the end of the day|end of day)(?: at)?(?: " + en_clock +
             ")?"},
    };
}

const std::vector<FormPattern>& forms() {
    static const std::vector<FormPattern> all = make_forms();
    return all;
}

// What makes of a promise a condition, a demand on the customer or its opposite, before it.
constexpr std::string_view kNoPromiseBefore =
    "(?:无法|不能|不会|没法|不保证|如果|若|超过|没有|未能|请您?在|请于|麻烦您?在|需要?您|\\bif\\b|"
    "\\bcannot\\b|can't|\\bnot\\b|unless)[^。!?;\\n]*$";
// And behind it.
constexpr std::string_view kNoPromiseBehind = "^(?:我|客服|卖家|商家|店家|平台|本店)";
constexpr std::string_view kAskingAgain =
    "还没|怎么还|没人|没有(?:人|收到|回|联系|消息)|一直没|不是说|说好|答应|承诺|多久|什么时候|"
    "啥时候|"
    "等了|等到|催|进展|结果呢|怎么样了|人呢|still|no one|nobody|haven't|hasn't|any update|waiting|"
    "when will|promised|you said";

// A text per capture group; empty where it took no part.
using Groups = std::array<re2::StringPiece, 9>;

std::string_view view(re2::StringPiece piece) {
    return {piece.data(), piece.size()};
}

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

struct Expressions {
    std::vector<std::unique_ptr<RE2>> by_form;  // Of forms(), in its order.
    RE2 no_promise_before{piece(kNoPromiseBefore)};
    RE2 no_promise_behind{piece(kNoPromiseBehind)};
    RE2 asking_again{piece(kAskingAgain)};

    Expressions() {
        for (const FormPattern& each : forms()) {
            by_form.push_back(std::make_unique<RE2>(piece(each.pattern)));
        }
    }
};

const Expressions& expressions() {
    static const Expressions compiled;
    return compiled;
}

constexpr int kHalf = -1;  // 半

std::optional<int> arabic(std::string_view text) {
    int value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    return status == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                     : std::nullopt;
}

// 十二, 二十四, 两; at most two digits.
std::optional<int> chinese(std::string_view text) {
    constexpr std::array<std::string_view, 9> kDigits = {
        "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    constexpr std::size_t kBytes = 3;  // Of each of these characters.
    if (text == "半") {
        return kHalf;
    }
    int total = 0;
    int digit = 0;
    for (std::size_t at = 0; at + kBytes <= text.size(); at += kBytes) {
        const std::string_view character = text.substr(at, kBytes);
        const auto found = std::find(kDigits.begin(), kDigits.end(), character);
        if (found != kDigits.end()) {
            digit = static_cast<int>(found - kDigits.begin()) + 1;
        } else if (character == "两") {
            digit = 2;
        } else if (character == "十") {
            total = std::max(digit, 1) * 10;
            digit = 0;
        } else {
            return std::nullopt;
        }
    }
    return total + digit;
}

std::optional<int> english(std::string_view text) {
    struct Word {
        std::string_view word;
        int value;
    };

    constexpr Word kWords[] = {{"a", 1},
                               {"an", 1},
                               {"one", 1},
                               {"two", 2},
                               {"three", 3},
                               {"four", 4},
                               {"five", 5},
                               {"six", 6},
                               {"seven", 7},
                               {"ten", 10},
                               {"twelve", 12},
                               {"twenty-four", 24},
                               {"forty-eight", 48}};
    for (const Word& known : kWords) {
        if (known.word == text) {
            return known.value;
        }
    }
    return std::nullopt;
}

std::optional<int> number(std::string_view text) {
    if (const auto value = arabic(text)) {
        return value;
    }
    if (const auto value = english(text)) {
        return value;
    }
    return chinese(text);
}

// The way back from the local clock.
Clock from_local(std::chrono::sys_days day, std::chrono::minutes of_day, Timestamp sent) {
    return Clock(day) + of_day - sent.offset;
}

Clock end_of_day(std::chrono::sys_days day, Timestamp sent) {
    return from_local(day, std::chrono::hours(24), sent);
}

Clock after_working_days(int days, Timestamp sent, const BusinessCalendar& calendar) {
    constexpr int kMostDays = 366;
    days = std::min(days, kMostDays);
    std::chrono::sys_days day = local_day(sent);
    while (days > 0) {
        day += std::chrono::days(1);
        days -= calendar.is_working_day(day) ? 1 : 0;
    }
    return end_of_day(day, sent);
}

std::optional<Clock> due_of_span(std::string_view amount,
                                 std::string_view unit,
                                 bool is_working_days,
                                 Timestamp sent,
                                 const BusinessCalendar& calendar) {
    const std::optional<int> count = number(amount);
    if (!count || *count == 0) {
        return std::nullopt;
    }
    std::chrono::minutes length(0);
    if (unit == "分钟" || unit == "minute" || unit == "min") {
        length = std::chrono::minutes(1);
    } else if (unit == "小时" || unit == "钟头" || unit == "h" || unit == "hour" || unit == "hr") {
        length = std::chrono::hours(1);
    } else if (is_working_days) {
        return after_working_days(std::max(*count, 1), sent, calendar);
    } else {
        return end_of_day(local_day(sent) + std::chrono::days(std::max(*count, 1)), sent);
    }
    return sent.instant + (*count == kHalf ? length / 2 : length * *count);
}

// The end of a part of the day; the end of the day without one.
int end_hour_of(std::string_view part) {
    if (part == "上午" || part == "早上") {
        return 12;
    }
    if (part == "中午") {
        return 14;
    }
    return part == "下午" ? 18 : 24;
}

// The hour on the 24-hour clock, the later one where the words do not tell.
int hour_in(std::string_view part, int hour) {
    const bool is_morning = part == "上午" || part == "早上";
    return !is_morning && hour < 12 ? hour + 12 : hour;
}

std::optional<std::chrono::minutes> clock_time(std::string_view part,
                                               std::string_view hour_text,
                                               std::string_view minute_text) {
    const std::optional<int> hour = number(hour_text);
    if (!hour || *hour < 0 || *hour > 24) {
        return std::nullopt;
    }
    const std::optional<int> minute = minute_text.empty() ? 0 : number(minute_text);
    return std::chrono::hours(hour_in(part, *hour)) +
           std::chrono::minutes(minute == kHalf ? 30 : minute.value_or(0));
}

std::optional<Clock> due_of_zh_day(const Groups& groups, Timestamp sent) {
    const std::string_view word = view(groups[1]);
    std::string_view part = view(groups[2]);
    int days = word.substr(0, 3) == "今" ? 0 : word.substr(0, 3) == "明" ? 1 : 2;
    if (word == "明早") {
        part = "早上";
    } else if (word == "今晚" || word == "明晚") {
        part = "晚上";
    }
    const std::chrono::sys_days day = local_day(sent) + std::chrono::days(days);
    if (groups[3].empty()) {
        return from_local(day, std::chrono::hours(end_hour_of(part)), sent);
    }
    const auto time = clock_time(part, view(groups[3]), view(groups[4]));
    if (!time) {
        return std::nullopt;
    }
    // "at three" is kept by twenty past; "by three" is not.
    const std::chrono::minutes room =
        groups[5].empty() ? std::chrono::hours(1) : std::chrono::hours(0);
    return from_local(day, *time + room, sent);
}

std::optional<Clock> due_of_zh_clock(const Groups& groups, Timestamp sent) {
    const auto time = clock_time(view(groups[1]), view(groups[2]), view(groups[3]));
    if (!time) {
        return std::nullopt;
    }
    const Clock due = from_local(local_day(sent), *time, sent);
    return due > sent.instant ? std::optional(due) : std::nullopt;
}

std::optional<Clock> due_of_en_day(const Groups& groups, Timestamp sent) {
    const bool is_tomorrow = view(groups[4]) == "tomorrow";
    const std::chrono::sys_days day = local_day(sent) + std::chrono::days(is_tomorrow ? 1 : 0);
    const std::size_t at = groups[1].empty() ? 5 : 1;
    if (groups[at].empty()) {
        return end_of_day(day, sent);
    }
    const int hour = number(view(groups[at])).value_or(0) % 12;
    const int minute = number(view(groups[at + 1])).value_or(0);
    const bool is_afternoon = view(groups[at + 2]) == "pm";
    return from_local(
        day,
        std::chrono::hours(hour + (is_afternoon ? 12 : 0)) + std::chrono::minutes(minute),
        sent);
}

std::optional<Clock> due_of(Form form,
                            const Groups& groups,
                            Timestamp sent,
                            const BusinessCalendar& calendar) {
    switch (form) {
        case Form::zh_span:
            return due_of_span(
                view(groups[1]), view(groups[2]), view(groups[2]) == "工作日", sent, calendar);
        case Form::en_span:
            return due_of_span(
                view(groups[1]), view(groups[3]), !groups[2].empty(), sent, calendar);
        case Form::zh_day:
            return due_of_zh_day(groups, sent);
        case Form::zh_clock:
            return due_of_zh_clock(groups, sent);
        case Form::en_day:
            return due_of_en_day(groups, sent);
    }
    return std::nullopt;
}

bool is_promise(std::string_view text, ByteRange span) {
    const Expressions& all = expressions();
    return !RE2::PartialMatch(piece(text.substr(0, span.begin)), all.no_promise_before) &&
           !RE2::PartialMatch(piece(text.substr(span.end)), all.no_promise_behind);
}

std::optional<Promise> find_form(std::size_t index,
                                 std::string_view text,
                                 std::optional<Timestamp> sent,
                                 const BusinessCalendar& calendar) {
    const RE2& expression = *expressions().by_form[index];
    Groups groups;
    for (std::size_t from = 0;
         expression.Match(piece(text),
                          from,
                          text.size(),
                          RE2::UNANCHORED,
                          groups.data(),
                          std::min(static_cast<int>(groups.size()),
                                   expression.NumberOfCapturingGroups() + 1));) {
        const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
        const ByteRange span{begin, begin + groups[0].size()};
        if (is_promise(text, span)) {
            return Promise{
                span, sent ? due_of(forms()[index].form, groups, *sent, calendar) : std::nullopt};
        }
        from = span.end;
        groups = {};
    }
    return std::nullopt;
}

// Says something about the matter, other than to wait.
bool is_substantive(Verdict verdict) {
    return verdict == Verdict::answered || verdict == Verdict::partial ||
           verdict == Verdict::unjudged;
}

bool asks_again(const Turn& turn, const TurnText& text) {
    return turn.role == Role::customer &&
           RE2::PartialMatch(piece(text.normalized), expressions().asking_again);
}

}  // namespace

std::vector<std::string> promise_patterns() {
    std::vector<std::string> all;
    for (const FormPattern& each : forms()) {
        all.push_back(each.pattern);
    }
    return all;
}

std::optional<Promise> find_promise(std::string_view normalized,
                                    std::optional<Timestamp> sent,
                                    const BusinessCalendar& calendar) {
    std::optional<Promise> first;
    for (std::size_t i = 0; i < forms().size(); ++i) {
        const std::optional<Promise> found = find_form(i, normalized, sent, calendar);
        if (found && (!first || found->span.begin < first->span.begin)) {
            first = found;
        }
    }
    return first;
}

PromiseState state_of(const Promise& promise,
                      const ConversationAudit& audit,
                      std::size_t reply,
                      TurnTexts texts) {
    constexpr std::size_t kMaxTurnsLater = 500;
    const std::vector<Turn>& turns = audit.conversation.turns;
    const std::uint32_t promised = audit.replies[reply].exchange.reply;
    const std::size_t end = std::min(turns.size(), promised + kMaxTurnsLater);
    if (!promise.due) {
        return PromiseState::unknown;
    }
    std::size_t next = reply + 1;
    for (std::size_t i = promised + 1; i < end; ++i) {
        const bool is_audited =
            next < audit.replies.size() && audit.replies[next].exchange.reply == i;
        const ReplyAudit* later = is_audited ? &audit.replies[next++] : nullptr;
        if (!turns[i].time.at) {
            return PromiseState::unknown;
        }
        const bool is_late = turns[i].time.at->instant > *promise.due;
        if (is_late && asks_again(turns[i], *texts[i])) {
            return PromiseState::broken;
        }
        if (later == nullptr || !is_substantive(later->relevance.verdict)) {
            continue;
        }
        if (!is_late) {
            return PromiseState::kept;
        }
        const std::vector<std::uint32_t>& question = later->exchange.question;
        if (!question.empty() && question.front() < promised) {
            return PromiseState::broken;
        }
    }
    return PromiseState::unknown;
}

}  // namespace suowen::rules
