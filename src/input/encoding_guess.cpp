// SPDX-License-Identifier: Apache-2.0
#include "input/encoding_guess.h"

#include <cstdint>

#include "base/utf8.h"

namespace suowen::input {
namespace {

struct Fit {
    std::size_t characters = 0;  // Of more than one byte.
    std::size_t common = 0;      // GB18030: of them, those that GB2312 has too.
    std::size_t faults = 0;
};

// So few of them are damage, whatever the size of the file.
constexpr std::size_t kStrayBytes = 3;

// A character that the end of the text cuts is no fault.
constexpr std::size_t kLongestCharacter = 4;

Fit fit_of_utf8(std::string_view bytes) {
    Fit fit;
    for (std::size_t at = 0; at < bytes.size();) {
        const utf8::Decoded decoded = utf8::decode(bytes, at);
        if (decoded.bytes > 1) {
            ++fit.characters;
        } else if (decoded.code_point == utf8::kReplacement &&
                   at + kLongestCharacter <= bytes.size()) {
            ++fit.faults;
        }
        at += decoded.bytes;
    }
    return fit;
}

// Length of the GB18030 character at `at`, or 0 where there is none.
std::size_t gb18030_length(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) -> std::uint8_t {
        return at + i < bytes.size() ? static_cast<std::uint8_t>(bytes[at + i]) : 0;
    };
    if (byte(0) < 0x80) {
        return 1;
    }
    if (byte(0) == 0x80 || byte(0) == 0xFF) {
        return 0;
    }
    if (byte(1) >= 0x40 && byte(1) != 0x7F && byte(1) != 0xFF) {
        return 2;
    }
    const auto is_digit = [](std::uint8_t c) { return c >= 0x30 && c <= 0x39; };
    return is_digit(byte(1)) && byte(2) >= 0x81 && byte(2) != 0xFF && is_digit(byte(3)) ? 4 : 0;
}

bool is_high(char c) {
    return static_cast<std::uint8_t>(c) >= 0xA1;
}

Fit fit_of_gb18030(std::string_view bytes) {
    Fit fit;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = gb18030_length(bytes, at);
        fit.characters += length > 1 ? 1 : 0;
        fit.common += length == 2 && is_high(bytes[at]) && is_high(bytes[at + 1]) ? 1 : 0;
        fit.faults += length == 0 && at + kLongestCharacter <= bytes.size() ? 1 : 0;
        at += length == 0 ? 1 : length;
    }
    return fit;
}

bool is_control(char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' &&
            byte != 0x1B) ||
           byte == 0x7F;
}

struct ZeroBytes {
    std::size_t even = 0;
    std::size_t odd = 0;
};

ZeroBytes zero_bytes(std::string_view bytes) {
    ZeroBytes zeros;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] == '\0') {
            ++(at % 2 == 0 ? zeros.even : zeros.odd);
        }
    }
    return zeros;
}

// UTF-16 text has line breaks, digits and punctuation, whose high byte is zero and whose low byte
// is no control character.
bool is_utf16(std::string_view bytes, std::size_t high) {
    std::size_t printable = 0;
    std::size_t odd_ones = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const char low_byte = bytes[at + 1 - high];
        if (bytes[at + high] != '\0') {
            continue;
        }
        ++(low_byte == '\0' || is_control(low_byte) ? odd_ones : printable);
    }
    return printable > 0 && odd_ones * 20 <= printable;
}

bool has_many_controls(std::string_view bytes) {
    std::size_t controls = 0;
    for (const char c : bytes) {
        controls += is_control(c) ? 1 : 0;
    }
    return controls * 20 > bytes.size();
}

}  // namespace

EncodingGuess guess_from_start(std::string_view bytes) {
    // Tools that add a mark do so whether there is one or not.
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    std::size_t marks = 0;
    while (bytes.substr(marks).starts_with(kMark)) {
        marks += kMark.size();
    }
    if (marks > 0) {
        return {Encoding::utf8, marks};
    }
    if (bytes.starts_with("\xFF\xFE")) {
        return {Encoding::utf16le, 2};
    }
    if (bytes.starts_with("\xFE\xFF")) {
        return {Encoding::utf16be, 2};
    }
    const ZeroBytes zeros = zero_bytes(bytes);
    const std::size_t all_zeros = zeros.even + zeros.odd;
    // A few stray zero bytes in a log are damage, not a sign of UTF-16 or of machine code.
    const bool has_zeros = all_zeros > kStrayBytes && all_zeros * 200 > bytes.size();
    if (has_zeros && (all_zeros * 8 > bytes.size() || fit_of_utf8(bytes).faults > all_zeros)) {
        if (zeros.even * 3 <= zeros.odd && is_utf16(bytes, 1)) {
            return {Encoding::utf16le, 0};
        }
        if (zeros.odd * 3 <= zeros.even && is_utf16(bytes, 0)) {
            return {Encoding::utf16be, 0};
        }
    }
    if (has_zeros || has_many_controls(bytes)) {
        return {Encoding::binary, 0};
    }
    return {};
}

Encoding guess_beyond_ascii(std::string_view bytes) {
    const Fit utf8 = fit_of_utf8(bytes);
    if (utf8.faults == 0) {
        return Encoding::utf8;
    }
    const Fit gb18030 = fit_of_gb18030(bytes);
    // The accented letters and quotes of Latin text pass for rare characters with what follows.
    const bool is_chinese = gb18030.common * 4 >= gb18030.characters;
    if (gb18030.faults == 0 && is_chinese) {
        // Damaged UTF-8 often passes for GB18030 too, but hardly the other way round.
        return utf8.characters > 4 * utf8.faults ? Encoding::utf8 : Encoding::gb18030;
    }
    if (utf8.characters >= utf8.faults) {
        return Encoding::utf8;
    }
    if (gb18030.characters > 8 * gb18030.faults && is_chinese) {
        return Encoding::gb18030;
    }
    const bool is_mostly_ascii = utf8.faults <= kStrayBytes || utf8.faults * 8 <= bytes.size();
    return is_mostly_ascii ? Encoding::utf8 : Encoding::binary;
}

}  // namespace suowen::input
