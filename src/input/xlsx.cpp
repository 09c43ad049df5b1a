// SPDX-License-Identifier: Apache-2.0
#include "input/xlsx.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <memory>

#include "model/timestamp.h"

namespace suowen::input {
namespace {

constexpr std::size_t kLargestDocument = std::size_t{256} << 20U;
constexpr std::size_t kMostColumns = 1024;

constexpr char kSeparator = ' ';  // Between namespace and name; in neither of them.

// The name of an element of workbooks, whatever prefix it is written with. Empty for those of other
// namespaces, such as extensions that have rows of their own.
std::string_view workbook_name(std::string_view written) {
    const std::size_t separator = written.rfind(kSeparator);
    if (separator == std::string_view::npos) {
        return written;
    }
    const std::string_view space = written.substr(0, separator);
    const bool is_workbook = space == "http://schemas.openxmlformats.org/spreadsheetml/2006/main" ||
                             space == "http://purl.oclc.org/ooxml/spreadsheetml/main";
    return is_workbook ? written.substr(separator + 1) : std::string_view();
}

// Hands elements and texts of an XML document to a handler with begin(), end() and text().
template <class Handler>
void parse_xml(std::string_view xml, Handler& handler) {
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(
        XML_ParserCreateNS(nullptr, kSeparator), XML_ParserFree);
    XML_SetUserData(parser.get(), &handler);
    XML_SetElementHandler(
        parser.get(),
        [](void* to, const XML_Char* name, const XML_Char** attributes) {
            static_cast<Handler*>(to)->begin(workbook_name(name), attributes);
        },
        [](void* to, const XML_Char* name) {
            static_cast<Handler*>(to)->end(workbook_name(name));
        });
    XML_SetCharacterDataHandler(parser.get(), [](void* to, const XML_Char* text, int size) {
        static_cast<Handler*>(to)->text({text, static_cast<std::size_t>(size)});
    });
    constexpr std::size_t kStep = std::size_t{1} << 24U;
    for (std::size_t at = 0; at < xml.size(); at += kStep) {
        const std::string_view part = xml.substr(at, kStep);
        // What stands before damage has been handed over; there is nothing more to do about it.
        if (XML_Parse(parser.get(),
                      part.data(),
                      static_cast<int>(part.size()),
                      at + kStep >= xml.size() ? 1 : 0) != XML_STATUS_OK) {
            return;
        }
    }
}

std::string_view attribute(const XML_Char** attributes, std::string_view name) {
    for (; *attributes != nullptr; attributes += 2) {
        if (name == attributes[0]) {
            return attributes[1];
        }
    }
    return {};
}

int number(std::string_view digits) {
    int value = -1;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// Texts that cells refer to by number; a text may be written in several runs.
struct SharedTexts {
    std::vector<std::string> texts;
    bool is_in_text = false;
    bool is_in_phonetic = false;

    void begin(std::string_view name, const XML_Char**) {
        if (name == "si") {
            texts.emplace_back();
        }
        is_in_phonetic = is_in_phonetic || name == "rPh";
        is_in_text = name == "t" && !is_in_phonetic;
    }

    void end(std::string_view name) {
        is_in_text = false;
        is_in_phonetic = is_in_phonetic && name != "rPh";
    }

    void text(std::string_view part) {
        if (is_in_text && !texts.empty()) {
            texts.back() += part;
        }
    }
};

// Which styles show a number as a date.
struct DateStyles {
    std::map<int, bool> formats;  // Of the workbook's own ones.
    std::vector<bool> is_date;    // By the number of the style.
    bool is_in_cells = false;

    static bool shows_date(std::string_view code) {
        return code.find_first_of("yY") != std::string_view::npos ||
               code.find("h:") != std::string_view::npos ||
               code.find("H:") != std::string_view::npos;
    }

    [[nodiscard]] bool is_date_format(int id) const {
        const auto own = formats.find(id);
        return own != formats.end() ? own->second
                                    : (id >= 14 && id <= 22) || (id >= 27 && id <= 36) ||
                                          (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    }

    void begin(std::string_view name, const XML_Char** attributes) {
        if (name == "numFmt") {
            formats[number(attribute(attributes, "numFmtId"))] =
                shows_date(attribute(attributes, "formatCode"));
        } else if (name == "cellXfs") {
            is_in_cells = true;
        } else if (name == "xf" && is_in_cells) {
            is_date.push_back(is_date_format(number(attribute(attributes, "numFmtId"))));
        }
    }

    void end(std::string_view name) { is_in_cells = is_in_cells && name != "cellXfs"; }

    void text(std::string_view) {}
};

// Days since 1899-12-30, as Excel counts.
std::string date_text(double serial) {
    using namespace std::chrono;
    constexpr double kSecondsPerDay = 86400;
    constexpr double kMost = 2958466;  // The year 10000.
    if (!(serial >= 0 && serial < kMost)) {
        return {};
    }
    const auto total = seconds(std::llround(serial * kSecondsPerDay));
    const auto moment = sys_days(year(1899) / December / 30) + total;
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const auto of_day = (moment - day).count();
    return fmt::format(
        "{} {:02}:{:02}:{:02}", iso_day(date), of_day / 3600, of_day / 60 % 60, of_day % 60);
}

class SheetReader {
public:
    SheetReader(const std::vector<std::string>& texts, const std::vector<bool>& dates)
        : texts_(texts), dates_(dates) {}

    [[nodiscard]] std::string take() { return std::move(csv_); }

    void begin(std::string_view name, const XML_Char** attributes) {
        if (name == "row") {
            begin_row(attribute(attributes, "r"));
        } else if (name == "c") {
            begin_cell(attributes);
        }
        is_in_value_ = name == "v" || name == "t";
    }

    void end(std::string_view name) {
        is_in_value_ = false;
        if (name == "c") {
            end_cell();
        } else if (name == "row") {
            csv_ += '\n';
            ++rows_;
        }
    }

    void text(std::string_view part) {
        if (is_in_value_) {
            value_ += part;
        }
    }

private:
    // Rows without any cell are left out of the file; blank lines keep the numbers.
    void begin_row(std::string_view row) {
        const int wanted = number(row);
        constexpr int kMostBlank = 1000;
        for (int blank = 0; rows_ + 1 < wanted && blank < kMostBlank; ++blank) {
            csv_ += '\n';
            ++rows_;
        }
        column_ = 0;
    }

    void begin_cell(const XML_Char** attributes) {
        value_.clear();
        kind_ = attribute(attributes, "t");
        style_ = number(attribute(attributes, "s"));
        std::size_t column = 0;
        for (const char c : attribute(attributes, "r")) {
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        }
        column = std::min(column == 0 ? column_ + 1 : column, kMostColumns);
        for (; column_ + 1 < column; ++column_) {
            csv_ += column_ > 0 ? "," : "";
        }
    }

    void end_cell() {
        csv_ += column_++ > 0 ? "," : "";
        std::string shown = value_;
        if (kind_ == "s") {
            const int index = number(value_);
            shown = index >= 0 && static_cast<std::size_t>(index) < texts_.size()
                        ? texts_[static_cast<std::size_t>(index)]
                        : std::string();
        } else if (kind_.empty() || kind_ == "n") {
            const bool is_date = style_ >= 0 && static_cast<std::size_t>(style_) < dates_.size() &&
                                 dates_[static_cast<std::size_t>(style_)];
            double serial = -1;
            std::from_chars(value_.data(), value_.data() + value_.size(), serial);
            shown = is_date && serial > 0 ? date_text(serial) : value_;
        }
        append(shown);
    }

    void append(std::string_view cell) {
        const bool is_plain = cell.find_first_of(",\"\r\n") == std::string_view::npos;
        csv_ += is_plain ? "" : "\"";
        for (const char c : cell) {
            // A line break in a cell would shift the numbers of the rows behind it.
            csv_ += c == '"' ? "\"\"" : c == '\n' || c == '\r' ? " " : std::string(1, c);
        }
        csv_ += is_plain ? "" : "\"";
    }

    const std::vector<std::string>& texts_;
    const std::vector<bool>& dates_;
    std::string csv_;
    std::string value_;
    std::string kind_;
    int style_ = -1;
    int rows_ = 0;
    std::size_t column_ = 0;
    bool is_in_value_ = false;
};

std::string content_of(ByteSource& source, std::size_t& left) {
    std::string content;
    constexpr std::size_t kStep = std::size_t{1} << 20U;
    while (content.size() <= left) {
        const std::size_t size = content.size();
        content.resize(size + kStep);
        const std::size_t count = read_fully(source, content.data() + size, kStep);
        content.resize(size + count);
        if (count < kStep) {
            break;
        }
    }
    left -= std::min(left, content.size());
    return content;
}

}  // namespace

std::vector<Sheet> sheets_of(Archive& document, std::string& problem) {
    constexpr std::string_view kFolder = "xl/worksheets/sheet";
    SharedTexts texts;
    DateStyles styles;
    std::map<int, std::string> sheets;
    std::size_t left = kLargestDocument;
    while (std::optional<Archive::Entry> entry = document.next()) {
        const std::string_view name = entry->name;
        const bool is_sheet = name.starts_with(kFolder) && name.ends_with(".xml");
        if (!is_sheet && name != "xl/sharedStrings.xml" && name != "xl/styles.xml") {
            continue;
        }
        std::string xml = content_of(*entry->source, left);
        if (left == 0) {
            problem = "the workbook is larger than 256 MiB";
            return {};
        }
        if (is_sheet) {
            sheets[number(name.substr(kFolder.size()))] = std::move(xml);
        } else if (name == "xl/styles.xml") {
            parse_xml(xml, styles);
        } else {
            parse_xml(xml, texts);
        }
    }
    std::vector<Sheet> read;
    for (const auto& [index, xml] : sheets) {
        SheetReader reader(texts.texts, styles.is_date);
        parse_xml(xml, reader);
        read.push_back({fmt::format("sheet{}", index), reader.take()});
    }
    return read;
}

}  // namespace suowen::input
