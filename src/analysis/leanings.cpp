// SPDX-License-Identifier: Apache-2.0
#include "analysis/leanings.h"

#include <algorithm>
#include <bitset>
#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/lexicon.h"
#include "analysis/runs.h"
#include "base/check.h"
#include "base/each_part.h"
#include "text/literal_scanner.h"

namespace suowen::analysis {
namespace {

constexpr float kStep = 0.1F;             // Of log odds, that the numbers of a table count.
constexpr std::size_t kMostWords = 8192;  // In a table.

// Small, so that the table stays in the nearest caches.
using Steps = std::array<std::int8_t, kStages>;

struct Leaning {
    std::string_view word;
    Steps steps{};
};

// Where a text begins or ends with a word is told apart from where else it stands: "^word",
// "word$".
constexpr char kFirst = '^';
constexpr char kLast = '$';
constexpr std::string_view kNumber = "0";  // Any number, of the first and last words.
constexpr char kJoin = '_';                // Of two English words, as there is a blank in a text.

struct Table {
    std::vector<Steps> steps;
    std::vector<std::string> words;  // As people read them.
    text::LiteralScanner anywhere;   // Chinese characters, pairs of them and other signs.
    // These look into `words`.
    std::unordered_map<std::string_view, std::uint32_t> latin;  // Words and pairs of them.
    std::unordered_map<std::string_view, std::uint32_t> first;
    std::unordered_map<std::string_view, std::uint32_t> last;
};

Leaning read_line(std::string_view line) {
    Leaning leaning;
    std::size_t column = 0;
    each_part(line, ' ', [&](std::string_view part) {
        if (column == 0) {
            leaning.word = part;
        } else if (column <= kStages) {
            std::from_chars(part.data(), part.data() + part.size(), leaning.steps[column - 1]);
        }
        ++column;
    });
    return leaning;
}

Table table_of(std::string_view lines) {
    Table table;
    table.words.reserve(kMostWords);  // So that they stay where they are.
    text::LiteralScanner::Builder anywhere;
    each_part(lines, '\n', [&](std::string_view line) {
        if (line.front() == '#') {
            return;
        }
        const Leaning leaning = read_line(line);
        const bool is_first = leaning.word.size() > 1 && leaning.word.front() == kFirst;
        const bool is_last = leaning.word.size() > 1 && leaning.word.back() == kLast;
        const auto index = static_cast<std::uint32_t>(table.words.size());
        SUOWEN_CHECK(index < kMostWords);
        table.steps.push_back(leaning.steps);
        std::string& word = table.words.emplace_back(
            leaning.word.substr(is_first ? 1 : 0, leaning.word.size() - (is_first || is_last)));
        if (is_first) {
            table.first.emplace(word, index);
        } else if (is_last) {
            table.last.emplace(word, index);
        } else if (is_latin(word.front())) {
            std::replace(word.begin(), word.end(), kJoin, ' ');
            table.latin.emplace(word, index);
        } else {
            anywhere.add(word, index);
        }
    });
    table.anywhere = std::move(anywhere).build();
    return table;
}

// Whether one blank parts two words of a text.
bool is_pair(std::string_view word, std::string_view next) {
    return !word.empty() && word.data() + word.size() + 1 == next.data() && next.data()[-1] == ' ';
}

// Calls `visit(index)` once for each word of the table that a text has.
template <class Visit>
void each_known(std::string_view normalized, const Table& known, Visit&& visit) {
    std::bitset<kMostWords> seen;
    const auto add = [&](std::uint32_t index) {
        if (!seen[index]) {
            seen.set(index);
            visit(index);
        }
    };
    const auto look_up = [&](const auto& words, std::string_view word) {
        if (const auto found = words.find(word); found != words.end()) {
            add(found->second);
        }
    };
    known.anywhere.scan(normalized, add);
    std::string_view first;
    std::string_view last;
    std::string_view before;  // The word that `run` may be a pair with.
    each_run(normalized, [&](RunKind kind, std::string_view run) {
        const bool is_word = kind == RunKind::word;
        if (is_word) {
            look_up(known.latin, run);
            if (is_pair(before, run)) {
                look_up(known.latin, {before.data(), before.size() + 1 + run.size()});
            }
        }
        before = is_word ? run : std::string_view();
        last = kind == RunKind::number ? kNumber : run;
        first = first.empty() ? last : first;
    });
    look_up(known.first, first);
    look_up(known.last, last);
}

class Sum {
public:
    void add(const Steps& steps) {
        for (std::size_t stage = 0; stage < kStages; ++stage) {
            steps_[stage] += steps[stage];
        }
    }

    [[nodiscard]] Leanings made() const {
        Leanings made;
        for (std::size_t stage = 0; stage < kStages; ++stage) {
            made.sums[stage] = static_cast<float>(steps_[stage]) * kStep;
        }
        return made;
    }

private:
    std::array<int, kStages> steps_{};
};

// Keeps the words that lean most towards doubt.
class MostDoubtful {
public:
    // A Chinese character or a few letters say nothing to a reader, nor does what leans little.
    void note(std::string_view word, int doubt) {
        constexpr int kTelling = 4;
        constexpr std::size_t kFewBytes = 3;
        if (doubt < kTelling || word.size() <= kFewBytes ||
            std::find(words_.begin(), words_.end(), word) != words_.end()) {
            return;
        }
        std::size_t place = words_.size();
        while (place > 0 && doubt > doubts_[place - 1]) {
            --place;
        }
        if (place == words_.size()) {
            return;
        }
        const auto shift = [place](auto& items) {
            std::move_backward(
                items.begin() + static_cast<std::ptrdiff_t>(place), items.end() - 1, items.end());
        };
        shift(words_);
        shift(doubts_);
        words_[place] = word;
        doubts_[place] = doubt;
    }

    [[nodiscard]] const DoubtfulWords& words() const { return words_; }

private:
    DoubtfulWords words_{};
    std::array<int, std::tuple_size_v<DoubtfulWords>> doubts_{};
};

Leanings leanings_of(std::string_view normalized, const Table& known) {
    Sum sum;
    each_known(normalized, known, [&](std::uint32_t index) { sum.add(known.steps[index]); });
    return sum.made();
}

}  // namespace

ReplyLeanings leanings_of_reply(std::string_view normalized) {
    static const Table kTable = table_of(reply_leanings());
    Sum sum;
    MostDoubtful doubtful;
    each_known(normalized, kTable, [&](std::uint32_t index) {
        const Steps& steps = kTable.steps[index];
        sum.add(steps);
        doubtful.note(kTable.words[index], steps[static_cast<std::size_t>(Stage::doubt)]);
    });
    return {sum.made(), doubtful.words()};
}

Leanings leanings_of_question(std::string_view normalized) {
    static const Table kTable = table_of(question_leanings());
    return leanings_of(normalized, kTable);
}

Leanings leanings_of_reaction(std::string_view normalized) {
    static const Table kTable = table_of(reaction_leanings());
    return leanings_of(normalized, kTable);
}

}  // namespace suowen::analysis
