// SPDX-License-Identifier: Apache-2.0
#include "report/text_page.h"

#include <algorithm>
#include <array>

#include "text/display_width.h"

namespace suowen::report {
namespace {

constexpr std::size_t kNarrowest = 60;  // Tables need as much.
constexpr std::size_t kWidest = 120;    // Longer lines are hard to read.
constexpr std::string_view kIndent = "  ";
constexpr std::string_view kGap = "  ";
constexpr std::size_t kFewestColumns = 12;  // For a column that is wrapped or cut.
constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kHighlight = "\x1b[1;4;31m";

constexpr std::array<std::string_view, 8> kCodes = {
    "", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[1;31m", "\x1b[33m", "\x1b[36m", "\x1b[32m"};

std::string padded(std::string_view text, std::size_t columns, Align align) {
    const std::size_t width = text::display_width(text);
    const std::string space(columns > width ? columns - width : 0, ' ');
    return align == Align::left ? std::string(text) + space : space + std::string(text);
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

// Turns marks into colour; words that were highlighted go on being so on the next line.
std::string highlighted(std::string line, bool& is_inside) {
    const bool began_inside = is_inside;
    const std::size_t last_begin = line.rfind(kMarkBegin);
    const std::size_t last_end = line.rfind(kMarkEnd);
    if (last_begin != std::string::npos || last_end != std::string::npos) {
        is_inside = last_end == std::string::npos ||
                    (last_begin != std::string::npos && last_begin > last_end);
    }
    replace_all(line, kMarkBegin, kHighlight);
    replace_all(line, kMarkEnd, kReset);
    return (began_inside ? std::string(kHighlight) : std::string()) + line +
           (is_inside ? std::string(kReset) : std::string());
}

std::vector<std::size_t> natural_widths(const std::vector<Column>& columns,
                                        const std::vector<std::vector<Cell>>& rows) {
    std::vector<std::size_t> widths;
    for (const Column& column : columns) {
        widths.push_back(text::display_width(column.title));
    }
    for (const std::vector<Cell>& row : rows) {
        for (std::size_t i = 0; i < std::min(row.size(), widths.size()); ++i) {
            widths[i] = std::max(widths[i], text::display_width(row[i].text));
        }
    }
    return widths;
}

// Narrows the last column, then the first, until the table fits.
void fit(std::vector<std::size_t>& widths, std::size_t page) {
    std::size_t total = kIndent.size();
    for (const std::size_t width : widths) {
        total += width + kGap.size();
    }
    total -= kGap.size();
    const auto narrow = [&](std::size_t& width) {
        const std::size_t excess = total > page ? total - page : 0;
        const std::size_t spare = width > kFewestColumns ? width - kFewestColumns : 0;
        width -= std::min(excess, spare);
        total -= std::min(excess, spare);
    };
    narrow(widths.back());
    narrow(widths.front());
}

}  // namespace

std::string without_marks(std::string text) {
    replace_all(text, kMarkBegin, "[");
    replace_all(text, kMarkEnd, "]");
    return text;
}

TextPage::TextPage(std::ostream& out, bool use_color, std::size_t width)
    : out_(out), use_color_(use_color), width_(std::clamp(width, kNarrowest, kWidest)) {}

std::string TextPage::paint(Style style, std::string_view text) const {
    const std::string_view code = kCodes.at(static_cast<std::size_t>(style));
    if (!use_color_ || code.empty() || text.empty()) {
        return std::string(text);
    }
    return std::string(code) + std::string(text) + std::string(kReset);
}

void TextPage::blank() {
    raw({});
}

void TextPage::heading(std::string_view title, std::string_view remark) {
    if (has_lines_) {
        blank();
    }
    std::string line = paint(Style::bold, title);
    if (!remark.empty()) {
        line += kGap;
        line += paint(Style::dim, remark);
    }
    raw(line);
}

void TextPage::line(std::string_view text, Style style) {
    for (const std::string& part : text::wrapped(text, width_ - kIndent.size())) {
        raw(std::string(kIndent) + paint(style, part));
    }
}

void TextPage::entry(std::string_view label, std::size_t label_columns, std::string_view text) {
    const std::size_t margin = kIndent.size() + label_columns + kGap.size();
    const std::size_t columns = width_ - std::min(width_ - kFewestColumns, margin);
    std::string head =
        std::string(kIndent) + paint(Style::dim, padded(label, label_columns, Align::left));
    bool is_inside = false;
    for (const std::string& part : text::wrapped(text, columns)) {
        raw(head + std::string(kGap) + (use_color_ ? highlighted(part, is_inside) : part));
        head.assign(kIndent.size() + label_columns, ' ');
    }
}

void TextPage::table(const std::vector<Column>& columns,
                     const std::vector<std::vector<Cell>>& rows) {
    std::vector<std::size_t> widths = natural_widths(columns, rows);
    fit(widths, width_);
    const auto print_row = [&](const std::vector<Cell>& row) {
        std::string head;
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            const std::string text = text::truncated(row[i].text, widths[i]);
            head +=
                paint(row[i].style, padded(text, widths[i], columns[i].align)) + std::string(kGap);
        }
        std::size_t margin = 0;
        for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
            margin += widths[i] + kGap.size();
        }
        for (const std::string& part : text::wrapped(row.back().text, widths.back())) {
            const std::string last = columns.back().align == Align::left
                                         ? part
                                         : padded(part, widths.back(), Align::right);
            std::string line = head + paint(row.back().style, last);
            line.erase(line.find_last_not_of(' ') + 1);
            raw(std::string(kIndent) + line);
            head.assign(margin, ' ');
        }
    };
    std::vector<Cell> titles;
    for (const Column& column : columns) {
        titles.push_back({column.title, Style::dim});
    }
    if (std::any_of(
            titles.begin(), titles.end(), [](const Cell& cell) { return !cell.text.empty(); })) {
        print_row(titles);
    }
    std::for_each(rows.begin(), rows.end(), print_row);
}

void TextPage::raw(std::string_view text) {
    out_ << text << '\n';
    has_lines_ = true;
}

}  // namespace suowen::report
