// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/diagnostic.h"
#include "model/rule_info.h"
#include "model/summary.h"

namespace suowen::report {

// What a run says of input that was not read: the first of it, and how much more there is.
class Unread {
public:
    explicit Unread(std::size_t most) : most_(most) {}

    // Notes tell of nothing lost.
    void add(const Diagnostic& diagnostic);

    [[nodiscard]] const Diagnostics& first() const { return first_; }

    [[nodiscard]] std::uint64_t rest() const { return count_ - first_.size(); }

private:
    std::size_t most_;
    std::uint64_t count_ = 0;
    Diagnostics first_;
};

// "1 file, 12 records"; empty when all was read.
[[nodiscard]] std::string skipped_counts(const Summary& summary, Language language);

}  // namespace suowen::report
