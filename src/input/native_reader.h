// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input/transcript_reader.h"

namespace suowen::input {

// Native JSON Lines, one conversation a line. A line that is no conversation costs that line.
[[nodiscard]] TranscriptFormat jsonl_format();

// One JSON document of any size: a native conversation, a list of them, or an object with such a
// list as `conversations`. An element that is no conversation costs that element; behind a place
// where it cannot be told where elements end, nothing is read.
[[nodiscard]] TranscriptFormat json_format();

}  // namespace suowen::input
