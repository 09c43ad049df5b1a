// SPDX-License-Identifier: Apache-2.0
#include "input/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "input/blank.h"
#include "input/letter_case.h"

namespace suowen::input {
namespace {

struct Entity {
    std::string_view name;
    std::string_view text;
};

// Those that show as nothing or as a plain space come first: nbsp and shy are in Latin 1 too.
constexpr auto kEntities = std::to_array<Entity>(
    {{"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
     {"nbsp", " "},   {"ensp", " "},   {"emsp", " "},   {"thinsp", " "}, {"shy", ""},
     {"zwnj", ""},    {"zwj", ""},     {"lrm", ""},     {"rlm", ""},     {"hellip", "…"},
     {"mdash", "—"},  {"ndash", "–"},  {"minus", "−"},  {"ldquo", "“"},  {"rdquo", "”"},
     {"bdquo", "„"},  {"lsquo", "‘"},  {"rsquo", "’"},  {"sbquo", "‚"},  {"lsaquo", "‹"},
     {"rsaquo", "›"}, {"bull", "•"},   {"dagger", "†"}, {"permil", "‰"}, {"prime", "′"},
     {"Prime", "″"},  {"euro", "€"},   {"trade", "™"},  {"larr", "←"},   {"uarr", "↑"},
     {"rarr", "→"},   {"darr", "↓"},   {"harr", "↔"},   {"ne", "≠"},     {"le", "≤"},
     {"ge", "≥"},     {"asymp", "≈"},  {"infin", "∞"},  {"OElig", "Œ"},  {"oelig", "œ"},
     {"Scaron", "Š"}, {"scaron", "š"}, {"Yuml", "Ÿ"}});

// Of the characters from U+00A0 to U+00FF.
constexpr auto kLatin1 = std::to_array<std::string_view>(
    {"nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
     "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
     "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
     "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
     "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
     "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
     "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
     "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
     "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
     "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
     "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"});

// Appends what the entity of that name stands for; false when it is none.
bool append_entity(std::string_view name, std::string& out) {
    if (name.starts_with('#')) {
        const bool is_hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        const std::string_view digits = name.substr(is_hex ? 2 : 1);
        std::uint32_t code = 0;
        const char* end = digits.data() + digits.size();
        const auto [stop, problem] = std::from_chars(digits.data(), end, code, is_hex ? 16 : 10);
        if (problem != std::errc() || stop != end || code == 0 || code > 0x10FFFF ||
            (code >= 0xD800 && code < 0xE000)) {
            return false;
        }
        utf8::append(out, code);
        return true;
    }
    const auto* const known = std::find_if(
        kEntities.begin(), kEntities.end(), [&](const Entity& each) { return each.name == name; });
    if (known != kEntities.end()) {
        out += known->text;
        return true;
    }
    constexpr std::uint32_t kFirstOfLatin1 = 0xA0;
    const auto* const latin = std::find(kLatin1.begin(), kLatin1.end(), name);
    if (latin == kLatin1.end()) {
        return false;
    }
    utf8::append(out, kFirstOfLatin1 + static_cast<std::uint32_t>(latin - kLatin1.begin()));
    return true;
}

enum class Shown { in_line, on_own_line, in_cell, not_at_all };

// How an element shows; empty for what is no element of HTML, such as an address in brackets.
std::optional<Shown> shown_as(std::string_view element) {
    constexpr auto kBlocks = std::to_array<std::string_view>(
        {"address", "article", "aside", "blockquote", "body",  "br",       "center",
         "dd",      "details", "div",   "dl",         "dt",    "fieldset", "figcaption",
         "figure",  "footer",  "form",  "h1",         "h2",    "h3",       "h4",
         "h5",      "h6",      "head",  "header",     "hr",    "html",     "li",
         "main",    "nav",     "ol",    "p",          "pre",   "section",  "summary",
         "table",   "tbody",   "tfoot", "thead",      "title", "tr",       "ul"});
    constexpr auto kInLine = std::to_array<std::string_view>(
        {"a",      "abbr",     "acronym", "area",    "audio",   "b",      "base",  "bdi",
         "bdo",    "big",      "button",  "caption", "cite",    "code",   "col",   "colgroup",
         "data",   "del",      "dfn",     "em",      "embed",   "font",   "i",     "iframe",
         "img",    "input",    "ins",     "kbd",     "label",   "link",   "map",   "mark",
         "meta",   "o:p",      "object",  "option",  "picture", "q",      "s",     "samp",
         "select", "small",    "source",  "span",    "strike",  "strong", "sub",   "sup",
         "svg",    "textarea", "time",    "tt",      "u",       "var",    "video", "wbr"});
    const auto is_among = [&](const auto& names) {
        return std::find(names.begin(), names.end(), element) != names.end();
    };
    if (element == "td" || element == "th") {
        return Shown::in_cell;
    }
    if (element == "style" || element == "script") {
        return Shown::not_at_all;
    }
    return is_among(kBlocks)   ? std::optional(Shown::on_own_line)
           : is_among(kInLine) ? std::optional(Shown::in_line)
                               : std::nullopt;
}

// The name in `<p class=x>` and `</p>`, as it is written; empty where there is none.
std::string_view name_in_tag(std::string_view tag) {
    const std::size_t start = tag.starts_with("</") ? 2 : 1;
    constexpr std::size_t kLongest = 12;
    const std::string_view inside = tag.substr(std::min(start, tag.size()), kLongest + 1);
    const std::size_t size = std::min(inside.find_first_of(" \t\r\n/>"), inside.size());
    return size <= kLongest ? inside.substr(0, size) : std::string_view();
}

// Behind the `>` that ends the tag, which is none inside of quotes. npos where there is none.
std::size_t end_of_tag(std::string_view tag) {
    for (std::size_t at = tag.find_first_of("\"'>"); at != std::string_view::npos;
         at = tag.find_first_of("\"'>", at + 1)) {
        if (tag[at] == '>') {
            return at + 1;
        }
        if (tag[at - 1] == '=') {
            at = tag.find(tag[at], at + 1);
            if (at == std::string_view::npos) {
                break;
            }
        }
    }
    return std::string_view::npos;
}

// What stands at the beginning of `html` and does not show: its size, npos when it has no end.
struct Markup {
    Shown shown = Shown::in_line;
    std::size_t size = 0;
};

// The size of an element that begins `html`, its end tag included, in whatever letters; npos where
// it has none.
std::size_t size_of_element(std::string_view html, std::string_view name) {
    const std::string end = "</" + lower_case(name);
    for (std::size_t at = html.find("</"); at != std::string_view::npos;
         at = html.find("</", at + 1)) {
        if (lower_case(html.substr(at, end.size())) == end) {
            const std::size_t size = end_of_tag(html.substr(at));
            return size == std::string_view::npos ? size : at + size;
        }
    }
    return std::string_view::npos;
}

// Empty where it is text: "a < b".
std::optional<Markup> read_markup(std::string_view html) {
    const auto through = [&](std::string_view end) {
        const std::size_t at = html.find(end);
        return at == std::string_view::npos ? at : at + end.size();
    };
    if (html.starts_with("<!--")) {
        return Markup{Shown::in_line, through("-->")};
    }
    if (html.starts_with("<![") || lower_case(html.substr(0, 9)) == "<!doctype") {
        return Markup{Shown::in_line, through(">")};
    }
    const std::string_view name = name_in_tag(html);
    const std::optional<Shown> shown = name.empty() ? std::nullopt : shown_as(lower_case(name));
    if (!shown) {
        return std::nullopt;
    }
    const bool is_end = html.starts_with("</");
    if (shown == Shown::not_at_all && !is_end) {
        return Markup{Shown::in_line, size_of_element(html, name)};
    }
    return Markup{shown == Shown::in_cell && is_end ? Shown::in_line : *shown, end_of_tag(html)};
}

// Starts what follows on a line, or in a cell, of its own.
void separate(Shown shown, std::string& out) {
    if (out.empty() || out.back() == '\n') {
        return;
    }
    if (shown == Shown::on_own_line) {
        out += '\n';
    } else if (shown == Shown::in_cell && out.back() != ' ') {
        out += ' ';
    }
}

std::string without_tags(std::string_view html) {
    std::string out;
    while (!html.empty()) {
        const std::size_t open = std::min(html.find('<'), html.size());
        out += html.substr(0, open);
        html.remove_prefix(open);
        const std::optional<Markup> markup = read_markup(html);
        if (markup && markup->size == std::string_view::npos) {
            out += html;  // Nothing is lost; and nothing behind it is looked for once more.
            break;
        }
        if (markup) {
            separate(markup->shown, out);
            html.remove_prefix(markup->size);
        } else if (!html.empty()) {
            out += '<';
            html.remove_prefix(1);
        }
    }
    return out;
}

}  // namespace

bool has_media(std::string_view html) {
    for (std::size_t at = html.find('<'); at != std::string_view::npos;
         at = html.find('<', at + 1)) {
        const std::string name = lower_case(name_in_tag(html.substr(at)));
        if (name == "img" || name == "video" || name == "audio") {
            return true;
        }
    }
    return false;
}

std::string without_entities(std::string_view text) {
    constexpr std::size_t kLongest = 10;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t amp = std::min(text.find('&', at), text.size());
        out += text.substr(at, amp - at);
        if (amp == text.size()) {
            break;
        }
        const std::size_t end = text.substr(0, amp + kLongest).find(';', amp);
        if (end != std::string_view::npos &&
            append_entity(text.substr(amp + 1, end - amp - 1), out)) {
            at = end + 1;
        } else {
            out += '&';
            at = amp + 1;
        }
    }
    return out;
}

std::string text_of_html(std::string_view html) {
    return without_entities(trimmed(without_tags(html)));
}

}  // namespace suowen::input
