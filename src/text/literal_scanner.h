// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "model/finding.h"

namespace suowen::text {

// Finds which of many literals occur in a text, in one pass: a trie over characters, walked from
// each of them. Made for short texts of mostly Chinese characters, where nearly every walk ends
// within two steps: a table that stays in the nearest cache tells which pairs of characters begin a
// literal. Immutable after build.
class LiteralScanner {
public:
    class Builder {
    public:
        // `literal` is UTF-8, not empty; finding it reports `value`. Several values for
        // one literal and several literals for one value are fine.
        void add(std::string_view literal, std::uint32_t value);

        [[nodiscard]] LiteralScanner build() &&;

    private:
        struct Entry {
            std::uint32_t begin = 0;  // In bytes_.
            std::uint32_t end = 0;
            std::uint32_t value = 0;
        };

        [[nodiscard]] std::string_view literal(const Entry& entry) const {
            return std::string_view(bytes_).substr(entry.begin, entry.end - entry.begin);
        }

        std::string bytes_;  // Of all literals.
        std::vector<Entry> entries_;
    };

    // Calls `report(value)`, or `report(value, range)` if it takes that, for each value with a
    // literal in `text` and where it is, once or more often, in no set order.
    template <class Report>
    void scan(std::string_view text, Report&& report) const {
        std::uint32_t letter = 0;
        std::size_t begin = 0;  // Of the character that `letter` stands for.
        for (std::size_t at = 0; at < text.size();) {
            const utf8::Decoded c = utf8::decode(text, at);
            const std::uint32_t before = letter;
            const std::size_t before_begin = begin;
            letter = letter_of(c.code_point);
            begin = at;
            at += c.bytes;
            if (letter == 0) {
                continue;
            }
            if (letter <= singles_) {
                report_values(nodes_[letter], {begin, at}, report);
            }
            if (before != 0 && begins_literal(before, letter)) {
                walk(text, {before_begin, at}, before, letter, report);
            }
        }
    }

private:
    // Characters of literals are letters, numbered from 1; all others are letter 0. Those that are
    // literals by themselves come first. The nodes of the first characters come first, so that a
    // letter is also the number of its node.
    struct Node {
        std::uint32_t parent = 0;
        std::uint32_t letter = 0;
        std::uint32_t first_value = 0;
        std::uint32_t last_value = 0;  // Behind the values of the literal that ends here.
    };

    static constexpr char32_t kPlane = 0x10000;
    static constexpr unsigned kPairBits = 17;

    [[nodiscard]] std::uint32_t letter_of(char32_t c) const {
        if (c < kPlane) {
            return letters_[c];
        }
        const auto known = rare_letters_.find(c);
        return known == rare_letters_.end() ? 0 : known->second;
    }

    // Where pairs_ tells of two letters; pairs of no literal may fall together with others.
    static std::size_t pair_bit(std::uint32_t first, std::uint32_t second) {
        constexpr std::uint32_t kMultiplier = 0x9E3779B1U;
        return (first * kMultiplier ^ second * (kMultiplier << 7U | 1U)) >> (32 - kPairBits);
    }

    [[nodiscard]] bool begins_literal(std::uint32_t first, std::uint32_t second) const {
        const std::size_t bit = pair_bit(first, second);
        return (pairs_[bit / 64] >> (bit % 64) & 1U) != 0;
    }

    // Where the node behind that step is filed in steps_, or would be.
    [[nodiscard]] std::size_t place_of(std::uint32_t node, std::uint32_t letter) const {
        constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;
        const std::uint64_t key = std::uint64_t{node} << 32U | letter;
        std::size_t place = static_cast<std::size_t>((key * kMultiplier) >> 32U) & mask_;
        while (steps_[place] != 0 &&
               (nodes_[steps_[place]].parent != node || nodes_[steps_[place]].letter != letter)) {
            place = (place + 1) & mask_;
        }
        return place;
    }

    template <class Report>
    void report_values(const Node& node, ByteRange range, Report&& report) const {
        for (std::uint32_t i = node.first_value; i < node.last_value; ++i) {
            if constexpr (std::is_invocable_v<Report, std::uint32_t, ByteRange>) {
                report(values_[i], range);
            } else {
                report(values_[i]);
            }
        }
    }

    // Follows the literals that begin with two letters, which `range` spans.
    template <class Report>
    void walk(std::string_view text,
              ByteRange range,
              std::uint32_t node,
              std::uint32_t letter,
              Report&& report) const {
        while (letter != 0) {
            node = steps_[place_of(node, letter)];
            if (node == 0) {
                return;
            }
            report_values(nodes_[node], range, report);
            if (range.end == text.size()) {
                return;
            }
            const utf8::Decoded c = utf8::decode(text, range.end);
            letter = letter_of(c.code_point);
            range.end += c.bytes;
        }
    }

    void add_letter(char32_t c);

    // Gives the nodes their values. `ends` has the node and the value of each literal.
    void file_values(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& ends);

    // Files all steps anew in a table for at least so many.
    void file_steps(std::size_t most);
    std::uint32_t add_step(std::uint32_t node, std::uint32_t letter);

    std::vector<std::uint16_t> letters_ = std::vector<std::uint16_t>(kPlane);
    std::unordered_map<char32_t, std::uint32_t> rare_letters_;  // Of the characters beyond.
    std::uint32_t singles_ = 0;  // The last letter that is a literal by itself.
    std::vector<std::uint64_t> pairs_ =
        std::vector<std::uint64_t>((std::size_t{1} << kPairBits) / 64);
    std::vector<Node> nodes_ = std::vector<Node>(1);
    std::vector<std::uint32_t> steps_ = std::vector<std::uint32_t>(1);  // Nodes, hashed; 0: free.
    std::size_t mask_ = 0;
    std::vector<std::uint32_t> values_;
};

}  // namespace suowen::text
