// SPDX-License-Identifier: Apache-2.0
#include "text/alternatives.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace suowen::text {
namespace {

constexpr std::string_view kGroup = "(?:";

// What follows the character class that begins at `at`.
std::size_t behind_class(std::string_view pattern, std::size_t at) {
    ++at;
    at += pattern.substr(at, 1) == "^" ? 1 : 0;
    at += pattern.substr(at, 1) == "]" ? 1 : 0;
    while (at < pattern.size() && pattern[at] != ']') {
        if (pattern.substr(at, 2) == "[:") {
            const std::size_t end = pattern.find(":]", at);
            at = end == std::string_view::npos ? pattern.size() : end + 2;
        } else {
            at += pattern[at] == '\\' ? 2 : 1;
        }
    }
    return at + 1;
}

// Cuts at each "|" outside of groups. Empty where something is met that is not understood.
std::optional<std::vector<std::string_view>> cut(std::string_view pattern) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    std::size_t depth = 0;
    for (std::size_t at = 0; at < pattern.size();) {
        switch (pattern[at]) {
            case '\\':
                if (pattern.substr(at, 2) == "\\Q") {
                    return std::nullopt;
                }
                at += 2;
                break;
            case '[':
                at = behind_class(pattern, at);
                break;
            case '(':
                if (pattern.substr(at, kGroup.size()) != kGroup) {
                    return std::nullopt;
                }
                ++depth;
                at += kGroup.size();
                break;
            case ')':
                if (depth == 0) {
                    return std::nullopt;
                }
                --depth;
                ++at;
                break;
            case '|':
                if (depth == 0) {
                    parts.push_back(pattern.substr(begin, at - begin));
                    begin = at + 1;
                }
                ++at;
                break;
            default:
                ++at;
        }
    }
    if (depth > 0) {
        return std::nullopt;
    }
    parts.push_back(pattern.substr(begin));
    return parts;
}

// Takes apart what has been cut before.
void add_alternatives(std::string_view part, std::vector<std::string_view>& all) {
    if (part.starts_with(kGroup) && part.ends_with(')')) {
        const std::string_view inner = part.substr(kGroup.size(), part.size() - kGroup.size() - 1);
        if (const auto parts = cut(inner)) {
            for (const std::string_view each : *parts) {
                add_alternatives(each, all);
            }
            return;
        }
    }
    all.push_back(part);
}

}  // namespace

std::vector<std::string_view> alternatives_of(std::string_view pattern) {
    const auto parts = cut(pattern);
    if (!parts) {
        return {pattern};
    }
    std::vector<std::string_view> all;
    for (const std::string_view part : *parts) {
        add_alternatives(part, all);
    }
    return all;
}

}  // namespace suowen::text
