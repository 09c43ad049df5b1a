// SPDX-License-Identifier: Apache-2.0
#include "report/markup.h"

#include "base/utf8.h"

namespace suowen::report {
namespace {

// What stands for a character; empty where it may stand for itself.
std::string_view stand_in(utf8::Decoded c) {
    switch (c.code_point) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            break;
    }
    const bool is_bad_byte = c.code_point == utf8::kReplacement && c.bytes == 1;
    const bool is_harmful =
        utf8::is_hidden_control(c.code_point) || c.code_point == 0xFFFE || c.code_point == 0xFFFF;
    return is_bad_byte || is_harmful ? "\uFFFD" : "";
}

}  // namespace

std::string escaped_markup(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t begin = 0;  // Of what is not yet in `out`.
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded c = utf8::decode(text, at);
        if (const std::string_view instead = stand_in(c); !instead.empty()) {
            out += text.substr(begin, at - begin);
            out += instead;
            begin = at + c.bytes;
        }
        at += c.bytes;
    }
    out += text.substr(begin);
    return out;
}

}  // namespace suowen::report
