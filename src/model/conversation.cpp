// SPDX-License-Identifier: Apache-2.0
#include "model/conversation.h"

#include <algorithm>
#include <cstring>

namespace suowen {
namespace {
constexpr std::size_t kBlockBytes = 4096;
}  // namespace

char* TextArena::allocate(std::size_t size) {
    if (size > free_bytes_) {
        const std::size_t block = std::max(size, kBlockBytes);
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(block));
        free_ = blocks_.back().get();
        free_bytes_ = block;
    }
    char* const place = free_;
    free_ += size;
    free_bytes_ -= size;
    return place;
}

std::string_view TextArena::store(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    char* const place = allocate(text.size());
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
}

std::string_view name_of(Role role) {
    switch (role) {
        case Role::customer:
            return "customer";
        case Role::agent:
            return "agent";
        case Role::bot:
            return "bot";
        case Role::system:
            break;
    }
    return "system";
}

}  // namespace suowen
