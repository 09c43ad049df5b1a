// SPDX-License-Identifier: Apache-2.0
#include "base/json_writing.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "base/utf8.h"

namespace suowen {
namespace {

constexpr char32_t kDelete = 0x7F;

bool is_active(char32_t c) {
    return (c >= kDelete && utf8::is_control(c)) || utf8::is_bidi_control(c);
}

// The first bytes of the characters that may be active; all others are passed over unread.
bool may_begin_active(char c) {
    return c == '\x7F' || c == '\xC2' || c == '\xD8' || c == '\xE2';
}

}  // namespace

bool is_active(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (may_begin_active(text[at]) && is_active(utf8::decode(text, at).code_point)) {
            return true;
        }
    }
    return false;
}

std::string quoted_json(std::string_view text) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    const std::string_view plain(buffer.GetString(), buffer.GetSize());
    std::string out;
    for (std::size_t at = 0; at < plain.size();) {
        const utf8::Decoded c = utf8::decode(plain, at);
        if (is_active(c.code_point)) {
            out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c.code_point));
        } else {
            out += plain.substr(at, c.bytes);
        }
        at += c.bytes;
    }
    return out;
}

}  // namespace suowen
