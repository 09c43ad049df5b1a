// SPDX-License-Identifier: Apache-2.0
#include "input/caption_reader.h"
#include "input/exports/exports.h"

namespace suowen::input {
namespace {

Confidence detect(std::string_view head) {
    return head.starts_with("WEBVTT") && has_cue_times(head) ? 98 : 0;
}

}  // namespace

TranscriptFormat webvtt_format() {
    return {"webvtt", "captions of a call (WebVTT)", detect, open_captions};
}

}  // namespace suowen::input
