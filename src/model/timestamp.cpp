// SPDX-License-Identifier: Apache-2.0
#include "model/timestamp.h"

#include <fmt/format.h>

namespace suowen {

std::string iso_day(std::chrono::year_month_day day) {
    return fmt::format("{:04}-{:02}-{:02}",
                       static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

}  // namespace suowen
