// SPDX-License-Identifier: Apache-2.0
#include "base/text_file.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace suowen {

Diagnostic unreadable(const std::string& path) {
    Diagnostic problem;
    problem.location.path = path;
    problem.message = fmt::format("cannot be read: {}", std::strerror(errno));
    return problem;
}

Result<TextFile> read_text_file(const std::string& path, std::size_t most_bytes) {
    errno = 0;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                               &std::fclose);
    if (file == nullptr) {
        return unexpected(unreadable(path));
    }
    TextFile read{path, {}};
    std::array<char, 1 << 16> block{};
    while (read.text.size() <= most_bytes) {
        const std::size_t got = std::fread(block.data(), 1, block.size(), file.get());
        if (got == 0) {
            break;
        }
        read.text.append(block.data(), got);
    }
    if (std::ferror(file.get()) != 0) {
        return unexpected(unreadable(path));
    }
    return read;
}

}  // namespace suowen
