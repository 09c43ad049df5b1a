// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <limits>
#include <string>

#include "base/result.h"

namespace suowen {

// A text file that is read whole: rules, settings, lists. Logs are streamed, see src/input.
struct TextFile {
    std::string name;  // As it was given.
    std::string text;
};

// Says by errno why the file cannot be read.
[[nodiscard]] Diagnostic unreadable(const std::string& path);

// The file at `path`, or why it cannot be read. Of a file larger than `most_bytes` one byte more is
// read, by which a parser can refuse it.
[[nodiscard]] Result<TextFile> read_text_file(
    const std::string& path, std::size_t most_bytes = std::numeric_limits<std::size_t>::max() - 1);

}  // namespace suowen
