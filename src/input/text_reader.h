// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input/transcript_reader.h"

namespace suowen::input {

// Plain text logs: lines with name and time, or `name: text`, over texts of one or more lines, with
// separators between conversations. The style is found from the head of the log (chat_line.h).
[[nodiscard]] TranscriptFormat text_format();

enum class TurnSort { message, attachment, notice, recalled };

// What a turn of a log is, and what of its text was said.
struct JudgedTurn {
    TurnSort sort = TurnSort::message;
    std::string_view text;
};

// Tells what people wrote from what the program that wrote the log put for it. `is_marked` when
// U+200E stands in front of the text, as phones have it for words of their own.
using TurnJudge = JudgedTurn (*)(std::string_view text, bool is_marked);

// A text log of a program that does so. The reader borrows `lines` and `options`.
[[nodiscard]] std::unique_ptr<TranscriptReader> open_text_log(LineReader& lines,
                                                              const ReadOptions& options,
                                                              TurnJudge judge);

}  // namespace suowen::input
