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

// The leanings of the different words of one text.
class Sum {
public:
    explicit Sum(const Table& known) : known_(known) {}

    void add(std::uint32_t index) {
        if (seen_[index]) {
            return;
        }
        seen_.set(index);
        const Steps& steps = known_.steps[index];
        for (std::size_t stage = 0; stage < kStages; ++stage) {
            steps_[stage] += steps[stage];
        }
        if (steps[static_cast<std::size_t>(Stage::doubt)] >= kTelling) {
            note(index);
        }
    }

    void add(const std::unordered_map<std::string_view, std::uint32_t>& words,
             std::string_view word) {
        if (const auto found = words.find(word); found != words.end()) {
            add(found->second);
        }
    }

    [[nodiscard]] ReplyLeanings made() {
        for (std::size_t stage = 0; stage < kStages; ++stage) {
            made_.leanings.sums[stage] = static_cast<float>(steps_[stage]) * kStep;
        }
        return made_;
    }

private:
    static constexpr int kTelling = 4;  // What leans less says nothing to a reader.

    // Keeps the words that lean most towards doubt. A Chinese character or a few letters say
    // nothing to a reader.
    void note(std::uint32_t index) {
        constexpr std::size_t kFewBytes = 3;
        const std::string_view word = known_.words[index];
        auto& list = made_.doubtful;
        if (word.size() <= kFewBytes || std::find(list.begin(), list.end(), word) != list.end()) {
            return;
        }
        const int doubt = known_.steps[index][static_cast<std::size_t>(Stage::doubt)];
        std::size_t place = list.size();
        while (place > 0 && doubt > doubts_[place - 1]) {
            --place;
        }
        if (place == list.size()) {
            return;
        }
        const auto shift = [place](auto& items) {
            std::move_backward(
                items.begin() + static_cast<std::ptrdiff_t>(place), items.end() - 1, items.end());
        };
        shift(list);
        shift(doubts_);
        list[place] = word;
        doubts_[place] = doubt;
    }

    const Table& known_;
    std::bitset<kMostWords> seen_;
    std::array<int, kStages> steps_{};
    std::array<int, std::tuple_size_v<DoubtfulWords>> doubts_{};  // Of made_.doubtful.
    ReplyLeanings made_;
};

// Whether one blank parts two words of a text.
bool is_pair(std::string_view word, std::string_view next) {
    return !word.empty() && word.data() + word.size() + 1 == next.data() && next.data()[-1] == ' ';
}

ReplyLeanings leanings_of(std::string_view normalized, const Table& known) {
    Sum sum(known);
    known.anywhere.scan(normalized, [&](std::uint32_t index) { sum.add(index); });
    std::string_view first;
    std::string_view last;
    std::string_view before;  // The word that `run` may be a pair with.
    each_run(normalized, [&](RunKind kind, std::string_view run) {
        const bool is_word = kind == RunKind::word;
        if (is_word) {
            sum.add(known.latin, run);
            if (is_pair(before, run)) {
                sum.add(known.latin, {before.data(), before.size() + 1 + run.size()});
            }
        }
        before = is_word ? run : std::string_view();
        last = kind == RunKind::number ? kNumber : run;
        first = first.empty() ? last : first;
    });
    sum.add(known.first, first);
    sum.add(known.last, last);
    return sum.made();
}

}  // namespace

ReplyLeanings leanings_of_reply(std::string_view normalized) {
    static const Table kTable = table_of(reply_leanings());
    return leanings_of(normalized, kTable);
}

Leanings leanings_of_question(std::string_view normalized) {
    static const Table kTable = table_of(question_leanings());
    return leanings_of(normalized, kTable).leanings;
}

Leanings leanings_of_reaction(std::string_view normalized) {
    static const Table kTable = table_of(reaction_leanings());
    return leanings_of(normalized, kTable).leanings;
}

}  // namespace suowen::analysis
