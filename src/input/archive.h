// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "input/byte_source.h"

namespace suowen::input {

// The first bytes are those of a compressed file or an archive.
[[nodiscard]] bool is_packed(std::string_view head);

// Archives in archives are opened so deep. A .tar.gz counts as two.
inline constexpr std::size_t kDeepestArchive = 6;

// A compressed file (.gz, .zst, .xz, .bz2: one entry without a name) or an archive (.zip, .tar,
// also compressed, but by gzip: of that the .tar is the entry), entry by entry. Not thread-safe.
class Archive {
public:
    // `password` is for encrypted entries; may be empty.
    explicit Archive(std::unique_ptr<PeekedSource> source, std::string password = {});
    ~Archive();
    Archive(Archive&&) noexcept;

    struct Entry {
        std::string name;                    // UTF-8; empty for a file that is only compressed.
        std::unique_ptr<ByteSource> source;  // Valid until next() or the end of the archive.
    };

    // The next entry that is a file. Empty at the end and after a failure.
    [[nodiscard]] std::optional<Entry> next();

    // Why the archive ended early, in lower case; empty as long as nothing failed.
    [[nodiscard]] const std::string& failure() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// A file by its path, which may lie in archives, as diagnostics name it: `export.zip!users.json`.
// None where there is no such file, or it is larger than `most` bytes.
[[nodiscard]] std::optional<std::string> read_file_at(const std::string& path,
                                                      std::size_t most,
                                                      const std::string& password);

}  // namespace suowen::input
