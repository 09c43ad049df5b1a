// SPDX-License-Identifier: Apache-2.0
#include "text/literal_scanner.h"

#include <algorithm>

#include "base/check.h"

namespace suowen::text {

void LiteralScanner::Builder::add(std::string_view literal, std::uint32_t value) {
    SUOWEN_CHECK(literal.size() >= kKeyBytes.front());
    entries_.emplace_back(literal, value);
}

LiteralScanner LiteralScanner::Builder::build() && {
    std::sort(entries_.begin(), entries_.end());
    LiteralScanner scanner;
    std::vector<std::pair<std::uint64_t, Literal>> keyed;
    for (std::size_t begin = 0; begin < entries_.size();) {
        std::vector<std::uint32_t> values;
        std::size_t end = begin;
        for (; end < entries_.size() && entries_[end].first == entries_[begin].first; ++end) {
            values.push_back(entries_[end].second);
        }
        std::string& text = entries_[begin].first;
        begin = end;
        std::size_t key_class = 0;
        while (key_class + 1 < kKeyBytes.size() && kKeyBytes[key_class + 1] <= text.size()) {
            ++key_class;
        }
        scanner.first_[first_key(text)] |= static_cast<std::uint8_t>(1U << key_class);
        const std::uint64_t key = key_of(text.data(), key_class);
        keyed.emplace_back(key, Literal{std::move(text), std::move(values)});
    }
    std::stable_sort(
        keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    scanner.file(std::move(keyed));
    return scanner;
}

void LiteralScanner::file(std::vector<std::pair<std::uint64_t, Literal>> keyed) {
    std::size_t capacity = 16;
    while (capacity < keyed.size() * 4) {
        capacity *= 2;
    }
    slots_.assign(capacity, Slot{});
    mask_ = capacity - 1;
    for (std::size_t i = 0; i < keyed.size();) {
        std::size_t end = i;
        while (end < keyed.size() && keyed[end].first == keyed[i].first) {
            literals_.push_back(std::move(keyed[end].second));
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
