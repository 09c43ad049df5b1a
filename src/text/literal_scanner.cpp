// SPDX-License-Identifier: Apache-2.0
#include "text/literal_scanner.h"

#include <limits>
#include <utility>

#include "base/check.h"

namespace suowen::text {

void LiteralScanner::Builder::add(std::string_view literal, std::uint32_t value) {
    SUOWEN_CHECK(!literal.empty());
    const auto begin = static_cast<std::uint32_t>(bytes_.size());
    bytes_ += literal;
    SUOWEN_CHECK(bytes_.size() <= std::numeric_limits<std::uint32_t>::max());
    entries_.push_back({begin, static_cast<std::uint32_t>(bytes_.size()), value});
}

LiteralScanner LiteralScanner::Builder::build() && {
    LiteralScanner scanner;
    for (const Entry& entry : entries_) {
        const utf8::Decoded first = utf8::decode(bytes_, entry.begin);
        if (entry.begin + first.bytes == entry.end) {
            scanner.add_letter(first.code_point);
        }
    }
    scanner.singles_ = static_cast<std::uint32_t>(scanner.nodes_.size() - 1);
    std::size_t characters = 0;
    for (std::size_t at = 0; at < bytes_.size(); ++characters) {
        const utf8::Decoded c = utf8::decode(bytes_, at);
        scanner.add_letter(c.code_point);
        at += c.bytes;
    }
    scanner.nodes_.reserve(scanner.nodes_.size() + characters);
    scanner.file_steps(characters);

    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;  // Nodes and their values.
    ends.reserve(entries_.size());
    for (const Entry& entry : entries_) {
        const std::string_view literal = this->literal(entry);
        const utf8::Decoded first = utf8::decode(literal, 0);
        std::uint32_t node = scanner.letter_of(first.code_point);
        if (first.bytes < literal.size()) {
            const utf8::Decoded second = utf8::decode(literal, first.bytes);
            const std::size_t bit = pair_bit(node, scanner.letter_of(second.code_point));
            scanner.pairs_[bit / 64] |= std::uint64_t{1} << (bit % 64);
        }
        for (std::size_t at = first.bytes; at < literal.size();) {
            const utf8::Decoded c = utf8::decode(literal, at);
            node = scanner.add_step(node, scanner.letter_of(c.code_point));
            at += c.bytes;
        }
        ends.emplace_back(node, entry.value);
    }
    scanner.file_steps(
        scanner.nodes_.size());  // Literals share beginnings: a smaller table will do.
    scanner.file_values(ends);
    return scanner;
}

// Counts first: sorting would be a fifth of the time of loading the rules. A value that is there
// twice is harmless.
void LiteralScanner::file_values(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& ends) {
    for (const auto& [node, value] : ends) {
        ++nodes_[node].last_value;
    }
    std::uint32_t next = 0;
    for (Node& node : nodes_) {
        node.first_value = next;
        next += std::exchange(node.last_value, next);
    }
    values_.resize(ends.size());
    for (const auto& [node, value] : ends) {
        values_[nodes_[node].last_value++] = value;
    }
}

void LiteralScanner::file_steps(std::size_t most) {
    std::size_t capacity = 16;
    while (capacity < most * 2) {
        capacity *= 2;
    }
    steps_.assign(capacity, 0);
    mask_ = capacity - 1;
    for (std::uint32_t node = 1; node < nodes_.size(); ++node) {
        if (nodes_[node].parent != 0) {
            steps_[place_of(nodes_[node].parent, nodes_[node].letter)] = node;
        }
    }
}

// Letters are all added before any step is, see Node.
void LiteralScanner::add_letter(char32_t c) {
    if (letter_of(c) != 0) {
        return;
    }
    const std::size_t letter = nodes_.size();
    SUOWEN_CHECK(letter <= std::numeric_limits<std::uint16_t>::max());
    nodes_.emplace_back();
    if (c < kPlane) {
        letters_[c] = static_cast<std::uint16_t>(letter);
    } else {
        rare_letters_[c] = static_cast<std::uint32_t>(letter);
    }
}

std::uint32_t LiteralScanner::add_step(std::uint32_t node, std::uint32_t letter) {
    std::uint32_t& step = steps_[place_of(node, letter)];
    if (step == 0) {
        step = static_cast<std::uint32_t>(nodes_.size());
        nodes_.push_back({node, letter, 0, 0});
    }
    return step;
}

}  // namespace suowen::text
