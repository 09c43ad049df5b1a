// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rules/condition.h"
#include "text/pattern_set.h"

namespace suowen::rules {

// A normalized text and what may match it.
struct TextView {
    std::string_view text;
    const text::Candidates& candidates;
};

// The sentence, or the sentences, that `range` lies in. A sentence ends behind 。!?; and at a line
// break.
[[nodiscard]] ByteRange sentence_around(std::string_view text, ByteRange range);

[[nodiscard]] bool any_matches(const text::PatternSet& patterns,
                               const std::vector<text::PatternId>& ids,
                               TextView text);

// The leftmost match that `accept(range)` takes and whose sentence no `unless` spoils, the longest
// of those that begin together; unless_anywhere is not looked at.
template <class Accept>
[[nodiscard]] std::optional<ByteRange> find_match(const text::PatternSet& patterns,
                                                  const TextCondition& condition,
                                                  TextView text,
                                                  Accept&& accept);

// The same, with unless_anywhere.
[[nodiscard]] std::optional<ByteRange> find_match(const text::PatternSet& patterns,
                                                  const TextCondition& condition,
                                                  TextView text);

namespace detail {

[[nodiscard]] bool is_spoiled(const text::PatternSet& patterns,
                              const TextCondition& condition,
                              TextView text,
                              ByteRange sentence);

}  // namespace detail

template <class Accept>
std::optional<ByteRange> find_match(const text::PatternSet& patterns,
                                    const TextCondition& condition,
                                    TextView text,
                                    Accept&& accept) {
    std::optional<ByteRange> best;
    for (const text::PatternId id : condition.match) {
        std::size_t from = 0;
        while (from <= text.text.size()) {
            const std::optional<ByteRange> found =
                patterns.find(id, text.text, text.candidates, from);
            if (!found || (best && found->begin > best->begin)) {
                break;
            }
            const ByteRange sentence = sentence_around(text.text, *found);
            if (detail::is_spoiled(patterns, condition, text, sentence)) {
                from = std::max(sentence.end, from + 1);
            } else if (!accept(*found)) {
                from = std::max(found->end, from + 1);
            } else {
                if (!best || found->begin < best->begin || found->end > best->end) {
                    best = found;
                }
                break;
            }
        }
    }
    return best;
}

}  // namespace suowen::rules
