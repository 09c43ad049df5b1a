// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "report/html_parts.h"
#include "report/markup.h"
#include "report/totals.h"
#include "report/words.h"

namespace suowen::report {
namespace {

void write_advice(HtmlPage& page, const std::vector<Measure>& advice) {
    if (advice.empty()) {
        return;
    }
    page.heading(page.word(Label::what_to_do));
    for (const Measure& measure : advice) {
        page.subheading(measure.title);
        page.out() << "<ul>";
        for (const std::string& reason : measure.because) {
            page.out() << "<li>" << escaped_markup(reason) << "</li>";
        }
        page.out() << "</ul>";
    }
}

void write_select(HtmlPage& page, std::string_view id, std::string_view title) {
    page.out() << "<label>" << title << " <select id=\"" << id << "\"><option value=\"\">"
               << page.word("全部", "all") << "</option></select></label>";
}

void write_filters(HtmlPage& page) {
    page.out() << "<form class=\"filters\" id=\"filters\" role=\"search\" aria-label=\""
               << page.word("筛选发现", "Filter findings") << "\"><label>"
               << page.word("搜索", "Search") << " <input id=\"f-text\" type=\"search\"></label>";
    write_select(page, "f-severity", page.word("程度", "Severity"));
    write_select(page, "f-category", page.word("类别", "Category"));
    write_select(page, "f-rule", page.word("规则", "Rule"));
    write_select(page, "f-agent", page.word("客服", "Agent"));
    write_select(page, "f-state", page.word("状态", "State"));
    page.out() << "</form><p class=\"about soft\" id=\"count\" role=\"status\"></p>";
}

void write_findings(HtmlPage& page, const Summary& summary) {
    const std::string_view title = page.word("发现", "Findings");
    page.out() << "<h2 id=\"findings\" tabindex=\"-1\">" << title << "</h2><noscript><p>"
               << page.word("列表和筛选需要启用 JavaScript。",
                            "The lists and filters need JavaScript.")
               << "</p></noscript>";
    if (const std::string states = states_line(summary, page.language()); !states.empty()) {
        page.note(states);
    }
    write_filters(page);
    page.out() << "<div class=\"screen\">";
    page.paged_table("rows",
                     title,
                     {{page.word("程度", "Severity"), "", true},
                      {page.word("规则", "Rule"), "", true},
                      {page.word("客服", "Agent"), "wide", true},
                      {page.word("对话", "Conversation"), "wide", true},
                      {page.word("时间", "Time"), "wide", true},
                      {page.word("位置", "Place"), "", true}});
    page.out() << "</div><div class=\"paper\" id=\"printed\"></div>";
}

void write_replies(HtmlPage& page) {
    const std::string_view title = page.word("未切题的回复", "Replies off the point");
    const std::string_view why = page.word(Label::relevance_note);
    page.heading(title);
    page.note(why);
    page.note(
        page.word("把握大的在前，把握相同的按相关度从低到高。说法相同的只列一次。",
                  "Surest first, then by relevance; the same words are listed once."));
    page.paged_table("replies",
                     title,
                     {{page.word("判定", "Verdict")},
                      {page.word(Label::certainty), "n"},
                      {page.word(Label::relevance), "n", false, why},
                      {page.word("问与答", "Question and reply")},
                      {page.word("位置", "Place"), "wide"}});
}

void write_unanswered(HtmlPage& page) {
    const std::string_view title = page.word("无人答复的提问", "Questions nobody answered");
    page.heading(title);
    page.note(page.word("等候时长从提问起算，到聊天记录结束为止，只计人工值守的时间。",
                        "A wait is from the question to the end of the log, in staffed time."));
    page.paged_table("unanswered",
                     title,
                     {{page.word("提问", "Question")},
                      {page.word("已等候", "Has waited")},
                      {page.word("对话", "Conversation"), "wide"},
                      {page.word("时间", "Time"), "wide"},
                      {page.word("位置", "Place")}});
}

void write_diagnostics(HtmlPage& page, const Diagnostics& diagnostics) {
    page.out() << "<ul>";
    for (const Diagnostic& item : diagnostics) {
        const std::string line =
            item.location.line > 0 ? fmt::format(":{}", item.location.line) : std::string();
        page.out() << "<li>" << page.said(item.location.path) << line << ' '
                   << page.said(item.message) << "</li>";
    }
    page.out() << "</ul>";
}

void write_unread(HtmlPage& page, const Summary& summary, const Unread& unread) {
    const std::string counts = skipped_counts(summary, page.language());
    if (counts.empty() && unread.first().empty()) {
        return;
    }
    page.heading(page.word(Label::skipped), "unread");
    page.note(counts);
    if (!unread.first().empty()) {
        write_diagnostics(page, unread.first());
    }
    if (unread.rest() > 0) {
        page.note(and_more(unread.rest(), Noun::diagnostic, page.language()));
    }
}

}  // namespace

void write_lists(HtmlPage& page,
                 const Summary& summary,
                 const std::vector<Measure>& advice,
                 const HtmlData& data,
                 const Unread& unread) {
    write_advice(page, advice);
    write_findings(page, summary);
    if (data.has_replies()) {
        write_replies(page);
    }
    if (data.has_unanswered()) {
        write_unanswered(page);
    }
    write_unread(page, summary, unread);
}

}  // namespace suowen::report
