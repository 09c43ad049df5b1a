// SPDX-License-Identifier: Apache-2.0
#include "analysis/leanings.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/lexicon.h"
#include "base/each_part.h"
#include "base/utf8.h"
#include "text/literal_scanner.h"

namespace suowen::analysis {
namespace {

constexpr float kStep = 0.1F;  // Of log odds, that the numbers of leanings.txt count.

struct Leaning {
    std::string_view word;
    std::array<float, kStages> by_stage{};
};

// Where a text begins or ends with a word is told apart from where else it stands: "^word",
// "word$".
constexpr char kFirst = '^';
constexpr char kLast = '$';
constexpr std::string_view kNumber = "0";  // Any number, of the first and last words.

struct Table {
    std::vector<Leaning> leanings;
    text::LiteralScanner anywhere;  // Chinese characters, pairs of them and other signs.
    std::unordered_map<std::string_view, std::uint32_t> latin;
    std::unordered_map<std::string_view, std::uint32_t> first;
    std::unordered_map<std::string_view, std::uint32_t> last;
};

bool is_latin(char c) {
    return (c >= 'a' && c <= 'z') || c == '\'';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

Leaning read_line(std::string_view line) {
    Leaning leaning;
    std::size_t column = 0;
    each_part(line, ' ', [&](std::string_view part) {
        if (column == 0) {
            leaning.word = part;
        } else if (column <= kStages) {
            int steps = 0;
            std::from_chars(part.data(), part.data() + part.size(), steps);
            leaning.by_stage[column - 1] = static_cast<float>(steps) * kStep;
        }
        ++column;
    });
    return leaning;
}

Table read_table() {
    Table table;
    text::LiteralScanner::Builder anywhere;
    each_part(leanings(), '\n', [&](std::string_view line) {
        if (line.front() == '#') {
            return;
        }
        Leaning leaning = read_line(line);
        const auto index = static_cast<std::uint32_t>(table.leanings.size());
        std::string_view& word = leaning.word;
        if (word.size() > 1 && word.front() == kFirst) {
            word.remove_prefix(1);
            table.first.emplace(word, index);
        } else if (word.size() > 1 && word.back() == kLast) {
            word.remove_suffix(1);
            table.last.emplace(word, index);
        } else if (is_latin(word.front())) {
            table.latin.emplace(word, index);
        } else {
            anywhere.add(word, index);
        }
        table.leanings.push_back(leaning);
    });
    table.anywhere = std::move(anywhere).build();
    return table;
}

const Table& table() {
    static const Table kTable = read_table();
    return kTable;
}

// The leanings of the different words of one text.
class Sum {
public:
    void add(std::uint32_t index) {
        if (seen_[index]) {
            return;
        }
        seen_[index] = true;
        const Leaning& leaning = table().leanings[index];
        for (std::size_t stage = 0; stage < kStages; ++stage) {
            made_.sums[stage] += leaning.by_stage[stage];
        }
        note(leaning);
    }

    void add(const std::unordered_map<std::string_view, std::uint32_t>& words,
             std::string_view word) {
        if (const auto known = words.find(word); known != words.end()) {
            add(known->second);
        }
    }

    [[nodiscard]] const Leanings& made() const { return made_; }

private:
    // Keeps the words that lean most towards doubt. Those that lean little, and single characters,
    // say nothing to a reader.
    void note(const Leaning& leaning) {
        const float doubt = leaning.by_stage[static_cast<std::size_t>(Stage::doubt)];
        constexpr float kTelling = 0.35F;
        if (doubt < kTelling || utf8::decode(leaning.word, 0).bytes == leaning.word.size()) {
            return;
        }
        std::size_t place = made_.doubtful.size();
        while (place > 0 && doubt > doubts_[place - 1]) {
            --place;
        }
        if (place == made_.doubtful.size() ||
            std::find(made_.doubtful.begin(), made_.doubtful.end(), leaning.word) !=
                made_.doubtful.end()) {
            return;
        }
        std::move_backward(made_.doubtful.begin() + static_cast<std::ptrdiff_t>(place),
                           made_.doubtful.end() - 1,
                           made_.doubtful.end());
        std::move_backward(
            doubts_.begin() + static_cast<std::ptrdiff_t>(place), doubts_.end() - 1, doubts_.end());
        made_.doubtful[place] = leaning.word;
        doubts_[place] = doubt;
    }

    std::vector<bool> seen_ = std::vector<bool>(table().leanings.size());
    std::array<float, Leanings::kMostTelling> doubts_{};
    Leanings made_;
};

}  // namespace

Leanings leanings_of(std::string_view normalized) {
    const Table& known = table();
    Sum sum;
    known.anywhere.scan(normalized, [&](std::uint32_t index) { sum.add(index); });
    std::string_view first;
    std::string_view last;
    for (std::size_t at = 0; at < normalized.size();) {
        const std::size_t begin = at;
        const auto skip = [&](auto&& belongs) {
            while (at < normalized.size() && belongs(normalized[at])) {
                ++at;
            }
            return at > begin;
        };
        if (skip([](char c) { return c == ' ' || c == '\n'; })) {
            continue;
        }
        if (skip(is_digit)) {
            last = kNumber;
        } else if (skip(is_latin)) {
            last = normalized.substr(begin, at - begin);
            sum.add(known.latin, last);
        } else {
            at += utf8::decode(normalized, at).bytes;
            last = normalized.substr(begin, at - begin);
        }
        first = first.empty() ? last : first;
    }
    sum.add(known.first, first);
    sum.add(known.last, last);
    return sum.made();
}

}  // namespace suowen::analysis
