// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace suowen::text {

// Finds which of many literals occur in a text, in one pass. Made for short texts of mostly Chinese
// characters: it looks only where characters begin, first at a table of what literals begin with,
// then at a hash of the first bytes, and compares in full only then. Immutable after build.
class LiteralScanner {
public:
    class Builder {
    public:
        // `literal` is UTF-8 of at least two bytes; finding it reports `value`. Several values for
        // one literal and several literals for one value are fine.
        void add(std::string_view literal, std::uint32_t value);

        [[nodiscard]] LiteralScanner build() &&;

    private:
        std::vector<std::pair<std::string, std::uint32_t>> entries_;
    };

    // Calls `report(value)` for each value with a literal in `text`, once or more often, in no set
    // order.
    template <class Report>
    void scan(std::string_view text, Report&& report) const {
        const char* const data = text.data();
        const std::size_t size = text.size();
        for (std::size_t at = 0; at + 1 < size;) {
            const auto byte = static_cast<unsigned char>(data[at]);
            const std::uint8_t classes = first_[first_key(text.substr(at))];
            if (classes != 0) {
                check(text.substr(at), classes, report);
            }
            at += step(byte);
        }
    }

private:
    // Literals are filed under as many of their first bytes as the longest of these that they have.
    static constexpr std::array<std::size_t, 4> kKeyBytes = {2, 3, 4, 6};
    static constexpr std::size_t kPairKeys = std::size_t{1} << 16U;
    static constexpr std::size_t kFirstKeys = kPairKeys * 2;

    struct Literal {
        std::string text;
        std::vector<std::uint32_t> values;
    };

    struct Slot {
        std::uint64_t key = 0;  // 0 is free; keys hold the class and are never 0.
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    // The length of a character by its first byte; bytes inside a character are passed one by one.
    static std::size_t step(unsigned char first) {
        return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    // What the first table is asked: the whole character where it has three bytes, as Chinese ones
    // do, else the first two bytes. `rest` has at least two.
    static std::size_t first_key(std::string_view rest) {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<unsigned char>(rest[i]));
        };
        if (byte(0) >= 0xE0 && rest.size() >= 3) {
            return kPairKeys +
                   ((byte(0) & 0xFU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU));
        }
        return byte(0) | byte(1) << 8U;
    }

    static std::uint64_t key_of(const char* at, std::size_t key_class) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, kKeyBytes[key_class]);
        return bytes << 2U | key_class;
    }

    static std::size_t hash(std::uint64_t key) {
        constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;
        return static_cast<std::size_t>((key * kMultiplier) >> 40U);
    }

    template <class Report>
    void check(std::string_view rest, std::uint8_t classes, Report&& report) const {
        for (std::size_t key_class = 0; key_class < kKeyBytes.size(); ++key_class) {
            if ((classes >> key_class & 1U) == 0 || rest.size() < kKeyBytes[key_class]) {
                continue;
            }
            const std::uint64_t key = key_of(rest.data(), key_class);
            for (std::size_t i = hash(key) & mask_; slots_[i].key != 0; i = (i + 1) & mask_) {
                if (slots_[i].key == key) {
                    compare(rest, slots_[i], report);
                    break;
                }
            }
        }
    }

    template <class Report>
    void compare(std::string_view rest, const Slot& slot, Report&& report) const {
        for (std::uint32_t i = slot.first; i < slot.first + slot.count; ++i) {
            const Literal& literal = literals_[i];
            if (rest.substr(0, literal.text.size()) == literal.text) {
                for (const std::uint32_t value : literal.values) {
                    report(value);
                }
            }
        }
    }

    void file(std::vector<std::pair<std::uint64_t, Literal>> keyed);

    std::vector<std::uint8_t> first_ = std::vector<std::uint8_t>(kFirstKeys);
    std::vector<Slot> slots_ = std::vector<Slot>(1);
    std::size_t mask_ = 0;
    std::vector<Literal> literals_;  // Those of one slot stand together.
};

}  // namespace suowen::text
