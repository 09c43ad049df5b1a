// SPDX-License-Identifier: Apache-2.0
#include "input/caption_reader.h"
#include "input/exports/exports.h"

namespace suowen::input {
namespace {

Confidence detect(std::string_view head) {
    return head.find_first_of("0123456789") == head.find_first_not_of(" \t\r\n") &&
                   has_cue_times(head)
               ? 85
               : 0;
}

}  // namespace

TranscriptFormat srt_format() {
    return {"srt", "captions of a call (SRT)", detect, open_captions};
}

}  // namespace suowen::input
