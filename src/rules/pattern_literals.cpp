// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern_literals.h"

#include "rules/packing.h"

namespace suowen::rules {

std::string pack(const PatternLiterals& literals) {
    std::string out;
    pack_number(out, literals.sets.size());
    for (const std::vector<std::string>& set : literals.sets) {
        pack_number(out, set.size());
        for (const std::string& literal : set) {
            pack_text(out, literal);
        }
    }
    pack_number(out, literals.set_of_use.size());
    for (const std::uint32_t set : literals.set_of_use) {
        pack_number(out, set);
    }
    return out;
}

PatternLiterals unpack_literals(std::string_view packed) {
    PatternLiterals literals;
    PackedReader reader(packed);
    literals.sets.resize(reader.number());
    for (std::vector<std::string>& set : literals.sets) {
        set.resize(reader.number());
        for (std::string& literal : set) {
            literal = reader.text();
        }
    }
    literals.set_of_use.resize(reader.number());
    for (std::uint32_t& set : literals.set_of_use) {
        set = static_cast<std::uint32_t>(reader.number());
        SUOWEN_CHECK(set < literals.sets.size());
    }
    return literals;
}

}  // namespace suowen::rules
