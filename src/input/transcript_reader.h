// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "input/line_reader.h"
#include "input/read_options.h"
#include "input/stream_item.h"

namespace suowen::input {

// Yields the conversations of one transcript in file order. Borrows its LineReader, which must
// outlive it. A damaged record comes back as a Diagnostic in its place. Not thread-safe.
class TranscriptReader {
public:
    virtual ~TranscriptReader() = default;
    [[nodiscard]] virtual std::optional<StreamItem> next() = 0;

    // Conversations, turns and rows that could not be read, up to now.
    [[nodiscard]] std::uint64_t skipped_records() const { return skipped_records_; }

protected:
    void count_skipped(std::uint64_t records) { skipped_records_ += records; }

private:
    std::uint64_t skipped_records_ = 0;
};

// How well the head of a file fits a format: 0 not at all, 100 beyond doubt.
using Confidence = int;

// Lists (of users, of sessions) lie beside the files with the messages.
enum class Content : std::uint8_t { messages, lists };

// Ids of the desk name the same conversation in whatever file; others say nothing beyond theirs.
enum class Ids : std::uint8_t { of_file, of_desk };

// One row of the format table; adding a format adds one file and one row.
struct TranscriptFormat {
    std::string_view name;
    std::string_view description;
    // `head` is up to 64 KiB of decoded text, cut anywhere.
    Confidence (*detect)(std::string_view head);
    // The reader borrows both.
    std::unique_ptr<TranscriptReader> (*open)(LineReader& lines, const ReadOptions& options);
    Content content = Content::messages;
    Ids ids = Ids::of_file;
};

}  // namespace suowen::input
