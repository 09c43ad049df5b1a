// SPDX-License-Identifier: Apache-2.0
#include "text/literal_scanner.h"

#include <algorithm>
#include <map>

#include "base/check.h"

namespace suowen::text {

void LiteralScanner::Builder::add(std::string_view literal, std::uint32_t value) {
    SUOWEN_CHECK(literal.size() >= kKeyBytes.front());
    entries_.emplace_back(literal, value);
}

LiteralScanner LiteralScanner::Builder::build() && {
    std::map<std::string, std::vector<std::uint32_t>> by_text;
    for (auto& [text, value] : entries_) {
        by_text[text].push_back(value);
    }
    LiteralScanner scanner;
    std::vector<std::pair<std::uint64_t, Literal>> keyed;
    for (auto& [text, values] : by_text) {
        std::size_t key_class = 0;
        while (key_class + 1 < kKeyBytes.size() && kKeyBytes[key_class + 1] <= text.size()) {
            ++key_class;
        }
        scanner.first_[first_key(text)] |= static_cast<std::uint8_t>(1U << key_class);
        keyed.emplace_back(key_of(text.data(), key_class), Literal{text, std::move(values)});
    }
    std::stable_sort(
        keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    scanner.file(keyed);
    return scanner;
}

void LiteralScanner::file(const std::vector<std::pair<std::uint64_t, Literal>>& keyed) {
    std::size_t capacity = 16;
    while (capacity < keyed.size() * 4) {
        capacity *= 2;
    }
    slots_.assign(capacity, Slot{});
    mask_ = capacity - 1;
    for (std::size_t i = 0; i < keyed.size();) {
        std::size_t end = i;
        while (end < keyed.size() && keyed[end].first == keyed[i].first) {
            literals_.push_back(keyed[end].second);
            ++end;
        }
        std::size_t place = hash(keyed[i].first) & mask_;
        while (slots_[place].key != 0) {
            place = (place + 1) & mask_;
        }
        slots_[place] = {
            keyed[i].first, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end - i)};
        i = end;
    }
}

}  // namespace suowen::text
