// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input/transcript_reader.h"

namespace suowen::input {

// Native JSON Lines, one conversation a line. A line that is no conversation costs that line.
[[nodiscard]] TranscriptFormat jsonl_format();

}  // namespace suowen::input
