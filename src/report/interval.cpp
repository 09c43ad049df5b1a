// SPDX-License-Identifier: Apache-2.0
#include "report/interval.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/labels.h"

namespace suowen::report {

double share_of(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

Interval interval_of(std::uint64_t part, std::uint64_t whole) {
    constexpr double kZ = 1.96;
    if (whole == 0) {
        return {};
    }
    const auto n = static_cast<double>(whole);
    const double p = share_of(part, whole);
    const double middle = (p + kZ * kZ / (2 * n)) / (1 + kZ * kZ / n);
    const double half = kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n)) / (1 + kZ * kZ / n);
    return {part == 0 ? 0 : std::max(middle - half, 0.0), std::min(middle + half, 1.0)};
}

std::string share_with_interval(std::uint64_t part, std::uint64_t whole) {
    const Interval interval = interval_of(part, whole);
    return whole == 0 ? "-"
                      : fmt::format("{} ({:.1f}–{:.1f})",
                                    percentage(part, whole),
                                    interval.from * 100,
                                    interval.to * 100);
}

}  // namespace suowen::report
