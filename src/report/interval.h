// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace suowen::report {

// 0 where `whole` is 0.
[[nodiscard]] double share_of(std::uint64_t part, std::uint64_t whole);

// Where a share lies with 95 % confidence, 0 to 1.
struct Interval {
    double from = 0;
    double to = 0;
};

// Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927):
// holds for small samples too. From 0 to 0 where `whole` is 0.
[[nodiscard]] Interval interval_of(std::uint64_t part, std::uint64_t whole);

// "12.5% (7.2–21.1)"; "-" where `whole` is 0.
[[nodiscard]] std::string share_with_interval(std::uint64_t part, std::uint64_t whole);

}  // namespace suowen::report
