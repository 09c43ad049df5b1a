// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace suowen::cli {

// One line on a terminal that tells how far a run is; nothing anywhere else. Drawn again a few
// times a second.
class Progress {
public:
    // `expected_bytes`: of all input; 0 where that is not known beforehand.
    Progress(std::ostream& err, bool is_shown, std::uint64_t expected_bytes)
        : err_(err), is_shown_(is_shown), expected_bytes_(expected_bytes) {}

    void update(std::uint64_t conversations, std::uint64_t files, std::uint64_t bytes);

    // Makes room for another line.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    std::ostream& err_;
    bool is_shown_;
    std::uint64_t expected_bytes_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point drawn_ = start_;
    bool is_drawn_ = false;
};

// The bytes of the files behind `paths`; 0 where one is packed or no file.
[[nodiscard]] std::uint64_t expected_bytes(const std::vector<std::string>& paths);

}  // namespace suowen::cli
