// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace suowen::triage {

// What a finding is told apart by. Views, for the time of a call.
struct FindingPlace {
    std::string_view rule;
    std::string_view category;
    std::string_view agent;
    std::string_view conversation;
    std::string_view path;
};

// Findings that somebody has looked at and accepted, with the reason. Each entry names at least
// one of rule, agent, conversation and path (globs, as fnmatch(3) has them); all that it names must
// fit.
struct Suppression {
    std::vector<std::string> rules;  // Ids or categories.
    std::vector<std::string> agents;
    std::vector<std::string> conversations;
    std::vector<std::string> paths;
    std::string reason;
    std::optional<std::chrono::year_month_day> until;  // The last day on which it counts.
    SourceLocation location;
    std::uint64_t uses = 0;
};

class Suppressions {
public:
    // Reads a YAML file: a map with the list `suppressions`. Problems name line and key.
    [[nodiscard]] static Expected<Suppressions, Diagnostics> parse(std::string_view yaml,
                                                                   const std::string& name);

    void add(Suppressions more);

    // The first entry that fits and has not expired on `today`; counts its use.
    [[nodiscard]] const Suppression* find(const FindingPlace& place,
                                          std::chrono::year_month_day today);

    // Warnings: entries that have expired, and such as nothing was found for.
    [[nodiscard]] Diagnostics complaints(std::chrono::year_month_day today) const;

private:
    std::vector<Suppression> entries_;
};

}  // namespace suowen::triage
