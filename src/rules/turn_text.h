// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/condition.h"
#include "text/pattern_set.h"
#include "text/personal_data.h"

namespace suowen::rules {

// Rules of a set, as bits by their place.
using RuleBits = std::vector<std::uint64_t>;

// A turn's text as the rules see it, made by whoever calls the matcher. The answers that it
// remembers depend on the text and the rules alone, so that turns which say the same may share one.
// For one thread.
struct TurnText {
    std::string normalized;
    text::Candidates candidates;  // Of RuleSet::patterns.

    // What has been found out: whether a pattern matches, and where a condition does.
    mutable std::unordered_map<text::PatternId, bool> matching;
    mutable std::unordered_map<const TextCondition*, std::optional<ByteRange>> found;

    // The rules worth looking at when this is the reply, or part of its question; empty until the
    // matcher has asked its index.
    mutable RuleBits due_as_reply;
    mutable RuleBits due_as_question;

    // Of those, the rules that cannot hold on this as the reply, whatever the question; empty for
    // none.
    mutable RuleBits ruled_out;

    // The fingerprint of a rule's first finding on these words in a conversation.
    mutable std::unordered_map<std::uint32_t, std::string> fingerprints;

    // The text without personal data; made when first asked for.
    [[nodiscard]] const std::string& masked() const {
        if (!masked_) {
            masked_ = text::masked(normalized);
        }
        return *masked_;
    }

private:
    mutable std::optional<std::string> masked_;
};

// Of the turns of a conversation, in order. Those of system turns are not scanned for patterns.
using TurnTexts = std::span<const TurnText* const>;

}  // namespace suowen::rules
