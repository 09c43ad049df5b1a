// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "cli/options.h"
#include "cli/run.h"

namespace suowen::cli {

// The first output of an audit that would take the place of another one or of a transcript to
// audit, or add to the transcripts that the next run finds.
[[nodiscard]] std::optional<Diagnostic> find_misplaced_output(const Settings& settings,
                                                              const Streams& io);

}  // namespace suowen::cli
