// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input/transcript_reader.h"

namespace suowen::input {

// Plain text logs: lines with name and time, or `name: text`, over texts of one or more lines, with
// separators between conversations. The style is found from the head of the log (chat_line.h).
[[nodiscard]] TranscriptFormat text_format();

}  // namespace suowen::input
