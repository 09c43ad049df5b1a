// SPDX-License-Identifier: Apache-2.0
#include "input/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/utf8.h"
#include "input/blank.h"

namespace suowen::input {
namespace {

struct Entity {
    std::string_view name;
    std::string_view text;
};

constexpr auto kEntities = std::to_array<Entity>({{"amp", "&"},
                                                  {"lt", "<"},
                                                  {"gt", ">"},
                                                  {"quot", "\""},
                                                  {"apos", "'"},
                                                  {"nbsp", " "},
                                                  {"lrm", ""},
                                                  {"rlm", ""},
                                                  {"hellip", "…"},
                                                  {"mdash", "—"},
                                                  {"ndash", "–"},
                                                  {"ldquo", "“"},
                                                  {"rdquo", "”"},
                                                  {"lsquo", "‘"},
                                                  {"rsquo", "’"},
                                                  {"yen", "¥"},
                                                  {"euro", "€"},
                                                  {"pound", "£"}});

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
    if (known == kEntities.end()) {
        return false;
    }
    out += known->text;
    return true;
}

bool is_block(std::string_view tag) {
    constexpr auto kBlocks = std::to_array<std::string_view>(
        {"p", "br", "div", "li", "tr", "h1", "h2", "h3", "blockquote", "ul", "ol"});
    return std::find(kBlocks.begin(), kBlocks.end(), tag) != kBlocks.end();
}

// The name in `<p class=x>` and `</p>`.
std::string_view tag_name(std::string_view inside) {
    if (inside.starts_with('/')) {
        inside.remove_prefix(1);
    }
    const auto* const end = std::find_if(inside.begin(), inside.end(), [](char c) {
        return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    });
    return inside.substr(0, static_cast<std::size_t>(end - inside.begin()));
}

std::string without_tags(std::string_view html) {
    std::string out;
    for (std::size_t at = 0; at < html.size();) {
        const std::size_t open = std::min(html.find('<', at), html.size());
        out += html.substr(at, open - at);
        const std::size_t close = html.find('>', open);
        const std::string_view inside = close == std::string_view::npos
                                            ? std::string_view()
                                            : html.substr(open + 1, close - open - 1);
        const std::string_view name = tag_name(inside);
        if (open == html.size()) {
            break;
        }
        if (name.empty()) {
            out += '<';  // "a < b" is no tag.
            at = open + 1;
            continue;
        }
        if (is_block(name) && !out.empty() && out.back() != '\n') {
            out += '\n';
        }
        at = close + 1;
    }
    return out;
}

}  // namespace

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
