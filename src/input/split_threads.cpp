// SPDX-License-Identifier: Apache-2.0
#include "input/split_threads.h"

#include <functional>

namespace suowen::input {

std::optional<std::string> SplitThreads::find_earlier_part(std::string_view format,
                                                           std::string_view id,
                                                           const std::string& path) {
    if (told_.contains(std::string(format))) {
        return std::nullopt;
    }
    if (path_ == nullptr || *path_ != path) {
        path_ = std::make_shared<const std::string>(path);
    }
    const std::string key = std::string(format) + '\n' + std::string(id);
    const auto [known, is_new] = path_of_.try_emplace(std::hash<std::string>()(key), path_);
    if (!is_new) {
        if (*known->second == path) {
            return std::nullopt;
        }
        told_.emplace(format);
        return *known->second;
    }
    order_.push_back(known->first);
    if (order_.size() > kMostKnown) {
        path_of_.erase(order_.front());
        order_.pop_front();
    }
    return std::nullopt;
}

}  // namespace suowen::input
