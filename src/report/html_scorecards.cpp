// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "report/html_parts.h"
#include "report/interval.h"
#include "report/markup.h"
#include "report/trend.h"

namespace suowen::report {
namespace {

constexpr std::size_t kMostRows = 100;
constexpr std::size_t kTrendWidth = 186;  // Pixels.
constexpr double kTrendHeight = 24;

std::string rate_words(const Score& score) {
    return fmt::format("{} ({}/{})",
                       percentage(score.bad, score.judged),
                       grouped(score.bad),
                       grouped(score.judged));
}

// The periods of the run, so that all trends have the same ones in the same places, and the rate
// that has the full height.
struct Axis {
    Period period = Period::day;
    std::map<std::chrono::sys_days, std::size_t> places;
    double top = 0;

    [[nodiscard]] bool is_drawn() const { return places.size() > 1; }

    // Pixels of a bar and the gap behind it.
    [[nodiscard]] std::size_t step() const {
        return std::clamp<std::size_t>(kTrendWidth / places.size(), 6, 16);
    }
};

Axis axis_of(const Days& days) {
    Axis axis;
    axis.period = period_for(days, kMostPeriods);
    for (const auto& [first, score] : by_period(days, axis.period)) {
        axis.places.emplace(first, axis.places.size());
    }
    return axis;
}

double highest_rate(const Scorecards& cards, Period period) {
    double highest = 0;
    for (const auto& [name, card] : cards) {
        for (const auto& [first, score] : by_period(card.by_day, period)) {
            highest = std::max(highest, share_of(score));
        }
    }
    return highest;
}

std::string trend_bar(const Days::value_type& period, const Axis& axis) {
    const auto& [first, score] = period;
    const double share = axis.top > 0 ? share_of(score) / axis.top : 0;
    const double height = 1 + share * (kTrendHeight - 1);  // A rate of 0 is seen too.
    return fmt::format(
        "<rect x=\"{}\" y=\"{:.1f}\" width=\"{}\" height=\"{:.1f}\"{}><title>{} {}</title>"
        "</rect>",
        axis.places.at(first) * axis.step(),
        kTrendHeight - height,
        axis.step() - 1,
        height,
        score.is_small() ? " class=\"pale\"" : "",
        period_name(first, axis.period),
        rate_words(score));
}

// Where the trend began and where it is, for those who do not see it.
std::string trend_words(const Days& periods, const Axis& axis, Language language) {
    const auto end_words = [&](const Days::value_type& end) {
        return period_name(end.first, axis.period) + " " + rate_words(end.second);
    };
    return fmt::format("{}{}{} → {}",
                       title_of(axis.period, language),
                       label(Label::colon, language),
                       end_words(*periods.begin()),
                       end_words(*periods.rbegin()));
}

// Bars of the rate, one a period; an empty place where there were no replies.
std::string trend_svg(const Days& days, const Axis& axis, Language language) {
    Days periods = by_period(days, axis.period);
    std::erase_if(periods, [](const auto& period) { return period.second.judged == 0; });
    if (periods.empty()) {
        return {};
    }
    std::string bars;
    for (const Days::value_type& period : periods) {
        bars += trend_bar(period, axis);
    }
    return fmt::format(
        "<svg class=\"trend\" role=\"img\" aria-label=\"{}\" width=\"{}\" height=\"{}\">{}</svg>",
        escaped_markup(trend_words(periods, axis, language)),
        axis.places.size() * axis.step(),
        kTrendHeight,
        bars);
}

struct Part {
    std::string_view id;
    std::string_view title;
    std::string_view column;
    Noun noun;
};

void write_rest(HtmlPage& page, std::size_t number, Noun noun) {
    if (number > 0) {
        page.note(and_more(number, noun, page.language()) + " (csv-scorecards)");
    }
}

std::string soft_if(bool is_so, std::string text) {
    return is_so ? "<span class=\"soft\">" + text + "</span>" : text;
}

HtmlRow people_row(const HtmlPage& page, const Scorecards::value_type& card, const Axis& axis) {
    const auto& [name, scores] = card;
    const Score& score = scores.total;
    HtmlRow row = {name.empty() ? escaped_markup(page.word(Label::unnamed)) : page.said(name),
                   grouped(score.judged),
                   grouped(score.bad),
                   soft_if(score.is_small(), share_with_interval(score.bad, score.judged)),
                   grouped(score.findings)};
    if (axis.is_drawn()) {
        row.push_back(trend_svg(scores.by_day, axis, page.language()));
    }
    return row;
}

void write_table(HtmlPage& page, const Part& part, const Scorecards& cards, const Axis& axis) {
    const std::string trend = fmt::format("{}{}{}",
                                          page.word("走势", "Trend"),
                                          page.word(Label::colon),
                                          title_of(axis.period, page.language()));
    std::vector<HtmlColumn> columns = {
        {part.column},
        {page.word(Label::replies), "n"},
        {page.word(Label::off_the_point), "n"},
        {page.word("占比（95% 置信区间）", "Share (95% interval)"), "n"},
        {page.word(Label::findings), "n"},
    };
    if (axis.is_drawn()) {
        columns.push_back({trend});
    }
    auto order = ranked(cards);
    order.resize(std::min(order.size(), kMostRows));
    std::vector<HtmlRow> rows;
    for (const auto* card : order) {
        rows.push_back(people_row(page, *card, axis));
    }
    page.table(part.id, part.title, columns, rows);
}

void write_people(HtmlPage& page, const Part& part, const Scorecards& cards, Axis axis) {
    const bool is_told_apart =
        cards.size() > 1 || (!cards.empty() && !cards.begin()->first.empty());
    if (!is_told_apart) {
        return;
    }
    axis.top = highest_rate(cards, axis.period);
    page.subheading(part.title);
    if (const std::string note = order_note(cards, page.language()); !note.empty()) {
        page.note(note);
    }
    write_table(page, part, cards, axis);
    if (axis.is_drawn()) {
        page.note(fmt::format("{}{:.1f}%{}{}",
                              page.word("走势图满高为 ", "full height of a trend: "),
                              axis.top * 100,
                              page.word(Label::comma),
                              pale_note(page.language())));
    }
    write_rest(page, cards.size() - std::min(cards.size(), kMostRows), part.noun);
}

void write_rules(HtmlPage& page, const RunInfo& run, const ScoreKeeper& scores) {
    const RuleScores found = scores.rules(run.rules);
    if (found.empty()) {
        return;
    }
    std::map<std::string_view, const RuleInfo*> infos;
    for (const RuleInfo& rule : run.rules) {
        infos.emplace(rule.id, &rule);
    }
    const auto order = ranked(found);
    std::vector<HtmlRow> rows;
    for (const auto* each : order) {
        if (rows.size() == kMostRows) {
            break;
        }
        const RuleInfo& rule = *infos.at(each->first);
        const RuleScore& score = each->second;
        rows.push_back({escaped_markup(rule.id + " " + in(rule.title, page.language())),
                        std::string(title_of(rule.severity, page.language())),
                        grouped(score.hit),
                        share_with_interval(score.hit, score.all_replies),
                        grouped(score.findings)});
    }
    const std::string_view title = page.word("规则", "Rules");
    page.subheading(title);
    page.table("rules",
               title,
               {{page.word("规则", "Rule")},
                {page.word("程度", "Severity")},
                {page.word("命中的回复", "Replies with it"), "n"},
                {page.word("占全部回复（95% 置信区间）", "Of all replies (95% interval)"), "n"},
                {page.word(Label::findings), "n"}},
               rows);
    write_rest(page, order.size() - rows.size(), Noun::rule);
}

}  // namespace

void write_scorecards(HtmlPage& page, const RunInfo& run, const ScoreKeeper& scores) {
    const Axis axis = axis_of(scores.all().by_day);
    page.heading(page.word("分项统计", "Scorecards"));
    page.note(page.word("未切题指回避敷衍或答非所问；占比的分母是须作答且能判断的回复。",
                        "Off the point: deflected or off topic, of the replies to a question that "
                        "could be judged."));
    write_people(page,
                 {"agents", page.word(Label::agents), page.word(Label::agent), Noun::agent},
                 scores.agents(),
                 axis);
    write_people(page,
                 {"teams", page.word(Label::teams), page.word(Label::team), Noun::team},
                 scores.teams(),
                 axis);
    write_people(page,
                 {"channels", page.word(Label::channels), page.word(Label::channel), Noun::channel},
                 scores.channels(),
                 axis);
    write_rules(page, run, scores);
}

}  // namespace suowen::report
