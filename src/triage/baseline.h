// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/finding.h"

namespace suowen::triage {

// Findings that are known already, by fingerprint, and how often each. A text file, a line each,
// sorted, so that a change shows in a diff. Nothing of what was said is in it: a fingerprint is a
// keyed hash of rule and words.
class Baseline {
public:
    // Parses what write() wrote; `name` is for errors.
    [[nodiscard]] static Result<Baseline> parse(std::string_view text, const std::string& name);

    void add(const std::string& fingerprint, const std::string& rule);

    // True as often as the baseline has that finding; what comes more often is new.
    [[nodiscard]] bool take(const std::string& fingerprint);

    // Findings that take() was not asked for: they are gone.
    [[nodiscard]] std::uint64_t left() const;

    void write(std::ostream& out) const;

private:
    struct Entry {
        std::uint64_t count = 0;
        std::string rule;
    };

    std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace suowen::triage
