// SPDX-License-Identifier: Apache-2.0
#include "rules/text_match.h"

#include <algorithm>
#include <array>

namespace suowen::rules {
namespace {

constexpr std::string_view kFullStop = "。";

// How many bytes of a sentence's end stand at `at`; 0 for none.
std::size_t stop_at(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == '!' || c == '?' || c == ';' || c == '\n') {
        return 1;
    }
    return text.substr(at, kFullStop.size()) == kFullStop ? kFullStop.size() : 0;
}

}  // namespace

ByteRange sentence_around(std::string_view text, ByteRange range) {
    std::size_t begin = range.begin;
    while (begin > 0) {
        const bool is_behind_stop = stop_at(text, begin - 1) == 1 ||
                                    (begin >= kFullStop.size() &&
                                     stop_at(text, begin - kFullStop.size()) == kFullStop.size());
        if (is_behind_stop) {
            break;
        }
        --begin;
    }
    std::size_t end = range.end;
    // A match that ends with the stop has its whole sentence.
    const bool ends_with_stop =
        range.size() > 0 &&
        (stop_at(text, end - 1) == 1 ||
         (range.size() >= kFullStop.size() && stop_at(text, end - kFullStop.size()) > 1));
    while (!ends_with_stop && end < text.size()) {
        if (const std::size_t stop = stop_at(text, end)) {
            end += stop;
            break;
        }
        ++end;
    }
    return {begin, end};
}

bool any_matches(const text::PatternSet& patterns,
                 const std::vector<text::PatternId>& ids,
                 TextView text) {
    return std::any_of(ids.begin(), ids.end(), [&](text::PatternId id) {
        return patterns.matches(id, text.text, text.candidates);
    });
}

std::optional<ByteRange> find_match(const text::PatternSet& patterns,
                                    const TextCondition& condition,
                                    TextView text) {
    const auto found = find_match(patterns, condition, text, [](ByteRange) { return true; });
    return found && any_matches(patterns, condition.unless_anywhere, text) ? std::nullopt : found;
}

bool detail::is_spoiled(const text::PatternSet& patterns,
                        const TextCondition& condition,
                        TextView text,
                        ByteRange sentence) {
    return !condition.unless.empty() &&
           any_matches(patterns,
                       condition.unless,
                       {text.text.substr(sentence.begin, sentence.size()), text.candidates});
}

}  // namespace suowen::rules
