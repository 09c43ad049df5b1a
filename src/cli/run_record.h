// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/result.h"
#include "model/rule_info.h"
#include "model/summary.h"

namespace suowen::cli {

// A finding of a run; the same words found again count up. Places and words are of the first one.
struct FoundRecord {
    std::string rule;
    Severity severity = Severity::info;
    std::string source;
    std::uint64_t line = 0;
    std::string conversation;
    std::string agent;
    std::string match;
    std::uint64_t count = 0;
};

// What a run's ndjson says, as far as runs can be compared. Memory is that of the different
// findings, not of the run.
struct RunRecord {
    std::string rules_sha256;
    std::map<std::string, FoundRecord> findings;    // By fingerprint; suppressed ones left out.
    std::map<std::string, VerdictCounts> by_agent;  // By name; "" where the log has none.
    VerdictCounts by_verdict{};
    std::uint64_t replies = 0;
    std::uint64_t unanswered = 0;
};

// What `suowen audit --format ndjson` wrote to `path`, or why it is not a whole run.
[[nodiscard]] Result<RunRecord> read_run(const std::string& path);

}  // namespace suowen::cli
