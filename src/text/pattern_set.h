// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/finding.h"

namespace suowen::text {

using PatternId = std::uint32_t;
using LiteralSets = std::vector<std::vector<std::string>>;

// Which patterns of a set may match a text. Made once per text by PatternSet::scan and then asked
// many times; reuse one object per thread to avoid allocation.
class Candidates {
public:
    [[nodiscard]] bool contains(PatternId id) const {
        return (words_[id / 64] >> (id % 64) & 1) != 0;
    }

    // No pattern at all can match.
    [[nodiscard]] bool empty() const { return alternatives_.empty(); }

    // Calls `visit(id)` for each, ascending.
    template <class Visit>
    void for_each(Visit&& visit) const {
        for (std::size_t word = 0; word < words_.size() && !empty(); ++word) {
            for (std::uint64_t bits = words_[word]; bits != 0; bits &= bits - 1) {
                visit(static_cast<PatternId>(word * 64) +
                      static_cast<PatternId>(std::countr_zero(bits)));
            }
        }
    }

private:
    friend class PatternSet;
    std::vector<std::uint64_t> words_;         // A bit for each pattern.
    std::vector<std::uint32_t> alternatives_;  // Of the patterns, those that may match; ascending.
};

// Many RE2 patterns, asked about many short texts. A scan for the literals that their alternatives
// require tells in one pass which of these are worth running: automata of long alternations are
// large, and on texts that never repeat they would be built rather than run. An alternative is
// compiled when it first becomes a candidate, so that a set of thousands loads in milliseconds.
// Immutable after build; all const members may be called from any thread. Patterns see normalized
// text (see normalizer.h) and must not be case-folded by flags.
class PatternSet {
public:
    class Builder {
    public:
        Builder();
        ~Builder();
        Builder(Builder&&) noexcept;
        Builder& operator=(Builder&&) noexcept;

        // The same pattern twice gives the same id. Syntax is not checked here, see syntax_error().
        PatternId add(std::string_view pattern);

        // The same for what a set with that pattern said of it before, see pattern() and
        // required_literals(): nothing is worked out again.
        PatternId add_prepared(std::string_view pattern, std::vector<LiteralSets> literals);

        [[nodiscard]] PatternSet build() &&;

    private:
        friend class PatternSet;
        struct State;
        std::unique_ptr<State> state_;
    };

    PatternSet(PatternSet&&) noexcept;
    PatternSet& operator=(PatternSet&&) noexcept;
    ~PatternSet();

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::string_view pattern(PatternId id) const;

    // What literal_sets_required_by() says of each of its alternatives_of(); empty for one that
    // runs on every text.
    [[nodiscard]] std::span<const LiteralSets> required_literals(PatternId id) const;

    // Replaces what `candidates` held.
    void scan(std::string_view text, Candidates& candidates) const;

    // `candidates` are those of `text` or of a text that it is part of.
    [[nodiscard]] bool matches(PatternId id,
                               std::string_view text,
                               const Candidates& candidates) const;

    // The first match that begins at or after `from`: capture group 1 if the pattern has one, else
    // all of it.
    [[nodiscard]] std::optional<ByteRange> find(PatternId id,
                                                std::string_view text,
                                                const Candidates& candidates,
                                                std::size_t from = 0) const;

private:
    struct State;

    // Those among the alternatives of a pattern, in their order.
    [[nodiscard]] std::span<const std::uint32_t> candidates_of(PatternId id,
                                                               const Candidates& candidates) const;

    explicit PatternSet(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// Why `pattern` is not a valid RE2 pattern; empty when it is.
[[nodiscard]] std::optional<std::string> syntax_error(std::string_view pattern);

// True when the pattern matches the empty string, which would make it match everywhere.
[[nodiscard]] bool matches_empty(std::string_view pattern);

// Sets of literals: every text that `pattern` matches holds at least one literal of each. None is a
// letter alone; all are cut behind three Chinese characters or nine letters. At most two sets, the
// better filter first; empty when none is known.
[[nodiscard]] LiteralSets literal_sets_required_by(std::string_view pattern);

// The better one of these sets. Never wrong, not always the shortest.
[[nodiscard]] std::vector<std::string> literals_required_by(std::string_view pattern);

}  // namespace suowen::text
