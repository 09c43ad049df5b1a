// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/timestamp.h"

namespace suowen::input {

// Nothing is guessed: `at` is set only where year and zone are written, `day` only where the whole
// date is. `10:00` is a time that tells neither.
struct ParsedTime {
    TurnTime time;
    std::size_t size = 0;    // Bytes of the text that are the time.
    bool has_clock = false;  // Hour and minute are written.
};

// The time that `text` starts with: ISO 8601, `2026-03-01 10:00:00`, `2026/3/1 10:00`,
// `2026年3月1日 10时5分`, `03-01 10:00:00`, `10:00`, also with 上午, 下午, AM or PM, and a zone as
// `Z`,
// `+08:00`, `+0800` or `UTC`. Dates that can be read in two ways (`3/1/2026`) tell no day.
[[nodiscard]] std::optional<ParsedTime> parse_time_prefix(std::string_view text);

// A text that is nothing but a time, as above or as an epoch number.
[[nodiscard]] std::optional<TurnTime> parse_time(std::string_view text);

// Seconds, milliseconds or microseconds since 1970, told apart by size. Empty for numbers that are
// no plausible time of a chat (before 1980, after 2100). The zone is UTC.
[[nodiscard]] std::optional<TurnTime> parse_epoch(double number);

}  // namespace suowen::input
