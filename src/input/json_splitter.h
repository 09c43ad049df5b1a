// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/line_reader.h"

namespace suowen::input {

// A value out of a JSON document.
struct JsonPiece {
    std::size_t path = 0;   // Which of the paths that were asked for.
    std::string_view text;  // Valid until the next call; TextBuffer::kPadding bytes behind it.
    std::uint64_t line = 0;
    std::uint32_t column = 0;  // 0 where something else stands before it in its line.
    std::uint64_t offset_bytes = 0;
    std::vector<std::size_t> indices;  // Of the list elements on the way to it, outermost first.
};

// Cuts the values at some paths out of a JSON document of any size, holding one of them at a time.
// A path is like a JSON pointer with `*` for each element of a list: "/chats/list/*/messages/*".
// Only what tells where values begin and end is checked; the values are for a parser.
class JsonSplitter {
public:
    JsonSplitter(LineReader& lines, const std::vector<std::string_view>& paths);

    // The next value in the order of the document; empty at its end, and where it is damaged.
    [[nodiscard]] std::optional<JsonPiece> next();

    // Why the document ended early; empty when it is whole.
    [[nodiscard]] const std::optional<Diagnostic>& damage() const { return damage_; }

private:
    struct Level {
        bool is_list = false;
        std::size_t index = 0;  // In a list.
        std::string key;        // In an object.
    };

    void take(char c);
    void take_in_string(char c);
    void copy_container();
    void begin_value(char c);
    void open(bool is_list);
    void close(bool is_list);
    [[nodiscard]] std::optional<std::size_t> find_path() const;
    void fail(std::string message);

    static constexpr std::size_t kLargestPiece = std::size_t{64} << 20U;
    static constexpr std::size_t kDeepest = 1000;

    LineReader& lines_;
    std::vector<std::vector<std::string>> paths_;
    std::size_t longest_path_ = 0;
    std::string_view chunk_;  // Not looked at yet.
    std::uint64_t line_ = 1;
    std::uint64_t offset_ = 0;
    std::uint64_t line_offset_ = 0;
    bool is_line_blank_ = true;  // Up to here.
    std::vector<Level> levels_;
    bool is_in_string_ = false;
    bool is_key_ = false;  // The string is one.
    bool is_escaped_ = false;
    bool is_in_scalar_ = false;
    bool expects_key_ = false;
    bool has_root_ = false;
    std::string key_;
    std::optional<JsonPiece> piece_;  // Being copied to buffer_.
    std::string open_;                // The brackets that close what is open in it, innermost last.
    bool is_complete_ = false;        // The piece is.
    TextBuffer buffer_;
    std::optional<Diagnostic> damage_;
};

}  // namespace suowen::input
