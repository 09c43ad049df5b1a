// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace suowen::rules {

// A node of a YAML document, with the place where it begins.
struct Node {
    enum class Kind : std::uint8_t { scalar, sequence, map };

    Kind kind = Kind::scalar;
    bool was_quoted = false;  // 'a' or "a": text even where a plain word would be a number.
    bool is_block = false;    // `|` or `>`: its text is not on the line where it begins.
    std::uint32_t line = 0;
    std::uint32_t column = 0;  // In code points.
    std::string text;          // Of a scalar; empty for null.
    std::vector<Node> items;   // Of a sequence or a map.
    std::vector<Node> keys;    // Of a map: keys[i] belongs to items[i]. A key twice is kept twice.

    [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }

    [[nodiscard]] bool is_sequence() const { return kind == Kind::sequence; }

    [[nodiscard]] bool is_map() const { return kind == Kind::map; }

    // Nothing was written, or `~` or `null`.
    [[nodiscard]] bool is_null() const;

    // The first value of `key` in a map; null where there is none.
    [[nodiscard]] const Node* find(std::string_view key) const;
};

inline constexpr std::size_t kMaxDocumentBytes = std::size_t{4} << 20U;
inline constexpr std::size_t kMaxDocumentDepth = 32;

// Parses one YAML document. Anchors, aliases, tags and more than one document are refused, so that
// a small file cannot stand for a large tree. An empty file gives an empty map.
[[nodiscard]] Result<Node> parse_document(std::string_view yaml, const std::string& name);

// The lines of a text, which it borrows.
class Lines {
public:
    explicit Lines(std::string_view text);

    // Line `number`, from 1, without its line break; empty where there is none.
    [[nodiscard]] std::string_view line(std::uint64_t number) const;

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

[[nodiscard]] std::uint32_t count_code_points(std::string_view text);

// A document in a form that reads back in a fraction of the time that YAML takes.
[[nodiscard]] std::string pack(const Node& document);

// Reads what pack() wrote; `packed` is ours, so a bad one is a bug.
[[nodiscard]] Node unpack(std::string_view packed);

}  // namespace suowen::rules
