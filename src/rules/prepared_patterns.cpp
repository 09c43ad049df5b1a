// SPDX-License-Identifier: Apache-2.0
#include "rules/prepared_patterns.h"

#include "rules/packing.h"

namespace suowen::rules {
namespace {

void pack(std::string& out, const text::LiteralSets& sets) {
    pack_number(out, sets.size());
    for (const std::vector<std::string>& set : sets) {
        pack_number(out, set.size());
        for (const std::string& literal : set) {
            pack_text(out, literal);
        }
    }
}

text::LiteralSets unpack_sets(PackedReader& reader) {
    text::LiteralSets sets(reader.number());
    for (std::vector<std::string>& set : sets) {
        set.resize(reader.number());
        for (std::string& literal : set) {
            literal = reader.text();
        }
    }
    return sets;
}

}  // namespace

std::string pack(const PreparedPatterns& prepared) {
    std::string out;
    pack_number(out, prepared.patterns.size());
    for (const PreparedPattern& pattern : prepared.patterns) {
        pack_text(out, pattern.pattern);
        pack_number(out, pattern.literals.size());
        for (const text::LiteralSets& sets : pattern.literals) {
            pack(out, sets);
        }
    }
    pack_number(out, prepared.uses.size());
    for (const std::uint32_t use : prepared.uses) {
        pack_number(out, use);
    }
    return out;
}

PreparedPatterns unpack_patterns(std::string_view packed) {
    PreparedPatterns prepared;
    PackedReader reader(packed);
    prepared.patterns.resize(reader.number());
    for (PreparedPattern& pattern : prepared.patterns) {
        pattern.pattern = reader.text();
        pattern.literals.resize(reader.number());
        for (text::LiteralSets& sets : pattern.literals) {
            sets = unpack_sets(reader);
        }
    }
    prepared.uses.resize(reader.number());
    for (std::uint32_t& use : prepared.uses) {
        use = static_cast<std::uint32_t>(reader.number());
        SUOWEN_CHECK(use < prepared.patterns.size());
    }
    return prepared;
}

}  // namespace suowen::rules
