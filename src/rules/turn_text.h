// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>

#include "rules/condition.h"
#include "text/pattern_set.h"

namespace suowen::rules {

// A turn's text as the rules see it, made by whoever calls the matcher. The answers that it
// remembers depend on the text and the rules alone, so that turns which say the same may share one.
// For one thread.
struct TurnText {
    std::string normalized;
    text::Candidates candidates;  // Of RuleSet::patterns.

    // What has been found out: whether a pattern matches, and where a condition does.
    mutable std::unordered_map<text::PatternId, bool> matching;
    mutable std::unordered_map<const TextCondition*, std::optional<ByteRange>> found;
};

// Of the turns of a conversation, in order. Those of system turns are not scanned for patterns.
using TurnTexts = std::span<const TurnText* const>;

}  // namespace suowen::rules
