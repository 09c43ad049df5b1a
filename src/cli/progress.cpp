// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace suowen::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kFirst{500};  // Short runs show nothing.
constexpr std::chrono::milliseconds kBetween{200};
constexpr double kMegabyte = 1e6;

bool is_packed(const fs::path& path) {
    constexpr std::array<std::string_view, 9> kPacked = {
        ".gz", ".zst", ".xz", ".bz2", ".zip", ".tar", ".tgz", ".xlsx", ".7z"};
    return std::find(kPacked.begin(), kPacked.end(), path.extension().string()) != kPacked.end();
}

}  // namespace

void Progress::update(std::uint64_t conversations, std::uint64_t files, std::uint64_t bytes) {
    if (!is_shown_) {
        return;
    }
    const Clock::time_point now = Clock::now();
    if (now - drawn_ < (is_drawn_ ? kBetween : kFirst)) {
        return;
    }
    drawn_ = now;
    is_drawn_ = true;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const double megabytes = static_cast<double>(bytes) / kMegabyte;
    std::string line = fmt::format("{} files, {:.0f} MB, {} conversations, {:.0f} MB/s",
                                   files,
                                   megabytes,
                                   conversations,
                                   megabytes / seconds);
    if (expected_bytes_ > bytes && bytes > 0) {
        const double left =
            static_cast<double>(expected_bytes_ - bytes) * seconds / static_cast<double>(bytes);
        line += fmt::format(", {:.0f}%, {:.0f} s left",
                            100 * static_cast<double>(bytes) / static_cast<double>(expected_bytes_),
                            left);
    }
    err_ << "\r\x1b[K" << line << std::flush;
}

void Progress::clear() {
    if (is_drawn_) {
        err_ << "\r\x1b[K" << std::flush;
    }
}

std::uint64_t expected_bytes(const std::vector<std::string>& paths) {
    std::uint64_t sum = 0;
    std::error_code error;
    for (const std::string& path : paths) {
        if (fs::is_regular_file(path, error) && !is_packed(path)) {
            sum += fs::file_size(path, error);
        } else if (fs::is_directory(path, error)) {
            for (fs::recursive_directory_iterator at(path, error), end; !error && at != end;
                 at.increment(error)) {
                if (at->is_regular_file(error)) {
                    if (is_packed(at->path())) {
                        return 0;
                    }
                    sum += at->file_size(error);
                }
            }
        } else {
            return 0;
        }
        if (error) {
            return 0;
        }
    }
    return sum;
}

}  // namespace suowen::cli
