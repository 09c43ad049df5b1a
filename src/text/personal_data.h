// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"

namespace suowen::text {

enum class PersonalData : std::uint8_t {
    cn_id,  // 居民身份证号: 18 characters with a valid check character (GB 11643) and birth date.
    bank_card,  // 13 to 19 digits, valid by Luhn, with an issuer prefix; never a valid cn_id.
    cn_mobile,  // 11 digits, a prefix that is in use.
    uscc,       // 统一社会信用代码: GB 32100 check character.
    passport,   // Chinese passport number.
    plate,      // Chinese number plate.
    email,
};

[[nodiscard]] std::string_view name_of(PersonalData kind);

// Each accepts the text of one candidate, separators (space, dash) allowed where people write them.
[[nodiscard]] bool is_cn_id(std::string_view text);
[[nodiscard]] bool is_bank_card(std::string_view text);
[[nodiscard]] bool is_cn_mobile(std::string_view text);
[[nodiscard]] bool is_uscc(std::string_view text);
[[nodiscard]] bool is_passport(std::string_view text);
[[nodiscard]] bool is_plate(std::string_view text);
[[nodiscard]] bool is_email(std::string_view text);
[[nodiscard]] bool passes_luhn(std::string_view digits);

struct PersonalDataSpan {
    PersonalData kind;
    ByteRange span;
};

// Personal data in running text (original, not normalized), in order, without overlap.
[[nodiscard]] std::vector<PersonalDataSpan> find_personal_data(std::string_view text);

// The text with the middle of each piece of personal data replaced by '*' (one per character); what
// remains lets two people agree which number is meant (138****5678) and no more.
[[nodiscard]] std::string masked(std::string_view text);

// The words of a range of the text, masked as the whole text is: half a number is masked too.
[[nodiscard]] std::string masked(std::string_view text, ByteRange range);

}  // namespace suowen::text
