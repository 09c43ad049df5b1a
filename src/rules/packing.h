// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/check.h"

namespace suowen::rules {

// Numbers and texts as bytes that read back fast. What is read was written by the build, so that a
// damaged one is a bug.
inline void pack_number(std::string& out, std::size_t value) {
    while (value >= 0x80) {
        out.push_back(static_cast<char>(value | 0x80U));
        value >>= 7U;
    }
    out.push_back(static_cast<char>(value));
}

inline void pack_text(std::string& out, std::string_view text) {
    pack_number(out, text.size());
    out += text;
}

// Reads in the order of writing. Borrows `packed`.
class PackedReader {
public:
    explicit PackedReader(std::string_view packed) : rest_(packed) {}

    std::size_t number() {
        std::size_t value = 0;
        for (unsigned shift = 0;; shift += 7) {
            SUOWEN_CHECK(!rest_.empty());
            const unsigned part = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::size_t>(part & 0x7FU) << shift;
            if (part < 0x80) {
                return value;
            }
        }
    }

    std::string_view text() {
        const std::size_t size = number();
        SUOWEN_CHECK(size <= rest_.size());
        const std::string_view found = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return found;
    }

private:
    std::string_view rest_;
};

}  // namespace suowen::rules
