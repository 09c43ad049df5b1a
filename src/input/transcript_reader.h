// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "input/line_reader.h"
#include "input/stream_item.h"

namespace suowen::input {

// Yields the conversations of one transcript in file order. Borrows its LineReader, which must
// outlive it. A damaged record comes back as a Diagnostic in its place. Not thread-safe.
class TranscriptReader {
public:
    virtual ~TranscriptReader() = default;
    [[nodiscard]] virtual std::optional<StreamItem> next() = 0;
};

// How well the head of a file fits a format: 0 not at all, 100 beyond doubt.
using Confidence = int;

// One row of the format table; adding a format adds one file and one row.
struct TranscriptFormat {
    std::string_view name;
    std::string_view description;
    // `head` is up to 64 KiB of decoded text, cut anywhere.
    Confidence (*detect)(std::string_view head);
    std::unique_ptr<TranscriptReader> (*open)(LineReader& lines);
};

}  // namespace suowen::input
