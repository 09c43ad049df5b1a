// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input/transcript_reader.h"

namespace suowen::input {

// One JSON document, up to LineReader::kLongestLineBytes: a native conversation, a list of them, or
// an object with such a list as `conversations`. A document that is cut off is lost as a whole;
// where it is broken otherwise, the conversations before that place are read.
[[nodiscard]] TranscriptFormat json_format();

}  // namespace suowen::input
