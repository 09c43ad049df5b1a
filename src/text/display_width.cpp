// SPDX-License-Identifier: Apache-2.0
#include "text/display_width.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace suowen::text {
namespace {

constexpr char32_t kEmojiPresentation = 0xFE0F;
constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr std::string_view kEllipsis = "…";

UChar32 icu(char32_t c) {
    return static_cast<UChar32>(c);
}

bool is_modifier(char32_t c) {
    return u_hasBinaryProperty(icu(c), UCHAR_EMOJI_MODIFIER) != 0;
}

bool is_regional_indicator(char32_t c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

std::size_t width_of(char32_t c) {
    if (c >= 0x20 && c < 0x7F) {
        return 1;
    }
    switch (u_charType(icu(c))) {
        case U_CONTROL_CHAR:
        case U_FORMAT_CHAR:
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
        case U_SURROGATE:
            return c == 0xAD ? 1 : 0;  // A soft hyphen is drawn.
        default:
            break;
    }
    const int width = u_getIntPropertyValue(icu(c), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// What a terminal draws as one: a character with the marks, selectors and joined emoji after it.
struct Cluster {
    std::size_t bytes = 0;
    std::size_t columns = 0;
    char32_t first = 0;
    char32_t last = 0;
};

Cluster cluster_at(std::string_view text, std::size_t at) {
    const utf8::Decoded head = utf8::decode(text, at);
    Cluster cluster{head.bytes, width_of(head.code_point), head.code_point, head.code_point};
    bool may_pair = is_regional_indicator(head.code_point);
    while (at + cluster.bytes < text.size()) {
        const utf8::Decoded next = utf8::decode(text, at + cluster.bytes);
        const bool is_joined = cluster.last == kZeroWidthJoiner && cluster.columns == 2;
        const bool is_flag = may_pair && is_regional_indicator(next.code_point);
        if (next.code_point == kEmojiPresentation) {
            cluster.columns = std::max<std::size_t>(cluster.columns, cluster.columns == 0 ? 0 : 2);
        } else if (is_flag) {
            cluster.columns = 2;
        } else if (!is_joined && !(is_modifier(next.code_point) && cluster.columns == 2) &&
                   (next.code_point < 0x20 || width_of(next.code_point) != 0)) {
            break;
        }
        may_pair = false;
        cluster.last = next.code_point;
        cluster.bytes += next.bytes;
    }
    return cluster;
}

bool is_east_asian(char32_t c) {
    return c >= 0x2E80 && width_of(c) == 2;
}

bool is_one_of(std::u32string_view list, char32_t c) {
    return list.find(c) != std::u32string_view::npos;
}

// Characters that a line must not begin with.
bool closes(char32_t c) {
    return is_one_of(U",.!?:;)]}%…，。、！？：；）】》〉」』〕’”·～—％⟧", c);
}

// Characters that a line must not end with.
bool opens(char32_t c) {
    return is_one_of(U"([{（【《〈「『〔‘“¥￥⟦", c);
}

bool may_break_between(char32_t before, char32_t after) {
    return (is_east_asian(before) || is_east_asian(after)) && !closes(after) && !opens(before);
}

std::string_view without_trailing_spaces(std::string_view line) {
    const std::size_t last = line.find_last_not_of(' ');
    return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

// Where the line that begins at `begin` ends, and where the next one begins.
struct Break {
    std::size_t end;
    std::size_t next;
};

Break next_break(std::string_view text, std::size_t begin, std::size_t columns) {
    std::size_t used = 0;
    std::size_t at = begin;
    std::size_t allowed = begin;  // The last place where the line may be broken.
    char32_t previous = 0;
    while (at < text.size()) {
        if (text[at] == '\n') {
            return {at, at + 1};
        }
        const Cluster cluster = cluster_at(text, at);
        if (at > begin && (previous == ' ' || may_break_between(previous, cluster.first)) &&
            cluster.first != ' ') {
            allowed = at;
        }
        if (used + cluster.columns > columns && cluster.first != ' ') {
            // A word longer than the line is cut, but at least one character goes on each line.
            const std::size_t end =
                allowed > begin ? allowed : (at > begin ? at : at + cluster.bytes);
            return {end, end};
        }
        used += cluster.columns;
        at += cluster.bytes;
        previous = cluster.last;
    }
    return {text.size(), text.size()};
}

bool is_printable(utf8::Decoded decoded) {
    const char32_t c = decoded.code_point;
    if (c > 0x3000 && c < 0xD800) {  // Most of what is said in Chinese.
        return true;
    }
    const bool is_bad_byte = c == utf8::kReplacement && decoded.bytes == 1;
    return !is_bad_byte && !utf8::is_control(c) && !utf8::is_bidi_control(c) &&
           !utf8::is_invisible(c) && c != 0x2028 && c != 0x2029;
}

// What stands for a character that is not printable.
std::string escape_of(utf8::Decoded decoded, std::string_view bytes) {
    const char32_t c = decoded.code_point;
    const auto value = static_cast<std::uint32_t>(c);
    if (c == '\n') {
        return "⏎";
    }
    if (c == '\t') {
        return " ";
    }
    if (c == utf8::kReplacement) {
        return fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes.front()));
    }
    return utf8::is_control(c) ? fmt::format("\\x{:02x}", value)
           : value > 0xFFFF    ? fmt::format("\\U{:08x}", value)
                               : fmt::format("\\u{:04x}", value);
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const Cluster cluster = cluster_at(utf8, at);
        columns += cluster.columns;
        at += cluster.bytes;
    }
    return columns;
}

std::string truncated(std::string_view utf8, std::size_t columns) {
    std::size_t used = 0;
    std::size_t fits = 0;  // Bytes that leave a column for the ellipsis.
    for (std::size_t at = 0; at < utf8.size();) {
        const Cluster cluster = cluster_at(utf8, at);
        used += cluster.columns;
        if (used > columns) {
            return columns == 0 ? std::string()
                                : std::string(utf8.substr(0, fits)) + std::string(kEllipsis);
        }
        at += cluster.bytes;
        if (used < columns) {
            fits = at;
        }
    }
    return std::string(utf8);
}

std::vector<std::string> wrapped(std::string_view utf8, std::size_t columns) {
    std::vector<std::string> lines;
    std::size_t at = 0;
    do {
        const Break line = next_break(utf8, at, std::max<std::size_t>(columns, 1));
        lines.emplace_back(without_trailing_spaces(utf8.substr(at, line.end - at)));
        at = line.next;
    } while (at < utf8.size());
    return lines;
}

std::string printable(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    std::size_t begin = 0;  // Of the printable text that is not yet in `out`.
    for (std::size_t at = 0; at < utf8.size();) {
        const utf8::Decoded decoded = utf8::decode(utf8, at);
        if (!is_printable(decoded)) {
            out += utf8.substr(begin, at - begin);
            begin = at + decoded.bytes;
            if (!utf8.substr(at).starts_with("\r\n")) {
                out += escape_of(decoded, utf8.substr(at, decoded.bytes));
            }
        }
        at += decoded.bytes;
    }
    out += utf8.substr(begin);
    return out;
}

}  // namespace suowen::text
