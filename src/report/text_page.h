// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace suowen::report {

enum class Style : std::uint8_t { plain, bold, dim, red, strong_red, yellow, cyan, green };

enum class Align : std::uint8_t { left, right };

struct Cell {
    std::string text;
    Style style = Style::plain;
};

struct Column {
    std::string title;
    Align align = Align::left;
};

// Around words to be highlighted inside of a text for TextPage::entry(); text from outside must
// not contain them, see without_marks().
inline constexpr std::string_view kMarkBegin = "⟦";
inline constexpr std::string_view kMarkEnd = "⟧";

[[nodiscard]] std::string without_marks(std::string text);

// Lays out text on a terminal of a given width. All text must be printable already.
class TextPage {
public:
    TextPage(std::ostream& out, bool use_color, std::size_t width);

    [[nodiscard]] std::string paint(Style style, std::string_view text) const;

    void blank();

    // Set off by a blank line, unless it is the first of the page.
    void heading(std::string_view title, std::string_view remark = {});

    // One line, wrapped where it is too long, under the first column.
    void line(std::string_view text, Style style = Style::plain);

    // `label`, padded to `label_columns`, then the text, wrapped beside it. Marked words are
    // painted, or keep their marks where there is no colour.
    void entry(std::string_view label, std::size_t label_columns, std::string_view text);

    // Columns are as wide as they need; the last one is wrapped, the first cut where the page is
    // too narrow. A heading row is left out when all titles are empty.
    void table(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows);

    // Writes a line as it is.
    void raw(std::string_view text);

private:
    std::ostream& out_;
    bool use_color_;
    std::size_t width_;
    bool has_lines_ = false;
};

}  // namespace suowen::report
