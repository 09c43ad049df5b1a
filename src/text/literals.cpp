// SPDX-License-Identifier: Apache-2.0
//
// Finds literals that a pattern cannot match without. Follows the grammar of RE2 as far as it must:
// whatever is not understood counts as "could be anything", so that the answer may be weak but
// never wrong.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "text/pattern_set.h"

namespace suowen::text {
namespace {

using Strings = std::vector<std::string>;

constexpr std::size_t kMaxStrings = 96;  // In one set; more means too little is gained by the scan.
constexpr std::size_t kMaxClassMembers = 40;  // A larger character class counts as any character.
constexpr int kMaxExactRepeat = 4;
constexpr std::size_t kMaxSets = 2;  // A third one would cost the scan more than it saves.

// What is known of the texts that a part of a pattern matches.
struct Part {
    std::optional<Strings> exact;   // All of them, when they are few.
    std::vector<Strings> required;  // Each holds at least one of each of these. Best filter first.
};

Part exactly(Strings strings) {
    return {std::move(strings), {}};
}

Part anything() {
    return {};
}

void sort_unique(Strings& strings) {
    std::sort(strings.begin(), strings.end());
    strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
}

std::size_t shortest(const Strings& strings) {
    std::size_t least = std::string::npos;
    for (const std::string& text : strings) {
        least = std::min(least, text.size());
    }
    return least;
}

// Drops strings that contain another one: finding the shorter is enough.
void drop_redundant(Strings& strings) {
    std::sort(strings.begin(), strings.end(), [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    Strings kept;
    for (std::string& text : strings) {
        const bool is_redundant =
            std::any_of(kept.begin(), kept.end(), [&](const std::string& known) {
                return text.find(known) != std::string::npos;
            });
        if (!is_redundant) {
            kept.push_back(std::move(text));
        }
    }
    strings = std::move(kept);
}

// Longer literals are rarer; Chinese characters are three bytes and rarer than letters. Of two sets
// the one with the longer shortest member is the better filter, then the smaller one.
bool is_better(const Strings& a, const Strings& b) {
    constexpr std::size_t kLongEnough = 9;
    const std::size_t length_a = std::min(shortest(a), kLongEnough);
    const std::size_t length_b = std::min(shortest(b), kLongEnough);
    return length_a != length_b ? length_a > length_b : a.size() < b.size();
}

// Keeps the best few of the sets that all are required.
void offer(std::vector<Strings>& sets, const Strings& candidate) {
    if (candidate.empty() || shortest(candidate) == 0) {
        return;
    }
    const auto worse = std::find_if(sets.begin(), sets.end(), [&](const Strings& known) {
        return is_better(candidate, known);
    });
    sets.insert(worse, candidate);
    if (sets.size() > kMaxSets) {
        sets.pop_back();
    }
}

std::vector<Strings> required_by(const Part& part) {
    std::vector<Strings> sets = part.required;
    if (part.exact) {
        offer(sets, *part.exact);
    }
    return sets;
}

// What is required where any of some parts may stand: of each its best set, and of each its second
// best one, or the best again.
std::vector<Strings> required_by_any(const std::vector<Part>& parts) {
    std::vector<Strings> all(kMaxSets);
    bool has_second = false;
    for (const Part& part : parts) {
        const std::vector<Strings> own = required_by(part);
        if (own.empty()) {
            return {};
        }
        has_second = has_second || own.size() > 1;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Strings& set = own[std::min(i, own.size() - 1)];
            all[i].insert(all[i].end(), set.begin(), set.end());
        }
    }
    all.resize(has_second ? kMaxSets : 1);
    for (Strings& set : all) {
        drop_redundant(set);
    }
    return all;
}

// Not a letter or a space alone, which nearly every text holds.
bool is_telling(const std::string& text) {
    return text.size() > 1 || !(text.empty() || text == " " || (text >= "a" && text <= "z"));
}

// Cuts literals where more of them hardly rules out more texts: the scan has fewer to tell apart.
void shorten(Strings& strings) {
    constexpr std::size_t kTelling = 9;  // Three Chinese characters.
    for (std::string& text : strings) {
        std::size_t end = std::min(text.size(), kTelling);
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        text.resize(end);
    }
    sort_unique(strings);
}

class Parser {
public:
    explicit Parser(std::string_view pattern) : pattern_(pattern) {}

    Part parse() {
        Part whole = alternation();
        return is_lost_ || at_ != pattern_.size() ? anything() : whole;
    }

private:
    [[nodiscard]] bool at_end() const { return is_lost_ || at_ >= pattern_.size(); }

    [[nodiscard]] char peek() const { return pattern_[at_]; }

    bool accept(std::string_view word) {
        if (pattern_.substr(at_).substr(0, word.size()) != word) {
            return false;
        }
        at_ += word.size();
        return true;
    }

    std::string next_character() {
        const utf8::Decoded decoded = utf8::decode(pattern_, at_);
        std::string character(pattern_.substr(at_, decoded.bytes));
        at_ += decoded.bytes;
        return character;
    }

    Part alternation() {
        std::vector<Part> branches{concatenation()};
        while (!at_end() && accept("|")) {
            branches.push_back(concatenation());
        }
        if (branches.size() == 1) {
            return std::move(branches.front());
        }
        return any_of(branches);
    }

    static Part any_of(const std::vector<Part>& branches) {
        Strings exact;
        bool is_exact = true;
        for (const Part& branch : branches) {
            if (branch.exact) {
                exact.insert(exact.end(), branch.exact->begin(), branch.exact->end());
            }
            is_exact = is_exact && branch.exact.has_value();
        }
        sort_unique(exact);
        if (is_exact && exact.size() <= kMaxStrings) {
            return exactly(std::move(exact));
        }
        return {std::nullopt, required_by_any(branches)};
    }

    Part concatenation() {
        std::vector<Strings> sets;
        Strings run{""};  // Exact texts of the parts since the last inexact one.
        bool is_exact = true;
        while (!at_end() && peek() != '|' && peek() != ')') {
            const Part part = repetition();
            if (part.exact && run.size() * part.exact->size() <= kMaxStrings) {
                run = product(run, *part.exact);
                continue;
            }
            offer(sets, run);
            for (const Strings& set : part.required) {
                offer(sets, set);
            }
            is_exact = false;
            run = part.exact ? *part.exact : Strings{""};
        }
        if (is_exact) {
            return exactly(std::move(run));
        }
        offer(sets, run);
        return {std::nullopt, std::move(sets)};
    }

    static Strings product(const Strings& left, const Strings& right) {
        Strings out;
        for (const std::string& a : left) {
            for (const std::string& b : right) {
                out.push_back(a + b);
            }
        }
        sort_unique(out);
        return out;
    }

    Part repetition() {
        Part part = atom();
        while (!at_end()) {
            int least = 0;
            int most = 0;
            if (accept("*")) {
                part = anything();
            } else if (accept("+")) {
                part = {std::nullopt, required_by(part)};
            } else if (accept("?")) {
                part = optional_part(std::move(part));
            } else if (counted(least, most)) {
                part = repeated(std::move(part), least, most);
            } else {
                break;
            }
            accept("?");  // Lazy or greedy makes no difference here.
        }
        return part;
    }

    static Part optional_part(Part part) {
        if (!part.exact || part.exact->size() >= kMaxStrings) {
            return anything();
        }
        part.exact->emplace_back();
        sort_unique(*part.exact);
        return exactly(std::move(*part.exact));
    }

    static Part repeated(Part part, int least, int most) {
        if (least == 0) {
            return most == 1 ? optional_part(std::move(part)) : anything();
        }
        if (least != most || !part.exact || least > kMaxExactRepeat) {
            return {std::nullopt, required_by(part)};
        }
        Strings all{""};
        for (int i = 0; i < least; ++i) {
            if (all.size() * part.exact->size() > kMaxStrings) {
                return {std::nullopt, required_by(part)};
            }
            all = product(all, *part.exact);
        }
        return exactly(std::move(all));
    }

    // {n}, {n,} or {n,m}; anything else in braces is literal text. An open end gives most = -1.
    bool counted(int& least, int& most) {
        const std::size_t start = at_;
        if (accept("{") && number(least)) {
            most = least;
            if (accept(",")) {
                most = -1;
                number(most);
            }
            if (accept("}")) {
                return true;
            }
        }
        at_ = start;
        return false;
    }

    bool number(int& value) {
        std::size_t digits = 0;
        int parsed = 0;
        while (!at_end() && peek() >= '0' && peek() <= '9' && digits < 5) {
            parsed = parsed * 10 + (peek() - '0');
            ++at_;
            ++digits;
        }
        if (digits > 0) {
            value = parsed;
        }
        return digits > 0;
    }

    Part atom() {
        switch (peek()) {
            case '(':
                return group();
            case '[':
                return character_class();
            case '.':
                ++at_;
                return anything();
            case '^':
            case '$':
                ++at_;
                return exactly({""});
            case '\\':
                return escape();
            default:
                return exactly({next_character()});
        }
    }

    Part group() {
        ++at_;
        if (accept("?P<")) {
            while (!at_end() && !accept(">")) {
                ++at_;
            }
        } else if (accept("?") && !accept(":")) {
            is_lost_ = true;  // Flags change what literals mean.
            return anything();
        }
        Part inner = alternation();
        is_lost_ = is_lost_ || !accept(")");
        return inner;
    }

    Part escape() {
        ++at_;
        if (at_end()) {
            is_lost_ = true;
            return anything();
        }
        const char kind = peek();
        if (const auto plain = plain_escape(kind)) {
            ++at_;
            return exactly({std::string(1, *plain)});
        }
        ++at_;
        if (kind == 'b' || kind == 'B' || kind == 'A' || kind == 'z') {
            return exactly({""});
        }
        if (kind == 'd') {
            return exactly(digits());
        }
        constexpr std::string_view kClasses = "DwWsSC";
        is_lost_ = kClasses.find(kind) == std::string_view::npos;
        return anything();
    }

    static Strings digits() { return {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}; }

    static std::optional<char> plain_escape(char kind) {
        const bool is_word = (kind >= '0' && kind <= '9') || (kind >= 'a' && kind <= 'z') ||
                             (kind >= 'A' && kind <= 'Z');
        if (kind == 'n') {
            return '\n';
        }
        if (kind == 't') {
            return '\t';
        }
        return is_word || static_cast<unsigned char>(kind) >= 0x80 ? std::nullopt
                                                                   : std::optional<char>(kind);
    }

    // [abc] with few members gives them; ranges, negation and classes in it count as any character.
    Part character_class() {
        ++at_;
        bool is_simple = !accept("^");
        Strings members;
        if (accept("]")) {
            members.emplace_back("]");
        }
        while (!at_end() && peek() != ']') {
            if (accept("[:")) {
                is_simple = false;
                while (!at_end() && !accept(":]")) {
                    ++at_;
                }
                continue;
            }
            if (accept("\\")) {
                is_simple = class_escape(members) && is_simple;
                continue;
            }
            members.push_back(next_character());
            if (!at_end() && peek() == '-' && pattern_.substr(at_ + 1, 1) != "]") {
                is_simple = false;  // A range; its end is read as one more member.
                ++at_;
            }
        }
        is_lost_ = is_lost_ || !accept("]");
        if (!is_simple || members.size() > kMaxClassMembers) {
            return anything();
        }
        sort_unique(members);
        return exactly(std::move(members));
    }

    // The character after a backslash in a class; false when it stands for more than itself.
    bool class_escape(Strings& members) {
        if (at_end()) {
            is_lost_ = true;
            return false;
        }
        const char kind = peek();
        const auto plain = plain_escape(kind);
        if (plain) {
            members.emplace_back(1, *plain);
        }
        if (kind == 'd') {
            for (std::string& digit : digits()) {
                members.push_back(std::move(digit));
            }
            ++at_;
            return true;
        }
        if (kind == 'x' || kind == 'p' || kind == 'P' || kind == 'Q') {
            is_lost_ = true;
        }
        ++at_;
        return plain.has_value();
    }

    std::string_view pattern_;
    std::size_t at_ = 0;
    bool is_lost_ = false;
};

}  // namespace

LiteralSets literal_sets_required_by(std::string_view pattern) {
    LiteralSets sets = required_by(Parser(pattern).parse());
    std::erase_if(
        sets, [](const Strings& set) { return !std::all_of(set.begin(), set.end(), is_telling); });
    for (Strings& set : sets) {
        shorten(set);
        drop_redundant(set);
    }
    return sets;
}

std::vector<std::string> literals_required_by(std::string_view pattern) {
    LiteralSets sets = literal_sets_required_by(pattern);
    return sets.empty() ? std::vector<std::string>() : std::move(sets.front());
}

}  // namespace suowen::text
