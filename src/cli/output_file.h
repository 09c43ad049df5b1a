// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace suowen::cli {

// A file that appears whole or not at all: written beside its place and renamed by commit(). What
// is no regular file (a pipe, a device) is written in place. Without commit() nothing stays.
class OutputFile {
public:
    // The file to write, or why there is none.
    [[nodiscard]] static Result<std::unique_ptr<OutputFile>> create(const std::string& path);

    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    [[nodiscard]] std::ostream& stream() { return stream_; }

    // Brings all to disk and gives the file its name. What went wrong, if anything.
    [[nodiscard]] std::optional<Diagnostic> commit();

private:
    explicit OutputFile(std::string path) : path_(std::move(path)) {}

    [[nodiscard]] bool open();
    [[nodiscard]] bool open_temporary();
    [[nodiscard]] Diagnostic problem() const;  // Of errno.

    std::string path_;       // As the user wrote it.
    std::string target_;     // Behind symbolic links.
    std::string temporary_;  // Empty once it has its name, or when written in place.
    int descriptor_ = -1;    // Of the temporary file.
    std::ofstream stream_;
};

}  // namespace suowen::cli
