// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "report/html_parts.h"
#include "report/markup.h"
#include "report/trend.h"

namespace suowen::report {
namespace {

// "2026-03-01 02:00 UTC" of an ISO 8601 time.
std::string minute_of(std::string_view started) {
    constexpr std::size_t kDay = std::string_view("2026-03-01").size();
    constexpr std::size_t kMinute = std::string_view("2026-03-01T02:00").size();
    return started.size() < kMinute ? std::string(started)
                                    : fmt::format("{} {} UTC",
                                                  started.substr(0, kDay),
                                                  started.substr(kDay + 1, kMinute - kDay - 1));
}

void write_title(HtmlPage& page, const RunInfo& run, std::string_view logs) {
    page.out() << "<h1>" << report_title(page.language()) << "</h1>";
    if (!logs.empty()) {
        page.out() << "<p class=\"about\">" << escaped_markup(logs) << "</p>";
    }
    page.out() << "<p class=\"about soft\">suowen " << escaped_markup(run.version) << " · "
               << escaped_markup(minute_of(run.started)) << " · "
               << page.word("发现是复核的线索，不是结论。",
                            "A finding is a reason to look, not a judgement.")
               << "</p>";
}

void write_cards(HtmlPage& page, const Summary& summary) {
    const Score score = score_of(summary.by_verdict);
    const auto card = [&](std::string_view id,
                          std::uint64_t number,
                          std::string_view title,
                          std::string_view remark = {}) {
        page.out() << "<div class=\"card\" id=\"" << id << "\"><b>" << grouped(number) << "</b>"
                   << title;
        if (!remark.empty()) {
            page.out() << "<br><span class=\"soft\">" << remark << "</span>";
        }
        page.out() << "</div>";
    };
    const std::uint64_t old = summary.findings_known + summary.findings_suppressed;
    page.out() << "<div class=\"cards\">";
    card("conversations", summary.conversations, page.word("段对话", "conversations"));
    card("all-replies",
         summary.replies,
         page.word("条回复", "replies"),
         counted(score.judged, Noun::asked_reply, page.language()));
    card("bad",
         score.bad,
         page.word("条回复未切题", "replies off the point"),
         percentage(score.bad, score.judged));
    card("nobody-answered",
         summary.unanswered,
         page.word("个提问无人答复", "questions nobody answered"));
    card("all-findings",
         summary.findings,
         page.word("项发现", "findings"),
         old == 0 ? std::string()
                  : counted(summary.findings - old, Noun::new_finding, page.language()));
    card("skipped",
         summary.skipped_records + summary.skipped_files,
         page.word("处输入未审计", "records or files not audited"));
    page.out() << "</div>";
}

void write_verdicts(HtmlPage& page, const Summary& summary) {
    std::vector<CountedTitle> counts;
    for (std::size_t i = 0; i < kVerdictCount; ++i) {
        counts.push_back({std::string(title_of(static_cast<Verdict>(i), page.language())),
                          summary.by_verdict.at(i)});
    }
    page.bars(page.word("回复判定", "Verdicts"), bars_of(counts));
}

void write_severities(HtmlPage& page, const Summary& summary) {
    std::vector<CountedTitle> counts;
    for (std::size_t i = kSeverityCount; i-- > 0;) {
        counts.push_back({std::string(title_of(static_cast<Severity>(i), page.language())),
                          summary.by_severity.at(i)});
    }
    page.bars(page.word("发现的严重程度", "Severity of findings"), bars_of(counts));
}

void write_categories(HtmlPage& page, const Summary& summary) {
    std::vector<CountedTitle> counts;
    for (const auto& [category, count] : summary.by_category) {
        counts.push_back({std::string(title_of_category(category, page.language())), count});
    }
    page.bars(page.word("风险类别", "Categories of risk"), bars_of(counts));
}

void write_waits(HtmlPage& page, const ResponseTimes& times) {
    if (times.count == 0) {
        return;
    }
    std::vector<CountedTitle> counts;
    for (std::size_t i = 0; i < times.buckets.size(); ++i) {
        constexpr auto& kBounds = ResponseTimes::kBoundsSeconds;
        const auto bound = [&](std::size_t at) {
            return duration_words(kBounds.at(at), page.language());
        };
        const std::string title = i == 0                ? "< " + bound(i)
                                  : i == kBounds.size() ? "≥ " + bound(i - 1)
                                                        : bound(i - 1) + " – " + bound(i);
        counts.push_back({title, times.buckets.at(i)});
    }
    page.bars(page.word("响应时间", "Response times"), bars_of(counts));
}

// All days of the log, in periods that are few enough to look at.
void write_trends(HtmlPage& page, const Days& days) {
    const Period period = period_for(days, kMostPeriods);
    const Days periods = by_period(days, period);
    if (periods.size() < 2) {
        return;
    }
    std::vector<Bar> rates;
    std::vector<CountedTitle> findings;
    bool has_small = false;
    double highest = 0;
    for (const auto& [first, score] : periods) {
        highest = std::max(highest, share_of(score));
    }
    for (const auto& [first, score] : periods) {
        const std::string name = period_name(first, period);
        rates.push_back({name,
                         highest > 0 ? share_of(score) / highest : 0,
                         fmt::format("{} ({} / {})",
                                     percentage(score.bad, score.judged),
                                     grouped(score.bad),
                                     grouped(score.judged)),
                         score.is_small()});
        findings.push_back({name, score.findings});
        has_small = has_small || score.is_small();
    }
    const std::string_view by = title_of(period, page.language());
    const auto title = [&](std::string_view what) {
        return fmt::format("{}{}{}", what, page.word(Label::colon), by);
    };
    page.bars(title(page.word("未切题的比例", "Replies off the point")),
              rates,
              has_small ? pale_note(page.language()) : std::string());
    page.bars(title(page.word("发现数", "Findings")), bars_of(findings));
}

}  // namespace

std::string_view report_title(Language language) {
    return language == Language::zh ? "客服对话审计报告" : "Audit of customer-service transcripts";
}

void write_overview(HtmlPage& page,
                    const RunInfo& run,
                    std::string_view logs,
                    const Summary& summary,
                    const ScoreKeeper& scores) {
    write_title(page, run, logs);
    write_cards(page, summary);
    page.out() << "<div class=\"plots\">";
    write_verdicts(page, summary);
    write_severities(page, summary);
    write_categories(page, summary);
    write_waits(page, summary.response_times);
    write_trends(page, scores.all().by_day);
    page.out() << "</div>";
}

}  // namespace suowen::report
