// SPDX-License-Identifier: Apache-2.0
#include "text/whole_words.h"

#include <algorithm>

#include "base/utf8.h"

namespace suowen::text {
namespace {

bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'\uFF10' && c <= U'\uFF19');
}

bool is_letter(char32_t c) {
    const auto is_latin = [](char32_t x) {
        return (x >= U'a' && x <= U'z') || (x >= U'A' && x <= U'Z');
    };
    constexpr char32_t kFullWidth = U'\uFF21' - U'A';
    const bool is_full_width = c >= kFullWidth && is_latin(c - kFullWidth);
    // Accented Latin, Greek and Cyrillic, but for the two signs among them.
    const bool is_other = c >= 0xC0 && c <= 0x52F && c != 0xD7 && c != 0xF7;
    return is_latin(c) || is_full_width || is_other;
}

bool is_word(char32_t c) {
    return is_digit(c) || is_letter(c);
}

char32_t character_at(std::string_view text, std::size_t at) {
    return at < text.size() ? utf8::decode(text, at).code_point : 0;
}

std::size_t next(std::string_view text, std::size_t at) {
    return at + utf8::decode(text, at).bytes;
}

std::size_t previous(std::string_view text, std::size_t at) {
    std::size_t before = at - 1;
    if (static_cast<signed char>(text[before]) >= 0) {
        return before;  // A letter by itself, most often.
    }
    for (std::size_t back = 2; back <= std::min<std::size_t>(4, at); ++back) {
        if (next(text, at - back) == at) {
            before = at - back;
        }
    }
    return before;
}

// What stands inside of a word or number: don't, 3.5, 2,000, 10:30.
bool joins(char32_t before, char32_t c, char32_t after) {
    if (c == U'\'' || c == U'\u2019') {
        return is_letter(before) && is_letter(after);
    }
    return (c == U'.' || c == U',' || c == U':') && is_digit(before) && is_digit(after);
}

// Whether a cut at `at` goes through a word.
bool is_inside_word(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) {
        return false;
    }
    const std::size_t left = previous(text, at);
    const char32_t before = character_at(text, left);
    const char32_t after = character_at(text, at);
    if (is_word(before) && is_word(after)) {
        return true;
    }
    if (is_digit(before) && after == U'%') {
        return true;
    }
    const char32_t beyond = character_at(text, next(text, at));
    const char32_t further = left == 0 ? 0 : character_at(text, previous(text, left));
    return joins(before, after, beyond) || joins(further, before, after);
}

}  // namespace

ByteRange whole_words(std::string_view text, ByteRange range) {
    ByteRange whole{std::min(range.begin, text.size()), std::min(range.end, text.size())};
    if (whole.begin >= whole.end) {
        return whole;
    }
    while (is_inside_word(text, whole.begin)) {
        whole.begin = previous(text, whole.begin);
    }
    while (is_inside_word(text, whole.end)) {
        whole.end = next(text, whole.end);
    }
    return whole;
}

}  // namespace suowen::text
