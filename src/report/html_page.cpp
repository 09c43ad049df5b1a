// SPDX-License-Identifier: Apache-2.0
#include "report/html_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/markup.h"
#include "report/words.h"

namespace suowen::report {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
    return value.empty() ? std::string() : fmt::format(" {}=\"{}\"", name, escaped_markup(value));
}

}  // namespace

std::vector<Bar> bars_of(const std::vector<CountedTitle>& counts) {
    std::uint64_t most = 1;
    for (const CountedTitle& each : counts) {
        most = std::max(most, each.count);
    }
    std::vector<Bar> bars;
    for (const CountedTitle& each : counts) {
        const double share = static_cast<double>(each.count) / static_cast<double>(most);
        bars.push_back({each.title, share, grouped(each.count)});
    }
    return bars;
}

std::string HtmlPage::said(std::string_view words) const {
    return escaped_markup(shown(words, options_.redaction));
}

void HtmlPage::heading(std::string_view title, std::string_view id) {
    out_ << "<h2" << attribute("id", id) << '>' << escaped_markup(title) << "</h2>";
}

void HtmlPage::subheading(std::string_view title) {
    out_ << "<h3>" << escaped_markup(title) << "</h3>";
}

void HtmlPage::note(std::string_view text) {
    out_ << "<p class=\"note\">" << escaped_markup(text) << "</p>";
}

void HtmlPage::bars(std::string_view title, const std::vector<Bar>& bars, std::string_view remark) {
    out_ << "<section>";
    heading(title);
    if (!remark.empty()) {
        note(remark);
    }
    out_ << "<table class=\"bars\"" << attribute("aria-label", title) << "><tbody>";
    for (const Bar& bar : bars) {
        out_ << "<tr><th scope=\"row\">" << escaped_markup(bar.title) << "</th><td>";
        if (bar.share > 0) {
            out_ << fmt::format("<span class=\"bar{}\" style=\"width:{:.1f}%\"></span>",
                                bar.is_pale ? " pale" : "",
                                bar.share * 100);
        }
        out_ << "</td><td class=\"n\">" << escaped_markup(bar.figure) << "</td></tr>";
    }
    out_ << "</tbody></table></section>";
}

void HtmlPage::table(std::string_view id,
                     std::string_view title,
                     const std::vector<HtmlColumn>& columns,
                     const std::vector<HtmlRow>& rows) {
    begin_table(id, title, columns);
    out_ << "<tbody>";
    for (const HtmlRow& row : rows) {
        out_ << "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string style = attribute("class", columns.at(i).style);
            out_ << (i == 0 ? "<th scope=\"row\"" : "<td") << style << '>' << row[i]
                 << (i == 0 ? "</th>" : "</td>");
        }
        out_ << "</tr>";
    }
    out_ << "</tbody></table></div>";
}

void HtmlPage::paged_table(std::string_view id,
                           std::string_view title,
                           const std::vector<HtmlColumn>& columns) {
    out_ << "<p class=\"note paper\" id=\"" << id << "-first\"></p>";
    begin_table({}, title, columns);
    out_ << "<tbody id=\"" << id << "\"></tbody></table></div>";
    const auto button = [&](std::string_view what, std::string_view caption) {
        out_ << "<button type=\"button\" class=\"page\" id=\"" << id << '-' << what << '"'
             << attribute("aria-label", fmt::format("{} – {}", caption, title)) << '>' << caption
             << "</button>";
    };
    out_ << "<p class=\"pager\">";
    button("previous", word("上一页", "Previous"));
    out_ << " <span id=\"" << id << "-page\" role=\"status\"></span> ";
    button("next", word("下一页", "Next"));
    out_ << "</p>";
}

void HtmlPage::begin_table(std::string_view id,
                           std::string_view title,
                           const std::vector<HtmlColumn>& columns) {
    // Who uses no mouse scrolls it with the keyboard.
    out_ << "<div class=\"scroll\" role=\"region\" tabindex=\"0\"" << attribute("aria-label", title)
         << "><table" << attribute("id", id) << "><thead><tr>";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const HtmlColumn& column = columns[i];
        out_ << "<th scope=\"col\"" << attribute("class", column.style)
             << attribute("title", column.hint);
        if (column.is_sortable) {
            out_ << " data-col=\"" << i << "\"><button type=\"button\">"
                 << escaped_markup(column.title) << "</button></th>";
        } else {
            out_ << '>' << escaped_markup(column.title) << "</th>";
        }
    }
    out_ << "</tr></thead>";
}

}  // namespace suowen::report
