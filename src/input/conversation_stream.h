// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_identity.h"
#include "input/read_options.h"
#include "input/stream_item.h"

namespace suowen::input {

struct InputOptions {
    std::vector<std::string> paths;  // Files, folders, archives or "-".
    std::vector<std::string>
        excludes;  // Globs (fnmatch) on the path below the folder that is walked, and on its parts.
    std::string encoding = "auto";           // is_known_encoding() of text_decoder.h.
    std::string format = "auto";             // A name of formats(), or "auto".
    std::istream* standard_input = nullptr;  // What "-" reads.
    std::optional<FileIdentity> output;      // The file that the run writes to is not read.
    ReadOptions read;
};

struct InputCounts {
    std::uint64_t files = 0;            // Read, at least in part.
    std::uint64_t bytes = 0;            // Of those, decompressed.
    std::uint64_t skipped_files = 0;    // No transcript, or unreadable.
    std::uint64_t skipped_records = 0;  // Lines or messages that could not be read.
};

// A transcript that was read.
struct ReadFile {
    std::string path;
    std::string format;    // A name of formats().
    std::string encoding;  // As IANA writes it.
    int confidence = 0;    // Of the format, 0 to 100; 100 where it was asked for.
    std::uint64_t skipped_records = 0;
};

// All conversations of all paths, one at a time: paths in the order given, folders sorted by name,
// hidden and binary files skipped. Holds one record in memory. Errors (Diagnostic with level
// `error`) and skipped files (`warning`) come as items in their place; the stream goes on behind
// them. Not thread-safe.
class ConversationStream {
public:
    explicit ConversationStream(InputOptions options);
    ~ConversationStream();

    // Empty at the end, and from then on.
    [[nodiscard]] std::optional<StreamItem> next();

    // The files that were read to their end since the last call.
    [[nodiscard]] std::vector<ReadFile> take_read_files();

    // Totals up to now.
    [[nodiscard]] InputCounts counts() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

struct FormatInfo {
    std::string_view name;         // As --input-format takes it.
    std::string_view description;  // English, one line.
};

[[nodiscard]] const std::vector<FormatInfo>& formats();

}  // namespace suowen::input
