// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "model/finding.h"
#include "report/reporter.h"

namespace suowen::report {

// The text itself, or, when it is not valid UTF-8, `scratch` with each bad byte as U+FFFD.
[[nodiscard]] std::string_view valid_utf8(std::string_view text, std::string& scratch);

// Words of a transcript as a report may show them: valid UTF-8, masked if asked for.
[[nodiscard]] std::string shown(std::string_view words, Redaction redaction);

// The words of a range of `text`, of which a report may show at most `most_bytes`; "…" follows
// where something was cut. A range outside of the text is cut to it.
[[nodiscard]] std::string shown(std::string_view text,
                                ByteRange range,
                                Redaction redaction,
                                std::size_t most_bytes);

// The largest offset up to `at` where a character of the text begins (or the text ends).
[[nodiscard]] std::size_t character_boundary(std::string_view text, std::size_t at);

}  // namespace suowen::report
