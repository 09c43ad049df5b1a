// SPDX-License-Identifier: Apache-2.0
#include "base/file_identity.h"

#include <sys/stat.h>

namespace suowen {
namespace {

std::optional<FileIdentity> of_regular_file(int result, const struct stat& status) {
    return result == 0 && S_ISREG(status.st_mode)
               ? std::optional(FileIdentity{status.st_dev, status.st_ino})
               : std::nullopt;
}

}  // namespace

std::optional<FileIdentity> identity_of_file(const std::string& path) {
    struct stat status {};

    const int result = ::stat(path.c_str(), &status);
    return of_regular_file(result, status);
}

std::optional<FileIdentity> identity_of_file(int descriptor) {
    struct stat status {};

    const int result = ::fstat(descriptor, &status);
    return of_regular_file(result, status);
}

}  // namespace suowen
