// SPDX-License-Identifier: Apache-2.0
#include "text/pattern_set.h"

#include <re2/re2.h>

#include <atomic>
#include <bit>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/check.h"
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

// A pattern that is compiled when it is first run. The pointer is published once and never changes.
class LazyPattern {
public:
    explicit LazyPattern(std::string_view pattern) : pattern_(pattern) {}

    ~LazyPattern() { delete compiled_.load(); }

    LazyPattern(const LazyPattern&) = delete;
    LazyPattern& operator=(const LazyPattern&) = delete;

    [[nodiscard]] const std::string& pattern() const { return pattern_; }

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

private:
    std::string pattern_;
    mutable std::atomic<const RE2*> compiled_{nullptr};
    mutable std::mutex compiling_;
};

// Empty for a pattern that compiles.
std::string compile_error(std::string_view pattern) {
    const RE2 compiled(piece(pattern), options());
    return compiled.ok() ? std::string() : compiled.error();
}

}  // namespace

struct PatternSet::Builder::State {
    std::deque<LazyPattern> patterns;  // A deque: they cannot be moved.
    std::unordered_map<std::string, PatternId> ids;
    std::vector<std::optional<LiteralSets>> literals;  // Of each pattern, where they are known.

    PatternId add(std::string pattern, std::optional<LiteralSets> known) {
        const auto id = static_cast<PatternId>(patterns.size());
        const auto [place, is_new] = ids.try_emplace(std::move(pattern), id);
        if (is_new) {
            patterns.emplace_back(place->first);
            literals.push_back(std::move(known));
        }
        return place->second;
    }
};

struct PatternSet::State {
    std::deque<LazyPattern> patterns;
    std::vector<LiteralSets> literals;      // Of each pattern.
    std::vector<std::uint32_t> second_set;  // Of each pattern: the bit of that set; 0 for none.
    std::size_t pattern_words = 0;
    std::vector<std::uint64_t> unfiltered;  // Bits of the patterns without literals.
    LiteralScanner scanner;
};

PatternSet::Builder::Builder() : state_(std::make_unique<State>()) {}

PatternSet::Builder::~Builder() = default;
PatternSet::Builder::Builder(Builder&&) noexcept = default;
PatternSet::Builder& PatternSet::Builder::operator=(Builder&&) noexcept = default;

PatternId PatternSet::Builder::add(std::string_view written) {
    return state_->add(with_folded_han(written), std::nullopt);
}

PatternId PatternSet::Builder::add_prepared(std::string_view pattern, LiteralSets literals) {
    return state_->add(std::string(pattern), std::move(literals));
}

PatternSet PatternSet::Builder::build() && {
    auto state = std::make_unique<PatternSet::State>();
    state->patterns.swap(state_->patterns);
    const std::size_t count = state->patterns.size();
    state->pattern_words = count / 64 + 1;
    state->unfiltered.resize(state->pattern_words);
    LiteralScanner::Builder scanner;
    const auto add_literals = [&scanner](const std::vector<std::string>& set, std::size_t bit) {
        for (const std::string& literal : set) {
            scanner.add(literal, static_cast<std::uint32_t>(bit));
        }
    };
    std::map<std::vector<std::string>, std::size_t> bits;  // Of the second sets.
    for (PatternId id = 0; id < count; ++id) {
        std::optional<LiteralSets>& known = state_->literals[id];
        state->literals.push_back(known ? std::move(*known)
                                        : literal_sets_required_by(state->patterns[id].pattern()));
        const LiteralSets& sets = state->literals.back();
        std::size_t second = 0;
        if (sets.empty()) {
            state->unfiltered[id / 64] |= std::uint64_t{1} << (id % 64);
        } else {
            add_literals(sets.front(), id);
        }
        if (sets.size() > 1) {
            const auto [place, is_new] =
                bits.try_emplace(sets.back(), state->pattern_words * 64 + bits.size());
            second = place->second;
            if (is_new) {
                add_literals(sets.back(), second);
            }
        }
        state->second_set.push_back(static_cast<std::uint32_t>(second));
    }
    state->unfiltered.resize(state->pattern_words + bits.size() / 64 + 1);
    state->scanner = std::move(scanner).build();
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
    return state_->patterns[id].pattern();
}

const LiteralSets& PatternSet::required_literals(PatternId id) const {
    return state_->literals[id];
}

void PatternSet::scan(std::string_view text, Candidates& candidates) const {
    std::vector<std::uint64_t>& words = candidates.words_;
    words = state_->unfiltered;
    candidates.pattern_words_ = state_->pattern_words;
    state_->scanner.scan(
        text, [&words](std::uint32_t bit) { words[bit / 64] |= std::uint64_t{1} << (bit % 64); });
    std::uint64_t left = 0;
    for (std::size_t word = 0; word < state_->pattern_words; ++word) {
        for (std::uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
            const std::size_t id = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
            const std::size_t second = state_->second_set[id];
            if (second != 0 && (words[second / 64] >> (second % 64) & 1U) == 0) {
                words[word] &= ~(std::uint64_t{1} << (id % 64));
            }
        }
        left |= words[word];
    }
    candidates.is_empty_ = left == 0;
}

bool PatternSet::matches(PatternId id, std::string_view text) const {
    return RE2::PartialMatch(piece(text), state_->patterns[id].compiled());
}

std::optional<ByteRange> PatternSet::find(PatternId id,
                                          std::string_view text,
                                          std::size_t from) const {
    const RE2& pattern = state_->patterns[id].compiled();
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

std::optional<std::string> syntax_error(std::string_view pattern) {
    const std::string error = compile_error(pattern);
    return error.empty() ? std::nullopt : std::optional(error);
}

bool matches_empty(std::string_view pattern) {
    const RE2 compiled(piece(pattern), options());
    return compiled.ok() && RE2::FullMatch("", compiled);
}

}  // namespace suowen::text
