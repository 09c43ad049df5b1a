// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "input/text_decoder.h"

namespace suowen::input {

// A line without its line break. At least TextBuffer::kPadding bytes behind it can be read.
struct Line {
    std::string_view text;  // Valid until the next call of the reader.
    std::uint64_t number = 0;
    std::uint64_t offset_bytes = 0;
};

// The decoded text of one transcript, line by line. Lines end with LF or CR LF, or with CR in a
// file that begins with such lines alone. Byte order marks between files that were put together are
// no part of a line. Memory is that of the longest line. Not thread-safe.
class LineReader {
public:
    static constexpr std::size_t kLongestLineBytes = std::size_t{64} << 20U;
    static constexpr std::size_t kHeadBytes = std::size_t{64} << 10U;

    // `path` is what diagnostics and conversations name.
    LineReader(std::unique_ptr<ByteSource> source, std::string path, std::string_view encoding);

    [[nodiscard]] const std::string& path() const { return path_; }

    // What comes next, up to kHeadBytes of it, without taking it.
    [[nodiscard]] std::string_view head();

    // Empty at the end. Lines longer than kLongestLineBytes are left out with a diagnostic.
    [[nodiscard]] std::optional<Line> next();

    // What comes next, line breaks and all; `number` is that of its first line. Empty at the end.
    [[nodiscard]] std::optional<Line> chunk();

    [[nodiscard]] bool is_binary() const { return decoder_.is_binary(); }

    [[nodiscard]] std::string_view encoding() const { return decoder_.encoding(); }

    [[nodiscard]] std::uint64_t bytes_read() const { return decoder_.bytes_read(); }

    // The text ends here because its source failed, not because it is complete.
    [[nodiscard]] bool is_cut_off() const { return !decoder_.failure().empty(); }

    // To be called behind the last line: adds what can only be told at the end.
    void finish();

    // Damage met since the last call: bytes that are no text, lines too long, a source that failed.
    [[nodiscard]] Diagnostics take_diagnostics();

    [[nodiscard]] std::uint64_t skipped_lines() const { return skipped_lines_; }

private:
    bool fill();

    void drop_taken();
    Line take(std::size_t size, std::size_t with_break);
    void skip_long_line();
    void note_damage(const Line& line);
    void add_error(SourceLocation location, std::string message);

    TextDecoder decoder_;
    std::string path_;
    TextBuffer buffer_;
    std::size_t taken_ = 0;  // Bytes of the buffer that the last line still shows.
    std::uint64_t next_number_ = 1;
    std::uint64_t next_offset_ = 0;
    std::uint64_t damaged_lines_ = 0;
    std::uint64_t skipped_lines_ = 0;
    bool is_started_ = false;
    bool ends_lines_with_cr_ = false;
    bool is_finished_ = false;
    Diagnostics diagnostics_;
};

}  // namespace suowen::input
