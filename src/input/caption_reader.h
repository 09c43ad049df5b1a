// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input/transcript_reader.h"

namespace suowen::input {

// Captions of a recorded call, WebVTT or SRT: cues with a line of times (from the start of the
// call, which nothing dates) and text below it. Who speaks is in `<v Name>`, or in front of a
// colon.
[[nodiscard]] std::unique_ptr<TranscriptReader> open_captions(LineReader& lines,
                                                              const ReadOptions& options);

// Whether a line has the times of a cue.
[[nodiscard]] bool has_cue_times(std::string_view head);

}  // namespace suowen::input
