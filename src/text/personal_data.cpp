// SPDX-License-Identifier: Apache-2.0
#include "text/personal_data.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/utf8.h"
#include "text/normalizer.h"

namespace suowen::text {
namespace {

constexpr std::array<std::string_view, 7> kNames = {
    "cn_id", "bank_card", "cn_mobile", "uscc", "passport", "plate", "email"};

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr bool is_letter(char c) {
    return upper(c) >= 'A' && upper(c) <= 'Z';
}

constexpr bool is_alnum(char c) {
    return is_digit(c) || is_letter(c);
}

constexpr bool is_separator(char c) {
    return c == ' ' || c == '-';
}

unsigned digit_value(char c) {
    return static_cast<unsigned>(c - '0');
}

unsigned number(std::string_view digits) {
    unsigned value = 0;
    for (const char digit : digits) {
        value = value * 10 + digit_value(digit);
    }
    return value;
}

// Letters and digits as somebody wrote a number down: in upper case, with single separators between
// groups. Longer than any number that we know is as good as endless.
struct Code {
    static constexpr std::size_t kMost = 24;
    std::array<char, kMost> chars{};
    std::array<std::size_t, kMost> ends{};  // Where in the text each character ends.
    std::array<bool, kMost> begins_group{};
    std::size_t size = 0;
    std::size_t digits = 0;  // How many digits it begins with.

    [[nodiscard]] std::string_view first(std::size_t count) const { return {chars.data(), count}; }

    // No further digit touches the first `count` characters.
    [[nodiscard]] bool may_end_after(std::size_t count) const {
        return count == size || begins_group.at(count) || !is_digit(chars.at(count));
    }

    // No further letter or digit touches them.
    [[nodiscard]] bool is_word(std::size_t count) const {
        return count <= size && (count == size || begins_group.at(count));
    }

    [[nodiscard]] bool is_one_group(std::size_t count) const {
        return std::find(begins_group.begin() + 1,
                         begins_group.begin() + static_cast<std::ptrdiff_t>(count),
                         true) == begins_group.begin() + static_cast<std::ptrdiff_t>(count);
    }
};

Code read_code(std::string_view text, std::size_t at) {
    Code code;
    bool begins_group = true;
    while (at < text.size() && code.size < Code::kMost) {
        if (is_alnum(text[at])) {
            code.digits += code.digits == code.size && is_digit(text[at]) ? 1 : 0;
            code.chars.at(code.size) = upper(text[at]);
            code.begins_group.at(code.size) = begins_group;
            code.ends.at(code.size) = ++at;
            ++code.size;
            begins_group = false;
        } else if (is_separator(text[at]) && !begins_group) {
            ++at;
            begins_group = true;
        } else {
            break;
        }
    }
    return code;
}

// The sizes of the groups that characters [from, to) are written in.
std::vector<std::size_t> group_sizes(const Code& code, std::size_t from, std::size_t to) {
    std::vector<std::size_t> sizes;
    for (std::size_t i = from; i < to; ++i) {
        if (i == from || code.begins_group.at(i)) {
            sizes.push_back(0);
        }
        ++sizes.back();
    }
    return sizes;
}

bool has_groups_of(const Code& code, std::size_t from, std::size_t to, std::size_t least) {
    const std::vector<std::size_t> sizes = group_sizes(code, from, to);
    return std::all_of(
        sizes.begin(), sizes.end(), [least](std::size_t size) { return size >= least; });
}

// The first two digits of a region: provinces, Taiwan, Hong Kong, Macao, and the 9 of foreigners
// with a permanent residence.
bool is_region(unsigned province) {
    constexpr std::array<unsigned, 10> kLastOfTens = {0, 15, 23, 37, 46, 54, 65, 71, 83, 99};
    const unsigned tens = province / 10;
    return province % 10 != 0 && tens < kLastOfTens.size() && province <= kLastOfTens.at(tens);
}

bool is_birth_date(std::string_view yyyymmdd) {
    const std::chrono::year_month_day day{
        std::chrono::year(static_cast<int>(number(yyyymmdd.substr(0, 4)))),
        std::chrono::month(number(yyyymmdd.substr(4, 2))),
        std::chrono::day(number(yyyymmdd.substr(6, 2)))};
    // No clock: the same text must give the same report in any year.
    return day.ok() && day.year() >= std::chrono::year(1900) &&
           day.year() < std::chrono::year(2100);
}

// GB 11643: ISO 7064 MOD 11-2.
char id_check_character(std::string_view digits17) {
    constexpr std::array<unsigned, 17> kWeights = {
        7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    unsigned sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        sum += kWeights.at(i) * digit_value(digits17[i]);
    }
    return std::string_view("10X98765432")[sum % 11];
}

constexpr std::size_t kIdSize = 18;

bool begins_with_cn_id(const Code& code) {
    if (code.size < kIdSize || code.digits < kIdSize - 1) {
        return false;
    }
    const std::string_view id = code.first(kIdSize);
    const bool ends = id.back() == 'X' ? code.is_word(kIdSize) : code.may_end_after(kIdSize);
    return ends && id.back() == id_check_character(id) && is_region(number(id.substr(0, 2))) &&
           is_birth_date(id.substr(6, 8)) && has_groups_of(code, 0, kIdSize, 2);
}

// UnionPay, Visa, Mastercard, American Express, JCB; each in the lengths that they are issued in.
bool has_issuer(std::string_view card) {
    const unsigned two = number(card.substr(0, 2));
    const unsigned four = number(card.substr(0, 4));
    const std::size_t size = card.size();
    return two == 62 || card.front() == '4' || (two >= 51 && two <= 55 && size == 16) ||
           (four >= 2221 && four <= 2720 && size == 16) ||
           ((two == 34 || two == 37) && size == 15) || (four >= 3528 && four <= 3589 && size >= 16);
}

// Fours with a rest, 6-13 as on UnionPay cards, 4-6-5 as on American Express.
bool has_card_groups(const Code& code, std::size_t count) {
    const std::vector<std::size_t> sizes = group_sizes(code, 0, count);
    if (sizes.size() == 1 || sizes == std::vector<std::size_t>{6, 13} ||
        sizes == std::vector<std::size_t>{4, 6, 5}) {
        return true;
    }
    return sizes.back() <= 4 &&
           std::all_of(sizes.begin(), sizes.end() - 1, [](std::size_t size) { return size == 4; });
}

// The number of digits of the card that the code begins with; 0 when it does not.
std::size_t begins_with_card(const Code& code) {
    constexpr std::size_t kShortest = 13;
    constexpr std::size_t kLongest = 19;
    for (std::size_t count = std::min(code.digits, kLongest); count >= kShortest; --count) {
        if (code.may_end_after(count) && has_issuer(code.first(count)) &&
            passes_luhn(code.first(count)) && has_card_groups(code, count) &&
            !(count == kIdSize && begins_with_cn_id(code))) {
            return count;
        }
    }
    return 0;
}

// Ranges that the MIIT has given out for mobile phones; those for machines only (10, 140 to 144,
// 174) are not numbers of people.
bool is_mobile_prefix(unsigned three) {
    switch (three / 10) {
        case 13:
        case 18:
            return true;
        case 14:
            return three >= 145;
        case 15:
            return three != 154;
        case 16:
            return three == 162 || three == 165 || three == 166 || three == 167;
        case 17:
            return three != 174 && three != 179;
        case 19:
            return three != 194;
        default:
            return false;
    }
}

constexpr std::size_t kMobileSize = 11;

// The number of digits of the mobile number that the code begins with, country code included; 0
// when it does not.
std::size_t begins_with_mobile(const Code& code) {
    for (const std::string_view country : {"", "86", "0086"}) {
        const std::size_t from = country.size();
        const std::size_t count = from + kMobileSize;
        if (code.digits >= count && code.first(from) == country && code.may_end_after(count) &&
            is_mobile_prefix(number(code.first(count).substr(from, 3))) &&
            has_groups_of(code, from, count, 3)) {
            return count;
        }
    }
    return 0;
}

// GB 32100: the kind of body that registered it, six digits of region, nine characters of
// organization code, and a check character modulo 31.
bool begins_with_uscc(const Code& code) {
    constexpr std::size_t kSize = 18;
    constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    constexpr std::string_view kRegistrars = "123456789ANY";
    if (!code.is_word(kSize) || !code.is_one_group(kSize) || begins_with_cn_id(code) ||
        begins_with_card(code) == kSize) {
        return false;
    }
    const std::string_view uscc = code.first(kSize);
    const std::string_view region = uscc.substr(2, 6);
    if (kRegistrars.find(uscc.front()) == std::string_view::npos ||
        !std::all_of(region.begin(), region.end(), is_digit)) {
        return false;
    }
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (const char c : uscc.substr(0, kSize - 1)) {
        const std::size_t value = kAlphabet.find(c);
        if (value == std::string_view::npos) {
            return false;
        }
        sum += value * weight;
        weight = weight * 3 % kAlphabet.size();
    }
    return kAlphabet.find(uscc.back()) == (kAlphabet.size() - sum % kAlphabet.size()) % 31;
}

// Ordinary ones (E, EA to EZ, the older G), diplomatic and service ones, Hong Kong and Macao.
bool begins_with_passport(const Code& code) {
    constexpr std::size_t kSize = 9;
    if (!code.is_word(kSize) || !code.is_one_group(kSize)) {
        return false;
    }
    const std::string_view passport = code.first(kSize);
    const std::string_view serial = passport.substr(2);
    if (!std::all_of(serial.begin(), serial.end(), is_digit)) {
        return false;
    }
    const char first = passport[0];
    const char second = passport[1];
    if (is_digit(second)) {
        return std::string_view("EGDSPHK").find(first) != std::string_view::npos;
    }
    if (first == 'E') {
        return second != 'I' && second != 'O';
    }
    constexpr std::array<std::string_view, 6> kPairs = {"DE", "SE", "PE", "KJ", "MA", "MB"};
    return std::find(kPairs.begin(), kPairs.end(), passport.substr(0, 2)) != kPairs.end();
}

constexpr std::size_t kHanBytes = 3;

// A Chinese character of `list` at text[at].
bool is_one_of(std::string_view list, std::string_view text, std::size_t at) {
    constexpr unsigned char kFirstByte = 0xE4;  // The lowest of those that we list.
    const std::string_view here = text.substr(std::min(at, text.size()), kHanBytes);
    if (here.empty() || static_cast<unsigned char>(here.front()) < kFirstByte) {
        return false;
    }
    for (std::size_t i = 0; i < list.size(); i += kHanBytes) {
        if (list.substr(i, kHanBytes) == here) {
            return true;
        }
    }
    return false;
}

bool is_plate_serial(std::string_view serial) {
    const auto is_allowed = [](char c) {
        return is_digit(c) || (is_letter(c) && upper(c) != 'I' && upper(c) != 'O');
    };
    const auto digits = std::count_if(serial.begin(), serial.end(), is_digit);
    if (digits < 2 || !std::all_of(serial.begin(), serial.end(), is_allowed)) {
        return false;
    }
    // Six are for electric cars: a letter that says so in front or at the end.
    return serial.size() == 5 ||
           (serial.size() == 6 && ((is_letter(serial.front()) && digits >= 4) ||
                                   (is_letter(serial.back()) && digits == 5)));
}

// The end of the number plate whose Chinese character is at text[at]; 0 when there is none.
std::size_t plate_end(std::string_view text, std::size_t at) {
    constexpr std::string_view kProvinces =
        "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    constexpr std::string_view kSuffixes = "学警挂港澳使领";
    if (!is_one_of(kProvinces, text, at) || at + kHanBytes >= text.size() ||
        !is_letter(text[at + kHanBytes])) {
        return 0;
    }
    std::size_t begin = at + kHanBytes + 1;
    for (const std::string_view dot : {"·", "•", " ", "-"}) {
        if (text.substr(begin, dot.size()) == dot) {
            begin += dot.size();
            break;
        }
    }
    std::size_t end = begin;
    while (end < text.size() && end < begin + 7 && is_alnum(text[end])) {
        ++end;
    }
    const std::string_view serial = text.substr(begin, end - begin);
    if (serial.size() == 4 && is_one_of(kSuffixes, text, end)) {
        return std::all_of(serial.begin(), serial.end(), is_alnum) ? end + kHanBytes : 0;
    }
    return is_plate_serial(serial) ? end : 0;
}

constexpr std::size_t kMostLocal = 64;
constexpr std::size_t kMostDomain = 253;

constexpr bool is_local_character(char c) {
    return is_alnum(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

constexpr bool is_domain_character(char c) {
    return is_alnum(c) || c == '.' || c == '-';
}

bool is_local_part(std::string_view local) {
    return !local.empty() && local.size() <= kMostLocal && local.front() != '.' &&
           local.back() != '.' && local.find("..") == std::string_view::npos &&
           std::all_of(local.begin(), local.end(), is_local_character);
}

bool is_domain(std::string_view domain) {
    if (domain.size() > kMostDomain || domain.find('.') == std::string_view::npos) {
        return false;
    }
    std::string_view label;
    for (std::size_t begin = 0; begin <= domain.size(); begin += label.size() + 1) {
        label = domain.substr(begin, std::min(domain.find('.', begin), domain.size()) - begin);
        if (label.empty() || label.front() == '-' || label.back() == '-' ||
            !std::all_of(label.begin(), label.end(), is_domain_character)) {
            return false;
        }
    }
    return label.size() >= 2 && std::all_of(label.begin(), label.end(), is_letter);
}

// The e-mail address around the '@' at text[at], which begins at or after `from`.
std::optional<ByteRange> email_around(std::string_view text, std::size_t at, std::size_t from) {
    std::size_t begin = at;
    while (begin > from && at - begin < kMostLocal && is_local_character(text[begin - 1])) {
        --begin;
    }
    while (begin < at && text[begin] == '.') {
        ++begin;
    }
    std::size_t end = at + 1;
    while (end < text.size() && end - at <= kMostDomain && is_domain_character(text[end])) {
        ++end;
    }
    while (end > at + 1 && !is_alnum(text[end - 1])) {
        --end;
    }
    if (!is_local_part(text.substr(begin, at - begin)) ||
        !is_domain(text.substr(at + 1, end - at - 1))) {
        return std::nullopt;
    }
    return ByteRange{begin, end};
}

// What begins at text[at], the first of a run of digits or of letters.
std::optional<PersonalDataSpan> code_at(std::string_view text, std::size_t at) {
    const bool is_word_start = at == 0 || !is_alnum(text[at - 1]);
    if (is_word_start && at >= kHanBytes && is_letter(text[at])) {
        if (const std::size_t end = plate_end(text, at - kHanBytes); end != 0) {
            return PersonalDataSpan{PersonalData::plate, {at - kHanBytes, end}};
        }
    }
    const Code code = read_code(text, at);
    const auto span = [&](PersonalData kind, std::size_t count) {
        return PersonalDataSpan{kind, {at, code.ends.at(count - 1)}};
    };
    if (begins_with_cn_id(code)) {
        return span(PersonalData::cn_id, kIdSize);
    }
    if (const std::size_t count = begins_with_card(code); count != 0) {
        return span(PersonalData::bank_card, count);
    }
    if (const std::size_t count = begins_with_mobile(code); count != 0) {
        return span(PersonalData::cn_mobile, count);
    }
    if (is_word_start && begins_with_uscc(code)) {
        return span(PersonalData::uscc, 18);
    }
    if (is_word_start && begins_with_passport(code)) {
        return span(PersonalData::passport, 9);
    }
    return std::nullopt;
}

void find_codes(std::string_view text, ByteRange within, std::vector<PersonalDataSpan>& found) {
    const std::string_view seen = text.substr(0, within.end);
    for (std::size_t at = within.begin; at < seen.size();) {
        if (!is_alnum(seen[at])) {
            ++at;
            continue;
        }
        if (const auto span = code_at(seen, at); span && span->span.begin >= within.begin) {
            found.push_back(*span);
            at = span->span.end;
            continue;
        }
        const bool in_digits = is_digit(seen[at]);
        while (at < seen.size() && is_alnum(seen[at]) && is_digit(seen[at]) == in_digits) {
            ++at;
        }
    }
}

// Addresses first, so that a number in one (13812345678@example.com) is not taken out of it.
std::vector<PersonalDataSpan> find_in_plain(std::string_view text) {
    std::vector<PersonalDataSpan> found;
    std::size_t done = 0;
    for (std::size_t at = text.find('@'); at != std::string_view::npos;
         at = text.find('@', at + 1)) {
        if (const auto email = email_around(text, at, done)) {
            find_codes(text, {done, email->begin}, found);
            found.push_back({PersonalData::email, *email});
            done = email->end;
        }
    }
    find_codes(text, {done, text.size()}, found);
    return found;
}

// What a look at the bytes tells.
struct Survey {
    bool can_hold_any = false;
    bool needs_folding = false;  // Full-width or circled digits, invisible characters and the like.
};

// What folding makes of a character that is not ASCII, as far as its bytes tell without decoding
// it.
enum class Fold : std::uint8_t { itself, filler, sign };

// `filler` is what may stand inside a number (dashes, spaces, invisible characters, the keycap
// around a digit), `sign` what may be a digit, a letter or '@'.
Fold fold_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto if_true = [](bool holds, Fold fold) { return holds ? fold : Fold::itself; };
    const unsigned second = byte(1);
    const unsigned third = byte(2);
    switch (byte(0)) {
        case 0xC2:
            return if_true(second == 0xAD || second == 0xA0, Fold::filler);
        case 0xE2:
            if (second == 0x80) {
                return if_true(third < 0x96 || third >= 0xA8, Fold::filler);
            }
            if (second == 0x81 || second == 0x83 || second == 0x88) {
                return Fold::filler;
            }
            return if_true((second >= 0x91 && second <= 0x93) ||
                               (second == 0x9D && third >= 0xB6) || second == 0x9E,
                           Fold::sign);
        case 0xE3:
            return if_true(second == 0x80 && third == 0x80, Fold::filler);
        case 0xEF:
            if (second == 0xBC || second == 0xBD) {
                const unsigned c = second == 0xBC ? third - 0x60 : third - 0x20;  // As in ASCII.
                return if_true(c < 0x80 && (is_alnum(static_cast<char>(c)) || c == '@'),
                               Fold::sign);
            }
            return if_true(second == 0xB8 || second == 0xBB, Fold::filler);
        case 0xF0:  // Mathematical digits, enclosed letters and digits.
            return if_true(second == 0x9D || (second == 0x9F && (third == 0x84 || third == 0x85)),
                           Fold::sign);
        default:
            return Fold::itself;
    }
}

Survey survey(std::string_view text) {
    constexpr std::size_t kFewestDigits = 2;  // Of a number plate.
    std::size_t digits = 0;
    std::size_t signs = 0;
    std::size_t fillers = 0;
    bool has_at = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        digits += is_digit(c) ? 1 : 0;
        has_at = has_at || c == '@';
        // 0xE4 to 0xE9 begin the Chinese characters, which are most of what there is.
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0xC2 && (byte < 0xE4 || byte > 0xE9)) {
            const Fold fold = fold_at(text, at);
            signs += fold == Fold::sign ? 1 : 0;
            fillers += fold == Fold::filler ? 1 : 0;
        }
    }
    return {digits >= kFewestDigits || signs > 0 || has_at, signs + fillers > 0};
}

// A text with everything that reads as ASCII turned into it, white space kept.
struct Folded {
    std::string text;
    std::vector<std::size_t> begins;  // For each byte of `text`, where its original begins ...
    std::vector<std::size_t> ends;    // ... and ends.
};

bool is_blank(char32_t c) {
    return c == 0xA0 || c == 0x3000 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F;
}

Folded folded(std::string_view text) {
    Folded out;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        if (decoded.code_point < 0x80) {
            out.text.push_back(text[at]);
        } else if (is_blank(decoded.code_point)) {
            out.text.push_back(' ');
        } else {
            normalize(text.substr(at, decoded.bytes), out.text);
        }
        out.begins.resize(out.text.size(), at);
        at += decoded.bytes;
        out.ends.resize(out.text.size(), at);
    }
    return out;
}

// Of the letters and digits of one piece: how many stay readable in front and at the end.
struct Kept {
    std::size_t head;
    std::size_t tail;
};

Kept kept_of(PersonalData kind) {
    switch (kind) {
        case PersonalData::cn_id:
        case PersonalData::cn_mobile:
            return {3, 4};
        case PersonalData::bank_card:
        case PersonalData::uscc:
            return {4, 4};
        case PersonalData::passport:
            return {1, 3};
        case PersonalData::plate:
            return {2, 2};
        case PersonalData::email:
            return {1, 0};
    }
    return {0, 0};
}

// What of a piece may be hidden: not the domain of an address, not a country code in front.
std::string_view maskable_part(PersonalData kind, std::string_view piece) {
    return kind == PersonalData::email ? piece.substr(0, std::min(piece.find('@'), piece.size()))
                                       : piece;
}

bool is_kept_as_is(char32_t c, PersonalData kind) {
    return kind != PersonalData::email &&
           (c == ' ' || c == '-' || c == 0xB7 || c == 0x2022 || is_blank(c));
}

// Appends what the `visible` range shows of one piece.
void append_masked(PersonalDataSpan found,
                   std::string_view text,
                   ByteRange visible,
                   std::string& out) {
    const std::string_view piece = text.substr(found.span.begin, found.span.size());
    const std::string_view part = maskable_part(found.kind, piece);
    std::size_t characters = 0;
    for (std::size_t at = 0; at < part.size(); at += utf8::decode(part, at).bytes) {
        characters += is_kept_as_is(utf8::decode(part, at).code_point, found.kind) ? 0 : 1;
    }
    Kept kept = kept_of(found.kind);
    if (found.kind == PersonalData::cn_mobile && characters > kMobileSize) {
        kept.head += characters - kMobileSize;
    }
    if (characters <= kept.head + kept.tail) {
        kept = {0, 0};
    }
    std::size_t index = 0;
    for (std::size_t at = 0; at < piece.size();) {
        const utf8::Decoded decoded = utf8::decode(piece, at);
        const bool is_hidden = at < part.size() && !is_kept_as_is(decoded.code_point, found.kind);
        const bool is_shown = !is_hidden || index < kept.head || index + kept.tail >= characters;
        index += is_hidden ? 1 : 0;
        if (found.span.begin + at >= visible.begin && found.span.begin + at < visible.end) {
            out += is_shown ? piece.substr(at, decoded.bytes) : std::string_view("*");
        }
        at += decoded.bytes;
    }
}

}  // namespace

std::string_view name_of(PersonalData kind) {
    return kNames.at(static_cast<std::size_t>(kind));
}

bool is_cn_id(std::string_view text) {
    const Code code = read_code(text, 0);
    return code.size == kIdSize && code.ends.at(kIdSize - 1) == text.size() &&
           begins_with_cn_id(code);
}

bool is_bank_card(std::string_view text) {
    const Code code = read_code(text, 0);
    return code.size > 0 && code.ends.at(code.size - 1) == text.size() &&
           begins_with_card(code) == code.size;
}

bool is_cn_mobile(std::string_view text) {
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
    }
    const Code code = read_code(text, 0);
    return code.size > 0 && code.ends.at(code.size - 1) == text.size() &&
           begins_with_mobile(code) == code.size;
}

bool is_uscc(std::string_view text) {
    return text.size() == 18 && begins_with_uscc(read_code(text, 0));
}

bool is_passport(std::string_view text) {
    return text.size() == 9 && begins_with_passport(read_code(text, 0));
}

bool is_plate(std::string_view text) {
    return !text.empty() && plate_end(text, 0) == text.size();
}

bool is_email(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && is_local_part(text.substr(0, at)) &&
           is_domain(text.substr(at + 1));
}

bool passes_luhn(std::string_view digits) {
    unsigned sum = 0;
    std::size_t count = 0;
    for (auto c = digits.rbegin(); c != digits.rend(); ++c) {
        if (is_separator(*c)) {
            continue;
        }
        if (!is_digit(*c)) {
            return false;
        }
        const unsigned value = digit_value(*c) * (count % 2 == 0 ? 1 : 2);
        sum += value > 9 ? value - 9 : value;
        ++count;
    }
    return count > 0 && sum % 10 == 0;
}

std::vector<PersonalDataSpan> find_personal_data(std::string_view text) {
    const Survey seen = survey(text);
    if (!seen.can_hold_any) {
        return {};
    }
    if (!seen.needs_folding) {
        return find_in_plain(text);
    }
    const Folded plain = folded(text);
    std::vector<PersonalDataSpan> found = find_in_plain(plain.text);
    for (PersonalDataSpan& item : found) {
        item.span = {plain.begins.at(item.span.begin), plain.ends.at(item.span.end - 1)};
    }
    return found;
}

std::string masked(std::string_view text) {
    return masked(text, {0, text.size()});
}

std::string masked(std::string_view text, ByteRange range) {
    // No number or address is longer; so a match in a long text costs no more than in a short one.
    constexpr std::size_t kContext = 512;
    const std::size_t end = std::min(range.end, text.size());
    const std::size_t begin = std::min(range.begin, end);
    const std::size_t context = begin - std::min(begin, kContext);
    const std::string_view around = text.substr(context, end + kContext - context);
    const ByteRange visible{begin - context, end - context};
    std::string out;
    std::size_t done = visible.begin;
    for (const PersonalDataSpan& found : find_personal_data(around)) {
        if (found.span.end <= done || found.span.begin >= visible.end) {
            continue;
        }
        if (found.span.begin > done) {
            out += around.substr(done, found.span.begin - done);
        }
        append_masked(found, around, visible, out);
        done = std::min(found.span.end, visible.end);
    }
    out += around.substr(done, visible.end - done);
    return out;
}

}  // namespace suowen::text
