// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace suowen::input {

// Notices conversations that go on in another file, which are not put together: that would take
// all files in memory. Knows the last kMostKnown conversations, so that memory stays flat; parts of
// one that are further apart go unnoticed.
class SplitThreads {
public:
    static constexpr std::size_t kMostKnown = 65'536;

    // Takes note of a conversation. Gives the file in which a part of it was before, if that is
    // another one than `path`; once for each format, as where there is one there are many.
    [[nodiscard]] std::optional<std::string> find_earlier_part(std::string_view format,
                                                               std::string_view id,
                                                               const std::string& path);

private:
    std::shared_ptr<const std::string> path_;                                      // The last one.
    std::unordered_map<std::size_t, std::shared_ptr<const std::string>> path_of_;  // By hash.
    std::deque<std::size_t> order_;         // The hashes, oldest first.
    std::unordered_set<std::string> told_;  // Formats.
};

}  // namespace suowen::input
