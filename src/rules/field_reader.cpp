// SPDX-License-Identifier: Apache-2.0
#include "rules/field_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <set>
#include <utility>

#include "base/utf8.h"

namespace suowen::rules {
namespace {

constexpr std::size_t kLongestListed = 14;  // Words in a help text.

bool are_alike(char a, char b) {
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return lower(a) == lower(b);
}

bool begins_with(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(), are_alike);
}

// Insertions, deletions, changes and swaps of neighbours that make one word of the other; capital
// letters are no change.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        cost[i][0] = i;
    }
    std::iota(cost[0].begin(), cost[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = are_alike(a[i - 1], b[j - 1]) ? 0 : 1;
            cost[i][j] =
                std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && are_alike(a[i - 1], b[j - 2]) && are_alike(a[i - 2], b[j - 1])) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[a.size()][b.size()];
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
    Number value{};
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::optional<unsigned> parse_digits(std::string_view text, std::size_t at, std::size_t size) {
    if (at + size > text.size() || text[at] == '+') {
        return std::nullopt;
    }
    return parse_number<unsigned>(text.substr(at, size));
}

std::optional<std::chrono::year_month_day> parse_date(std::string_view text) {
    const auto year = parse_digits(text, 0, 4);
    const auto month = parse_digits(text, 5, 2);
    const auto day = parse_digits(text, 8, 2);
    if (!year || !month || !day || text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(*month),
                                           std::chrono::day(*day)};
    return date.ok() ? std::optional(date) : std::nullopt;
}

// `Z` or `+08:00`.
std::optional<std::chrono::minutes> parse_offset(std::string_view text) {
    if (text == "Z") {
        return std::chrono::minutes(0);
    }
    const auto hours = parse_digits(text, 1, 2);
    const auto minutes = parse_digits(text, 4, 2);
    if (!hours || !minutes || text.size() != 6 || text[3] != ':' || *hours > 18 || *minutes > 59 ||
        (text[0] != '+' && text[0] != '-')) {
        return std::nullopt;
    }
    const std::chrono::minutes offset(*hours * 60 + *minutes);
    return text[0] == '-' ? -offset : offset;
}

// 2026-03-01T08:00:00+08:00
std::optional<Timestamp> parse_timestamp(std::string_view text) {
    constexpr std::size_t kOffsetAt = 19;
    if (text.size() <= kOffsetAt || text[10] != 'T' || text[13] != ':' || text[16] != ':') {
        return std::nullopt;
    }
    const auto date = parse_date(text.substr(0, 10));
    const auto hour = parse_digits(text, 11, 2);
    const auto minute = parse_digits(text, 14, 2);
    const auto second = parse_digits(text, 17, 2);
    const auto offset = parse_offset(text.substr(kOffsetAt));
    if (!date || !hour || !minute || !second || !offset || *hour > 23 || *minute > 59 ||
        *second > 59) {
        return std::nullopt;
    }
    const auto local = std::chrono::sys_days(*date) + std::chrono::hours(*hour) +
                       std::chrono::minutes(*minute) + std::chrono::seconds(*second);
    return Timestamp{local - *offset, *offset};
}

std::optional<Milliseconds> parse_duration(std::string_view text) {
    struct Unit {
        char letter;
        std::int64_t milliseconds;
    };

    constexpr std::int64_t kMost = 1'000'000;
    constexpr Unit kUnits[] = {{'s', 1000}, {'m', 60'000}, {'h', 3'600'000}, {'d', 86'400'000}};
    if (text.empty()) {
        return std::nullopt;
    }
    const auto amount = parse_number<std::int64_t>(text.substr(0, text.size() - 1));
    for (const Unit& unit : kUnits) {
        if (unit.letter == text.back() && amount && *amount > 0 && *amount <= kMost) {
            return Milliseconds(*amount * unit.milliseconds);
        }
    }
    return std::nullopt;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_identifier(std::string_view text) {
    constexpr std::size_t kLongest = 100;
    return !text.empty() && text.size() <= kLongest && is_letter(text.front()) &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
           });
}

}  // namespace

std::string_view nearest(std::string_view word, Words known) {
    constexpr std::size_t kLongest = 64;
    constexpr std::size_t kMostKnown = 2000;
    std::string_view best;
    const std::size_t too_far =
        std::min(word.size(), std::max<std::size_t>(1, word.size() / 3) + 1);
    std::pair<bool, std::size_t> best_rank{true, too_far};  // What begins with the word is nearer.
    if (word.size() > kLongest || known.size() > kMostKnown) {
        return best;
    }
    for (const std::string_view candidate : known) {
        const std::size_t distance = edit_distance(word, candidate.substr(0, kLongest));
        const std::pair rank{!begins_with(candidate, word), distance};
        if (distance < too_far && rank < best_rank) {
            best = candidate;
            best_rank = rank;
        }
    }
    return best;
}

std::string suggestion(std::string_view word, Words known) {
    if (const std::string_view meant = nearest(word, known); !meant.empty()) {
        return fmt::format("did you mean \"{}\"?", meant);
    }
    if (known.empty() || known.size() > kLongestListed) {
        return {};
    }
    return fmt::format("one of: {}", fmt::join(known, ", "));
}

void FieldReader::report(SourceLocation place, std::string message, std::string help) {
    if (has_said_enough()) {
        return;
    }
    if (problems_.size() == kMostProblems) {
        message = fmt::format("more than {} problems; the rest is left out", kMostProblems);
        help.clear();
    }
    Diagnostic problem;
    problem.excerpt = excerpt(place);
    problem.location = std::move(place);
    problem.message = std::move(message);
    problem.help = std::move(help);
    problems_.push_back(std::move(problem));
}

void FieldReader::error(const Node& at, std::string message, std::string help) {
    report(location(at), std::move(message), std::move(help));
}

void FieldReader::error_inside(const Node& scalar,
                               std::size_t offset,
                               std::string message,
                               std::string help) {
    SourceLocation place = location(scalar);
    const std::string line = excerpt(place);
    std::size_t begin = 0;
    for (std::uint32_t column = 1; column < place.column && begin < line.size(); ++column) {
        begin += utf8::decode(line, begin).bytes;
    }
    begin += scalar.was_quoted ? 1 : 0;
    // Escapes and folded lines make the source differ from the text; then the beginning must do.
    const std::string_view before = std::string_view(scalar.text).substr(0, offset);
    if (!scalar.is_block && begin <= line.size() &&
        std::string_view(line).substr(begin, before.size()) == before) {
        place.column += (scalar.was_quoted ? 1 : 0) + count_code_points(before);
    }
    report(std::move(place), std::move(message), std::move(help));
}

SourceLocation FieldReader::location(const Node& node) const {
    SourceLocation place;
    place.path = name_;
    place.line = node.line;
    place.column = node.column;
    return place;
}

std::string FieldReader::excerpt(const SourceLocation& place) {
    if (!lines_) {
        lines_.emplace(text_);
    }
    return std::string(lines_->line(place.line));
}

void FieldReader::wrong_type(const Node& node, std::string_view what, std::string_view expected) {
    error(node, fmt::format("{} must be {}", what, expected));
}

bool FieldReader::expect_map(const Node& node, std::string_view what) {
    if (!node.is_map()) {
        wrong_type(node, what, "a map");
    }
    return node.is_map();
}

void FieldReader::check_keys(const Node& map, Words known) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
        const Node& key = map.keys[i];
        if (!key.is_scalar()) {
            error(key, "a key must be a word");
        } else if (map.items[i].is_null() && nearest(key.text, known).empty()) {
            error(key,
                  fmt::format("unknown key \"{}\"", key.text),
                  "a comma ends a text without quotes: put the text in quotes");
        } else if (!seen.insert(key.text).second) {
            error(key, fmt::format("key \"{}\" is here twice", key.text));
        } else if (std::find(known.begin(), known.end(), key.text) == known.end()) {
            error(key, fmt::format("unknown key \"{}\"", key.text), suggestion(key.text, known));
        }
    }
}

const Node* FieldReader::require(const Node& map, std::string_view key, std::string_view owner) {
    const Node* found = map.find(key);
    if (found == nullptr) {
        error(map, fmt::format("{} has no \"{}\"", owner, key));
    }
    return found;
}

std::optional<std::string> FieldReader::text(const Node& node, std::string_view what) {
    if (!node.is_scalar() || node.is_null() || node.text.empty()) {
        wrong_type(node, what, "a text");
        return std::nullopt;
    }
    return node.text;
}

std::optional<bool> FieldReader::boolean(const Node& node, std::string_view what) {
    if (node.is_scalar() && !node.was_quoted && (node.text == "true" || node.text == "false")) {
        return node.text == "true";
    }
    wrong_type(node, what, "true or false");
    return std::nullopt;
}

std::optional<std::uint32_t> FieldReader::count(const Node& node,
                                                std::string_view what,
                                                std::uint32_t least,
                                                std::uint32_t most) {
    if (node.is_scalar() && !node.was_quoted) {
        const auto value = parse_number<std::uint32_t>(node.text);
        if (value && *value >= least && *value <= most) {
            return value;
        }
    }
    wrong_type(node, what, fmt::format("a whole number from {} to {}", least, most));
    return std::nullopt;
}

std::optional<double> FieldReader::fraction(const Node& node, std::string_view what) {
    if (node.is_scalar() && !node.was_quoted) {
        const auto value = parse_number<double>(node.text);
        if (value && *value >= 0 && *value <= 1) {
            return value;
        }
    }
    wrong_type(node, what, "a number from 0 to 1");
    return std::nullopt;
}

std::optional<Milliseconds> FieldReader::duration(const Node& node, std::string_view what) {
    const auto value = node.is_scalar() ? parse_duration(node.text) : std::nullopt;
    if (!value) {
        error(node,
              fmt::format("{} must be a duration", what),
              "a whole number and a unit, s, m, h or d: 90s, 15m, 2h, 3d");
    }
    return value;
}

std::optional<std::chrono::year_month_day> FieldReader::date(const Node& node,
                                                             std::string_view what) {
    const auto value = node.is_scalar() ? parse_date(node.text) : std::nullopt;
    if (!value) {
        wrong_type(node, what, "a date such as 2026-03-15");
    }
    return value;
}

std::optional<Timestamp> FieldReader::timestamp(const Node& node, std::string_view what) {
    const auto value = node.is_scalar() ? parse_timestamp(node.text) : std::nullopt;
    if (!value) {
        wrong_type(node, what, "a time such as \"2026-03-01T08:00:00+08:00\"");
    }
    return value;
}

std::optional<Bilingual> FieldReader::bilingual(const Node& node,
                                                std::string_view what,
                                                Need need) {
    static constexpr std::string_view kLanguages[] = {"zh", "en"};
    if (!node.is_map()) {
        error(node, fmt::format("{} must be a map of zh and en", what), "{zh: ..., en: ...}");
        return std::nullopt;
    }
    check_keys(node, kLanguages);
    Bilingual both;
    for (const std::string_view language : kLanguages) {
        const Node* value = node.find(language);
        if (value == nullptr) {
            if (need == Need::both || node.items.empty()) {
                error(node, fmt::format("{} has no \"{}\"", what, language));
            }
        } else if (auto words = text(*value, what)) {
            (language == "zh" ? both.zh : both.en) = std::move(*words);
        }
    }
    return both;
}

std::optional<std::string> FieldReader::identifier(const Node& node, std::string_view what) {
    if (!node.is_scalar() || !is_identifier(node.text)) {
        error(node,
              fmt::format("{} must be a name", what),
              "letters, digits, _, - and ., beginning with a letter");
        return std::nullopt;
    }
    return node.text;
}

std::vector<const Node*> FieldReader::one_or_more(const Node& node, std::string_view what) {
    if (!node.is_sequence()) {
        return {&node};
    }
    return list(node, what);
}

std::vector<const Node*> FieldReader::list(const Node& node, std::string_view what) {
    std::vector<const Node*> items;
    if (!node.is_sequence()) {
        wrong_type(node, what, "a list");
    } else if (node.items.empty()) {
        error(node, fmt::format("{} is an empty list", what));
    }
    for (const Node& item : node.items) {
        if (node.is_sequence()) {
            items.push_back(&item);
        }
    }
    return items;
}

std::optional<std::size_t> FieldReader::word(const Node& node, std::string_view what, Words known) {
    if (!node.is_scalar()) {
        wrong_type(node, what, "a word");
        return std::nullopt;
    }
    const auto found = std::find(known.begin(), known.end(), node.text);
    if (found == known.end()) {
        error(
            node, fmt::format("unknown {} \"{}\"", what, node.text), suggestion(node.text, known));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - known.begin());
}

}  // namespace suowen::rules
