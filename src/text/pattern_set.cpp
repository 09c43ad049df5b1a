// SPDX-License-Identifier: Apache-2.0
#include "text/pattern_set.h"

#include <re2/re2.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <deque>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/check.h"
#include "text/alternatives.h"
#include "text/literal_scanner.h"
#include "text/normalizer.h"

namespace suowen::text {
namespace {

RE2::Options options() {
    RE2::Options chosen;
    chosen.set_log_errors(false);
    // Patterns with gaps ("A.{0,10}B") have many states; with RE2's 8 MB the busiest are built over
    // and over, which costs a tenth of the time on texts that never repeat.
    constexpr std::int64_t kMostMemory = std::int64_t{32} << 20U;
    chosen.set_max_mem(kMostMemory);
    return chosen;
}

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

bool is_plain(std::string_view pattern) {
    return pattern.find_first_of("\\.[](){}*+?|^$") == std::string_view::npos;
}

// An alternative of a pattern, compiled when it is first run. The pointer is published once and
// never changes.
class LazyPattern {
public:
    explicit LazyPattern(std::string_view pattern)
        : pattern_(pattern), is_plain_(is_plain(pattern)) {}

    ~LazyPattern() { delete compiled_.load(); }

    LazyPattern(const LazyPattern&) = delete;
    LazyPattern& operator=(const LazyPattern&) = delete;

    [[nodiscard]] bool matches(std::string_view text) const {
        return is_plain_ ? text.find(pattern_) != std::string_view::npos
                         : RE2::PartialMatch(piece(text), compiled());
    }

    // See PatternSet::find().
    [[nodiscard]] std::optional<ByteRange> find(std::string_view text, std::size_t from) const {
        if (is_plain_) {
            const std::size_t begin = text.find(pattern_, from);
            return begin == std::string_view::npos
                       ? std::nullopt
                       : std::optional(ByteRange{begin, begin + pattern_.size()});
        }
        const RE2& pattern = compiled();
        re2::StringPiece groups[2];
        const int wanted = pattern.NumberOfCapturingGroups() > 0 ? 2 : 1;
        if (!pattern.Match(piece(text), from, text.size(), RE2::UNANCHORED, groups, wanted)) {
            return std::nullopt;
        }
        const re2::StringPiece& hit =
            wanted == 2 && groups[1].data() != nullptr ? groups[1] : groups[0];
        const auto begin = static_cast<std::size_t>(hit.data() - text.data());
        return ByteRange{begin, begin + hit.size()};
    }

private:
    [[nodiscard]] const RE2& compiled() const {
        if (const RE2* ready = compiled_.load(std::memory_order_acquire)) {
            return *ready;
        }
        const std::lock_guard lock(compiling_);
        if (compiled_.load(std::memory_order_relaxed) == nullptr) {
            const auto* made = new RE2(piece(pattern_), options());
            SUOWEN_CHECK(made->ok());
            compiled_.store(made, std::memory_order_release);
        }
        return *compiled_.load(std::memory_order_relaxed);
    }

    std::string pattern_;
    bool is_plain_;
    mutable std::atomic<const RE2*> compiled_{nullptr};
    mutable std::mutex compiling_;
};

// Empty for a pattern that compiles.
std::string compile_error(std::string_view pattern) {
    const RE2 compiled(piece(pattern), options());
    return compiled.ok() ? std::string() : compiled.error();
}

void set_bit(std::span<std::uint64_t> words, std::size_t bit) {
    words[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

bool has_bit(std::span<const std::uint64_t> words, std::size_t bit) {
    return (words[bit / 64] >> (bit % 64) & 1U) != 0;
}

std::size_t words_for(std::size_t bits) {
    return bits / 64 + 1;
}

}  // namespace

struct PatternSet::Builder::State {
    struct Pattern {
        std::string text;
        std::optional<std::vector<LiteralSets>> literals;  // Of its alternatives, where known.
    };

    std::vector<Pattern> patterns;
    std::unordered_map<std::string, PatternId> ids;

    PatternId add(std::string pattern, std::optional<std::vector<LiteralSets>> known) {
        const auto id = static_cast<PatternId>(patterns.size());
        const auto [place, is_new] = ids.try_emplace(std::move(pattern), id);
        if (is_new) {
            patterns.push_back({place->first, std::move(known)});
        }
        return place->second;
    }
};

struct PatternSet::State {
    struct Alternative {
        PatternId pattern = 0;
        const LazyPattern* runs = nullptr;  // Patterns may share alternatives.
        std::uint32_t second_set = 0;       // The bit of its second set of literals; 0 for none.
    };

    std::vector<std::string> patterns;
    std::vector<std::uint32_t> first;  // Of each pattern's alternatives, and the end of the last's.
    std::vector<Alternative> alternatives;
    std::vector<LiteralSets> literals;  // Of each alternative.
    std::deque<LazyPattern> runs;       // A deque: they cannot be moved.
    // What a scan starts from: bits of the alternatives, set for those without literals; then those
    // of second sets.
    std::vector<std::uint64_t> unfiltered;
    LiteralScanner scanner;

    // Adds a pattern with its alternatives. `known` has those of the patterns before.
    void add(std::string pattern,
             std::optional<std::vector<LiteralSets>> known_literals,
             std::unordered_map<std::string, const LazyPattern*>& known) {
        first.push_back(static_cast<std::uint32_t>(alternatives.size()));
        const auto id = static_cast<PatternId>(patterns.size());
        for (const std::string_view alternative : alternatives_of(pattern)) {
            const auto [place, is_new] = known.try_emplace(std::string(alternative), nullptr);
            if (is_new) {
                place->second = &runs.emplace_back(alternative);
            }
            alternatives.push_back({id, place->second, 0});
            if (!known_literals) {
                literals.push_back(literal_sets_required_by(alternative));
            }
        }
        if (known_literals) {
            std::move(known_literals->begin(), known_literals->end(), std::back_inserter(literals));
        }
        SUOWEN_CHECK(literals.size() == alternatives.size());
        patterns.push_back(std::move(pattern));
    }

    // Makes what scans need, once all patterns are there.
    void prepare_scan() {
        const std::size_t count = alternatives.size();
        first.push_back(static_cast<std::uint32_t>(count));
        unfiltered.resize(words_for(count));
        LiteralScanner::Builder building;
        const auto add_literals = [&building](const std::vector<std::string>& set,
                                              std::size_t bit) {
            for (const std::string& literal : set) {
                building.add(literal, static_cast<std::uint32_t>(bit));
            }
        };
        std::map<std::vector<std::string>, std::size_t> bits;  // Of the second sets.
        for (std::size_t i = 0; i < count; ++i) {
            const LiteralSets& sets = literals[i];
            if (sets.empty()) {
                set_bit(unfiltered, i);
            } else {
                add_literals(sets.front(), i);
            }
            if (sets.size() > 1) {
                const auto [place, is_new] =
                    bits.try_emplace(sets.back(), words_for(count) * 64 + bits.size());
                alternatives[i].second_set = static_cast<std::uint32_t>(place->second);
                if (is_new) {
                    add_literals(sets.back(), place->second);
                }
            }
        }
        unfiltered.resize(words_for(count) + words_for(bits.size()));
        scanner = std::move(building).build();
    }
};

PatternSet::Builder::Builder() : state_(std::make_unique<State>()) {}

PatternSet::Builder::~Builder() = default;
PatternSet::Builder::Builder(Builder&&) noexcept = default;
PatternSet::Builder& PatternSet::Builder::operator=(Builder&&) noexcept = default;

PatternId PatternSet::Builder::add(std::string_view written) {
    return state_->add(with_folded_han(written), std::nullopt);
}

PatternId PatternSet::Builder::add_prepared(std::string_view pattern,
                                            std::vector<LiteralSets> literals) {
    return state_->add(std::string(pattern), std::move(literals));
}

PatternSet PatternSet::Builder::build() && {
    auto state = std::make_unique<PatternSet::State>();
    std::unordered_map<std::string, const LazyPattern*> known;
    for (State::Pattern& pattern : state_->patterns) {
        state->add(std::move(pattern.text), std::move(pattern.literals), known);
    }
    state->prepare_scan();
    return PatternSet(std::move(state));
}

PatternSet::PatternSet(std::unique_ptr<State> state) : state_(std::move(state)) {}

PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
PatternSet::~PatternSet() = default;

std::size_t PatternSet::size() const {
    return state_->patterns.size();
}

std::string_view PatternSet::pattern(PatternId id) const {
    return state_->patterns[id];
}

std::span<const LiteralSets> PatternSet::required_literals(PatternId id) const {
    return std::span(state_->literals)
        .subspan(state_->first[id], state_->first[id + 1] - state_->first[id]);
}

void PatternSet::scan(std::string_view text, Candidates& candidates) const {
    thread_local std::vector<std::uint64_t> scratch;
    scratch = state_->unfiltered;
    const std::span<std::uint64_t> words = scratch;
    state_->scanner.scan(text, [words](std::uint32_t bit) { set_bit(words, bit); });
    candidates.words_.assign(words_for(size()), 0);
    candidates.alternatives_.clear();
    for (std::size_t word = 0; word < words_for(state_->alternatives.size()); ++word) {
        for (std::uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
            const std::size_t i = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
            const State::Alternative& alternative = state_->alternatives[i];
            if (alternative.second_set == 0 || has_bit(words, alternative.second_set)) {
                candidates.alternatives_.push_back(static_cast<std::uint32_t>(i));
                set_bit(candidates.words_, alternative.pattern);
            }
        }
    }
}

std::span<const std::uint32_t> PatternSet::candidates_of(PatternId id,
                                                         const Candidates& candidates) const {
    if (candidates.empty() || !candidates.contains(id)) {
        return {};
    }
    const std::vector<std::uint32_t>& all = candidates.alternatives_;
    const auto begin = std::lower_bound(all.begin(), all.end(), state_->first[id]);
    return {begin, std::lower_bound(begin, all.end(), state_->first[id + 1])};
}

bool PatternSet::matches(PatternId id, std::string_view text, const Candidates& candidates) const {
    const auto among = candidates_of(id, candidates);
    return std::any_of(among.begin(), among.end(), [&](std::uint32_t i) {
        return state_->alternatives[i].runs->matches(text);
    });
}

std::optional<ByteRange> PatternSet::find(PatternId id,
                                          std::string_view text,
                                          const Candidates& candidates,
                                          std::size_t from) const {
    std::optional<ByteRange> first;
    for (const std::uint32_t i : candidates_of(id, candidates)) {
        const auto found = state_->alternatives[i].runs->find(text, from);
        if (found && (!first || found->begin < first->begin)) {
            first = found;
        }
    }
    return first;
}

std::optional<std::string> syntax_error(std::string_view pattern) {
    const std::string error = compile_error(pattern);
    return error.empty() ? std::nullopt : std::optional(error);
}

bool matches_empty(std::string_view pattern) {
    const RE2 compiled(piece(pattern), options());
    return compiled.ok() && RE2::FullMatch("", compiled);
}

}  // namespace suowen::text
