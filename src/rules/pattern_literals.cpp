// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern_literals.h"

#include "rules/packing.h"

namespace suowen::rules {

std::string pack(const PatternLiterals& literals) {
    std::string out;
    pack_number(out, literals.of_pattern.size());
    for (const text::LiteralSets& sets : literals.of_pattern) {
        pack_number(out, sets.size());
        for (const std::vector<std::string>& set : sets) {
            pack_number(out, set.size());
            for (const std::string& literal : set) {
                pack_text(out, literal);
            }
        }
    }
    pack_number(out, literals.uses.size());
    for (const std::uint32_t use : literals.uses) {
        pack_number(out, use);
    }
    return out;
}

PatternLiterals unpack_literals(std::string_view packed) {
    PatternLiterals literals;
    PackedReader reader(packed);
    literals.of_pattern.resize(reader.number());
    for (text::LiteralSets& sets : literals.of_pattern) {
        sets.resize(reader.number());
        for (std::vector<std::string>& set : sets) {
            set.resize(reader.number());
            for (std::string& literal : set) {
                literal = reader.text();
            }
        }
    }
    literals.uses.resize(reader.number());
    for (std::uint32_t& use : literals.uses) {
        use = static_cast<std::uint32_t>(reader.number());
        SUOWEN_CHECK(use < literals.of_pattern.size());
    }
    return literals;
}

}  // namespace suowen::rules
