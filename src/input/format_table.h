// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/transcript_reader.h"

namespace suowen::input {

// Every format that can be read; the first one wins where two fit equally well.
[[nodiscard]] const std::vector<TranscriptFormat>& format_table();

// The row of that name, or null.
[[nodiscard]] const TranscriptFormat* find_format(std::string_view name);

struct DetectedFormat {
    const TranscriptFormat* format = nullptr;
    Confidence confidence = 0;
};

// The row that fits the head of a file best, or null if none does. Of the formats that may fit, the
// first by which messages can be read from the head; where that goes for none of them (the first
// message may come later), the one that looks best.
[[nodiscard]] DetectedFormat detect_format(std::string_view head,
                                           const std::string& path,
                                           const ReadOptions& options);

}  // namespace suowen::input
