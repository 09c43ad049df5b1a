// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace suowen {

// A place in something that the user gave us. `path` is as the user wrote it ("-" is standard
// input); a member of an archive is appended after "!" (logs.zip!2026/a.csv). Lines and columns
// count from 1, columns in code points; 0 means unknown. `offset_bytes` counts from 0 in the
// decoded (UTF-8) text of that file.
struct SourceLocation {
    std::string path;
    std::uint64_t line = 0;
    std::uint32_t column = 0;
    std::uint64_t offset_bytes = 0;

    friend bool operator==(const SourceLocation&, const SourceLocation&) = default;
};

// `note`: nothing is lost. `warning`: something was passed over that is not a transcript (counted
// as skipped). `error`: input or rules could not be read; the exit code says so.
enum class DiagnosticLevel { note, warning, error };

// What happened, where, and what to do about it.
struct Diagnostic {
    DiagnosticLevel level = DiagnosticLevel::error;
    SourceLocation location;
    std::string message;  // Lower case, no full stop: `unknown severity "hgih"`.
    std::string help;     // May be empty.
    std::string excerpt;  // The source line with the problem, for the caret display; may be empty.
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace suowen
