// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace suowen {

// What stays the same of a file whatever the path that leads to it.
struct FileIdentity {
    dev_t device = 0;
    ino_t number = 0;

    auto operator<=>(const FileIdentity&) const = default;
};

// Of what `path` leads to; empty when that is no regular file.
[[nodiscard]] std::optional<FileIdentity> identity_of_file(const std::string& path);

// Of what a file descriptor is open on; empty when that is no regular file.
[[nodiscard]] std::optional<FileIdentity> identity_of_file(int descriptor);

}  // namespace suowen
