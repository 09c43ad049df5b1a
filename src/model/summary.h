// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/audit.h"
#include "model/relevance.h"
#include "model/rule_info.h"

namespace suowen {

using VerdictCounts = std::array<std::uint64_t, kVerdictCount>;

struct AgentCounts {
    std::uint64_t replies = 0;
    VerdictCounts by_verdict{};
    std::uint64_t findings = 0;
    CategoryCounts by_category;

    AgentCounts& operator+=(const AgentCounts& other);
    friend bool operator==(const AgentCounts&, const AgentCounts&) = default;
};

// Response times in fixed buckets, so that two histograms add up exactly.
struct ResponseTimes {
    // Upper bounds in seconds of all buckets but the last, which is open.
    static constexpr std::array<std::uint64_t, 11> kBoundsSeconds = {
        10, 30, 60, 180, 300, 900, 1800, 3600, 14400, 86400, 604800};
    std::array<std::uint64_t, kBoundsSeconds.size() + 1> buckets{};
    std::uint64_t count = 0;

    void add(Milliseconds wait);
    ResponseTimes& operator+=(const ResponseTimes& other);
    friend bool operator==(const ResponseTimes&, const ResponseTimes&) = default;
};

// Totals of a run. Integers only: `+=` is associative and the default value is its zero, so the
// summary of two logs is the sum of their summaries.
struct Summary {
    std::uint64_t files = 0;  // Transcripts read, at least in part.
    std::uint64_t bytes = 0;  // Of those, after decompression.
    std::uint64_t conversations = 0;
    std::uint64_t turns = 0;
    std::uint64_t replies = 0;
    std::uint64_t unanswered = 0;           // Questions.
    std::uint64_t open = 0;                 // Questions.
    std::uint64_t findings = 0;             // Those reported, that is at or above --min-severity.
    std::uint64_t findings_hidden = 0;      // Those below it.
    std::uint64_t findings_known = 0;       // Of those reported, the ones in the baseline.
    std::uint64_t findings_suppressed = 0;  // Of those reported.
    VerdictCounts by_verdict{};
    std::array<std::uint64_t, kSeverityCount> by_severity{};
    CategoryCounts by_category;
    std::map<std::string, std::uint64_t> by_rule;     // By rule id.
    std::map<std::string, std::uint64_t> by_statute;  // By statute id.
    std::map<std::string, AgentCounts> by_agent;  // By the agent's name; "" where the log has none.
    ResponseTimes response_times;
    std::uint64_t skipped_files = 0;    // Not transcripts, or not readable.
    std::uint64_t skipped_records = 0;  // Lines or messages that could not be read.

    Summary& operator+=(const Summary& other);
    friend bool operator==(const Summary&, const Summary&) = default;
};

// What one audit adds to the totals. `rules` are the infos that its findings refer to.
void add_to(Summary& total, const ConversationAudit& audit, const std::vector<RuleInfo>& rules);

}  // namespace suowen
