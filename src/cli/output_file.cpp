// SPDX-License-Identifier: Apache-2.0
#include "cli/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace suowen::cli {
namespace {

constexpr mode_t kAllMayWrite = 0666;
constexpr mode_t kPermissions = 07777;

// The permissions that the file would have had if it were written in place.
mode_t mode_for(const std::string& target) {
    struct stat info {};

    if (::stat(target.c_str(), &info) == 0) {
        return info.st_mode & kPermissions;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return kAllMayWrite & ~mask;
}

bool is_written_in_place(const std::string& path) {
    struct stat info {};

    return ::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode);
}

// A rename is on disk only once its folder is. Some file systems cannot do that, which is no harm.
void sync_folder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

}  // namespace

Result<std::unique_ptr<OutputFile>> OutputFile::create(const std::string& path) {
    std::unique_ptr<OutputFile> file(new OutputFile(path));
    if (!file->open()) {
        return unexpected(file->problem());
    }
    return file;
}

OutputFile::~OutputFile() {
    stream_.close();
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
    if (!temporary_.empty()) {
        ::unlink(temporary_.c_str());
    }
}

bool OutputFile::open() {
    std::error_code ignored;
    const std::filesystem::path real = std::filesystem::weakly_canonical(path_, ignored);
    target_ = ignored || real.empty() ? path_ : real.string();
    if (!is_written_in_place(path_)) {
        return open_temporary();
    }
    stream_.open(path_, std::ios::binary);
    return stream_.is_open();
}

bool OutputFile::open_temporary() {
    const std::filesystem::path target(target_);
    std::string name = target.parent_path() / fmt::format(".{}.XXXXXX", target.filename().string());
    descriptor_ = ::mkstemp(name.data());
    if (descriptor_ < 0) {
        return false;
    }
    temporary_ = name;
    ::fchmod(descriptor_, mode_for(target_));
    stream_.open(temporary_, std::ios::binary);
    return stream_.is_open();
}

std::optional<Diagnostic> OutputFile::commit() {
    stream_.close();
    if (!stream_) {
        return problem();
    }
    if (temporary_.empty()) {
        return std::nullopt;
    }
    if (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), target_.c_str()) != 0) {
        return problem();
    }
    temporary_.clear();
    sync_folder(std::filesystem::path(target_).parent_path());
    return std::nullopt;
}

Diagnostic OutputFile::problem() const {
    Diagnostic problem;
    problem.location.path = path_;
    problem.message = fmt::format("cannot be written: {}", std::strerror(errno));
    return problem;
}

}  // namespace suowen::cli
