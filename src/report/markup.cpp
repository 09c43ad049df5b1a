// SPDX-License-Identifier: Apache-2.0
#include "report/markup.h"

#include "base/utf8.h"

namespace suowen::report {
namespace {

bool is_harmful(char32_t c) {
    return utf8::is_hidden_control(c) || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string escaped_markup(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded c = utf8::decode(text, at);
        switch (c.code_point) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                utf8::append(out, is_harmful(c.code_point) ? utf8::kReplacement : c.code_point);
        }
        at += c.bytes;
    }
    return out;
}

}  // namespace suowen::report
