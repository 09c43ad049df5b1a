// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "report/labels.h"
#include "report/reporter.h"

namespace suowen::report {

struct Bar {
    std::string title;
    double share = 0;    // Of the width, 0 to 1.
    std::string figure;  // What the bar stands for.
    bool is_pale = false;
};

// Bars as long as their count, of which the highest has the whole width.
struct CountedTitle {
    std::string title;
    std::uint64_t count = 0;
};

[[nodiscard]] std::vector<Bar> bars_of(const std::vector<CountedTitle>& counts);

struct HtmlColumn {
    std::string_view title;
    std::string_view style =
        "";                    // CSS classes: "n" for numbers, "wide" for what a phone leaves out.
    bool is_sortable = false;  // By the script.
    std::string_view hint = "";
};

using HtmlRow = std::vector<std::string>;  // Cells of HTML; the first one heads the row.

// What all parts of the page are made of. Titles and texts are plain unless it says HTML.
class HtmlPage {
public:
    HtmlPage(std::ostream& out, const ReportOptions& options) : out_(out), options_(options) {}

    [[nodiscard]] std::ostream& out() { return out_; }

    [[nodiscard]] const ReportOptions& options() const { return options_; }

    [[nodiscard]] Language language() const { return options_.language; }

    // Short words of the page itself.
    [[nodiscard]] std::string_view word(std::string_view zh, std::string_view en) const {
        return language() == Language::zh ? zh : en;
    }

    [[nodiscard]] std::string_view word(Label name) const { return label(name, language()); }

    // Words of a log as HTML, masked if asked for.
    [[nodiscard]] std::string said(std::string_view words) const;

    void heading(std::string_view title, std::string_view id = {});
    void subheading(std::string_view title);
    void note(std::string_view text);

    void bars(std::string_view title, const std::vector<Bar>& bars, std::string_view remark = {});

    // Scrolls sideways by itself where the page is too narrow.
    void table(std::string_view id,
               std::string_view title,
               const std::vector<HtmlColumn>& columns,
               const std::vector<HtmlRow>& rows);

    // The same with rows that the script fills in, a page at a time.
    void paged_table(std::string_view id,
                     std::string_view title,
                     const std::vector<HtmlColumn>& columns);

private:
    void begin_table(std::string_view id,
                     std::string_view title,
                     const std::vector<HtmlColumn>& columns);

    std::ostream& out_;
    const ReportOptions& options_;
};

}  // namespace suowen::report
