// SPDX-License-Identifier: Apache-2.0
#include "input/json_fault.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "input/place.h"
#include "input/place_finder.h"
#include "input/text_decoder.h"

namespace suowen::input {
namespace {

constexpr std::size_t kEscapeBytes = 6;  // "\u1234"

// The UTF-16 unit that the escape at `at` stands for; 0 where there is none.
unsigned escaped_unit(std::string_view text, std::size_t at) {
    const std::string_view escape = text.substr(std::min(at, text.size()), kEscapeBytes);
    unsigned unit = 0;
    if (escape.size() == kEscapeBytes && escape.starts_with("\\u")) {
        std::from_chars(escape.data() + 2, escape.data() + kEscapeBytes, unit, 16);
    }
    return unit;
}

bool is_lead(unsigned unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_trail(unsigned unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

// Empty where there are none.
std::optional<std::string> without_half_pairs(std::string_view text) {
    std::optional<std::string> mended;
    for (std::size_t at = text.find('\\'); at < text.size(); at = text.find('\\', at)) {
        const unsigned unit = escaped_unit(text, at);
        if (is_lead(unit) && is_trail(escaped_unit(text, at + kEscapeBytes))) {
            at += 2 * kEscapeBytes;
        } else if (is_lead(unit) || is_trail(unit)) {
            if (!mended) {
                mended.emplace();
                mended->reserve(text.size() + TextBuffer::kPadding);
                mended->assign(text);
            }
            mended->replace(at, kEscapeBytes, "\\ufffd");
            at += kEscapeBytes;
        } else {
            at += 2;  // The next byte may be a backslash of its own.
        }
    }
    return mended;
}

}  // namespace

std::optional<JsonFault> find_json_fault(std::string_view text) {
    rapidjson::MemoryStream stream(text.data(), text.size());
    rapidjson::Reader reader;
    rapidjson::BaseReaderHandler<> ignore_values;
    // Iterative: brackets nested a hundred thousand deep must not cost a hundred thousand frames.
    const rapidjson::ParseResult result =
        reader.Parse<rapidjson::kParseIterativeFlag>(stream, ignore_values);
    if (!result.IsError()) {
        return std::nullopt;
    }
    std::string reason = rapidjson::GetParseError_En(result.Code());
    if (!reason.empty() && reason.front() >= 'A' && reason.front() <= 'Z') {
        reason.front() = static_cast<char>(reason.front() - 'A' + 'a');
    }
    while (reason.ends_with('.')) {
        reason.pop_back();
    }
    return JsonFault{result.Offset(), std::move(reason)};
}

Diagnostic broken_json(const std::string& path, const Line& text, std::uint32_t column) {
    const std::optional<JsonFault> fault = find_json_fault(text.text);
    PlaceFinder place(text, column);
    const char* const at = text.text.data() + (fault ? fault->offset : 0);
    place.advance_to(at);
    return diagnostic_at(DiagnosticLevel::error,
                         {path, place.line(), place.column_of(at), place.offset_of(at)},
                         "broken JSON: " + (fault ? fault->reason : std::string("cannot be read")));
}

std::optional<std::string> SurrogateMender::mend(const std::string& path,
                                                 const Line& text,
                                                 ItemQueue& items) {
    std::optional<std::string> mended = without_half_pairs(text.text);
    if (mended && !std::exchange(has_told_, true)) {
        items.push(
            diagnostic_at(DiagnosticLevel::note,
                          {path, text.number, 0, text.offset_bytes},
                          "half of a character, replaced by U+FFFD; further ones are not told"));
    }
    return mended;
}

}  // namespace suowen::input
