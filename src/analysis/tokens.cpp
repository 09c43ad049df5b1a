// SPDX-License-Identifier: Apache-2.0
#include "analysis/tokens.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <memory>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "analysis/lexicon.h"
#include "base/check.h"
#include "base/each_part.h"
#include "base/utf8.h"
#include "text/literal_scanner.h"

namespace suowen::analysis {
namespace {

// What a turn is about shows in its head; a longer text is a pasted document, which would cost
// memory without saying more.
constexpr std::size_t kMaxBytes = std::numeric_limits<std::uint16_t>::max();

constexpr float kPairWeight = 1.0F;
constexpr float kCharacterWeight = 0.35F;
constexpr float kCommonFactor = 0.3F;
constexpr float kStopFactor = 0.15F;
constexpr float kWordWeight = 1.2F;
constexpr float kNumberWeight = 0.6F;
constexpr float kConceptWeight = 1.0F;

// Words that are shared, in parts of a rare one.
constexpr float kSharedCommon = 0.5F;
constexpr float kSharedStop = 0.15F;
constexpr float kSharedStopWord = 0.05F;
constexpr float kSharedNumber = 0.5F;
constexpr float kSharedConcept = 0.5F;
constexpr float kSharedField = 1.0F;

std::uint32_t hash_of(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : bytes) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }
    return static_cast<std::uint32_t>(hash >> 32U);
}

Token mentioned(std::uint32_t id, float weight, float share) {
    return {hash_of("mentioned") ^ (id * 0x9E3779B1U), weight, share, 0, 0};
}

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// How common a Chinese character is. Those beyond the basic plane are all rare.
enum class Commonness : std::uint8_t { rare, common, stop };

class CharacterTable {
public:
    CharacterTable() {
        add(common_characters(), Commonness::common);
        add(stop_characters(), Commonness::stop);
    }

    [[nodiscard]] Commonness of(char32_t c) const {
        return c < table_.size() ? table_[c] : Commonness::rare;
    }

private:
    void add(std::string_view characters, Commonness how) {
        for (std::size_t at = 0; at < characters.size();) {
            const utf8::Decoded c = utf8::decode(characters, at);
            table_.at(c.code_point) = how;
            at += c.bytes;
        }
    }

    std::vector<Commonness> table_ = std::vector<Commonness>(0x10000);
};

std::unordered_set<std::string> words_of(std::string_view text) {
    std::unordered_set<std::string> set;
    each_part(text, ' ', [&](std::string_view word) { set.emplace(word); });
    return set;
}

// Snowball's English stemmer; one per thread, since it keeps its result in itself.
class Stemmer {
public:
    std::string_view stem(std::string_view word) {
        const sb_symbol* stemmed = sb_stemmer_stem(stemmer_.get(),
                                                   reinterpret_cast<const sb_symbol*>(word.data()),
                                                   static_cast<int>(word.size()));
        return stemmed == nullptr
                   ? word
                   : std::string_view(reinterpret_cast<const char*>(stemmed),
                                      static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
    }

private:
    std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer_{sb_stemmer_new("english", nullptr),
                                                                sb_stemmer_delete};
};

std::string_view stem_of(std::string_view word) {
    thread_local Stemmer stemmer;
    return stemmer.stem(word);
}

// The lexicon in the form in which texts are asked about it.
struct Tables {
    CharacterTable characters;
    std::unordered_set<std::string> stop_words = words_of(analysis::stop_words());
    std::unordered_set<std::string> common_stems;
    std::vector<Token> named;  // The concepts and then the fields.
    std::unordered_map<std::string, std::vector<std::uint32_t>> named_by_stem;
    text::LiteralScanner names;  // Those that are no single English word.

    Tables() {
        each_part(common_words(), ' ', [&](std::string_view word) {
            common_stems.emplace(stem_of(word));
        });
        text::LiteralScanner::Builder builder;
        for (const std::string_view words : analysis::concepts()) {
            add_named(builder, words, kConceptWeight, kSharedConcept);
        }
        each_part(analysis::fields(), '\n', [&](std::string_view line) {
            if (!line.starts_with('#')) {
                constexpr std::string_view kColon = ": ";
                add_named(builder, line.substr(line.find(kColon) + kColon.size()), 0, kSharedField);
            }
        });
        names = std::move(builder).build();
    }

private:
    void add_named(text::LiteralScanner::Builder& builder,
                   std::string_view words,
                   float weight,
                   float share) {
        const auto id = static_cast<std::uint32_t>(named.size());
        named.push_back(mentioned(id, weight, share));
        each_part(words, '|', [&](std::string_view word) {
            // A single English word must stand alone ("pin" is not in "shipping").
            if (std::all_of(word.begin(), word.end(), is_word_byte)) {
                named_by_stem[std::string(stem_of(word))].push_back(id);
            } else {
                builder.add(word, id);
            }
        });
    }
};

const Tables& tables() {
    static const Tables kTables;
    return kTables;
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text.substr(0, kMaxBytes)), tables_(tables()) {
        constexpr std::size_t kLikely = 2;  // Bytes a token.
        tokens_.reserve(text_.size() / kLikely);
    }

    std::vector<Token> read() {
        for (std::size_t at = 0; at < text_.size();) {
            if (is_word_byte(text_[at])) {
                at = read_word(at);
                previous_ = 0;
                continue;
            }
            const utf8::Decoded c = utf8::decode(text_, at);
            if (utf8::is_han(c.code_point)) {
                read_han(c.code_point, at, c.bytes);
            } else {
                previous_ = 0;
            }
            at += c.bytes;
        }
        tables_.names.scan(text_, [&](std::uint32_t id, ByteRange range) { mention(id, range); });
        return unique();
    }

private:
    void add(std::uint32_t key, float weight, float share, std::size_t begin, std::size_t end) {
        tokens_.push_back({key,
                           weight,
                           share,
                           static_cast<std::uint16_t>(begin),
                           static_cast<std::uint16_t>(end)});
    }

    void mention(std::uint32_t id, ByteRange range) {
        Token token = tables_.named[id];
        if (token.is_field()) {
            token.begin = static_cast<std::uint16_t>(range.begin);
            token.end = static_cast<std::uint16_t>(range.end);
        }
        tokens_.push_back(token);
    }

    void mention_named(const std::string& stem, ByteRange range) {
        if (const auto known = tables_.named_by_stem.find(stem);
            known != tables_.named_by_stem.end()) {
            for (const std::uint32_t id : known->second) {
                mention(id, range);
            }
        }
    }

    void read_han(char32_t c, std::size_t at, std::size_t bytes) {
        constexpr std::array kFactors = {1.0F, kCommonFactor, kStopFactor};
        constexpr std::array kShares = {1.0F, kSharedCommon, kSharedStop};
        const Commonness common = tables_.characters.of(c);
        const bool is_stop = common == Commonness::stop;
        const float factor = kFactors.at(static_cast<std::size_t>(common));
        const float share = kShares.at(static_cast<std::size_t>(common));
        const std::size_t end = at + bytes;
        add(hash_of(text_.substr(at, bytes)), kCharacterWeight * factor, share, at, end);
        if (previous_ != 0) {
            // A pair with a stop character says less: 保了, 的车.
            const float pair = (factor + previous_factor_) / 2;
            add(hash_of(text_.substr(previous_at_, end - previous_at_)),
                kPairWeight * (is_stop || previous_is_stop_ ? pair * 0.4F : pair),
                (share + previous_share_) / 2,
                previous_at_,
                end);
        }
        previous_ = c;
        previous_at_ = at;
        previous_factor_ = factor;
        previous_share_ = share;
        previous_is_stop_ = is_stop;
    }

    std::size_t read_word(std::size_t begin) {
        std::size_t end = begin;
        bool has_digit = false;
        bool has_letter = false;
        while (end < text_.size() && (is_word_byte(text_[end]) || is_joint(end, has_digit))) {
            has_digit = has_digit || is_digit(text_[end]);
            has_letter = has_letter || (text_[end] >= 'a' && text_[end] <= 'z');
            ++end;
        }
        const std::string_view word = text_.substr(begin, end - begin);
        if (has_digit) {
            const float weight = has_letter ? kWordWeight : kNumberWeight;
            add(hash_of(word), weight, has_letter ? 1 : kSharedNumber, begin, end);
            mention_named(std::string(word), {begin, end});
        } else {
            add_english(begin, end);
        }
        return end;
    }

    // A point or apostrophe inside a word or number: 3.5, don't.
    [[nodiscard]] bool is_joint(std::size_t at, bool has_digit) const {
        return at + 1 < text_.size() && is_word_byte(text_[at + 1]) &&
               (text_[at] == '\'' || (text_[at] == '.' && has_digit));
    }

    void add_english(std::size_t begin, std::size_t end) {
        const std::string_view word = text_.substr(begin, end - begin);
        if (tables_.stop_words.count(std::string(word)) != 0) {
            add(hash_of(word), kWordWeight * kStopFactor, kSharedStopWord, begin, end);
            return;
        }
        if (word.size() < 2) {
            return;
        }
        const std::string stem(stem_of(word));
        const bool is_common = tables_.common_stems.count(stem) != 0;
        add(hash_of(stem),
            kWordWeight * (is_common ? kCommonFactor : 1.0F),
            is_common ? kSharedCommon : 1.0F,
            begin,
            end);
        mention_named(stem, {begin, end});
    }

    std::vector<Token> unique() {
        std::sort(tokens_.begin(), tokens_.end(), [](const Token& a, const Token& b) {
            return std::tie(a.key, a.begin) < std::tie(b.key, b.begin);
        });
        const auto end = std::unique(tokens_.begin(),
                                     tokens_.end(),
                                     [](const Token& a, const Token& b) { return a.key == b.key; });
        return {tokens_.begin(), end};  // No larger than it must be: it is kept.
    }

    std::string_view text_;
    const Tables& tables_;
    std::vector<Token> tokens_;
    char32_t previous_ = 0;
    std::size_t previous_at_ = 0;
    float previous_factor_ = 0;
    float previous_share_ = 0;
    bool previous_is_stop_ = false;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view normalized) {
    return Reader(normalized).read();
}

bool holds_han(const std::vector<Token>& tokens, std::string_view characters) {
    Token sought;
    sought.key = hash_of(characters);
    return std::binary_search(tokens.begin(), tokens.end(), sought, has_lower_key);
}

bool is_function_character(char32_t c) {
    return tables().characters.of(c) == Commonness::stop;
}

float weight_of(const std::vector<Token>& tokens) {
    float weight = 0;
    for (const Token& token : tokens) {
        weight += token.weight;
    }
    return weight;
}

std::vector<Token> merged(const std::vector<Token>& a, const std::vector<Token>& b) {
    if (a.empty()) {
        return b;  // Most questions have one turn.
    }
    std::vector<Token> all;
    all.reserve(a.size() + b.size());
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all), has_lower_key);
    return all;
}

}  // namespace suowen::analysis
