// SPDX-License-Identifier: Apache-2.0
#include "analysis/reading.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "text/normalizer.h"

namespace suowen::analysis {
namespace {

std::vector<std::size_t> telling_of(const std::vector<Token>& words,
                                    const std::vector<std::size_t>& pauses) {
    constexpr float kTelling = 0.6F;
    const auto has_pause = [&pauses](const Token& word) {
        const auto pause = std::upper_bound(pauses.begin(), pauses.end(), word.begin);
        return pause != pauses.end() && *pause < word.end;
    };
    std::vector<std::size_t> telling;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].is_concept() && words[i].weight >= kTelling && !has_pause(words[i])) {
            telling.push_back(i);
        }
    }
    std::sort(telling.begin(), telling.end(), [&words](std::size_t a, std::size_t b) {
        return words[a].begin < words[b].begin;
    });
    return telling;
}

bool separates_parts(char32_t c) {
    constexpr std::u32string_view kSeparators = U" \n?,.!;\uFF1F\uFF0C\u3002\uFF01\uFF1B\u3001";
    return kSeparators.find(c) != std::u32string_view::npos;
}

// The first pieces of the original text (whose spaces still stand) that ask for something by
// themselves.
std::vector<QuestionPart> parts_of(std::string_view original) {
    constexpr std::size_t kShortestPart = 4;
    std::vector<QuestionPart> parts;
    std::size_t begin = 0;
    const bool is_spaced_script = std::all_of(
        original.begin(), original.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    const auto close = [&](std::size_t end) {
        if (end < begin + kShortestPart || parts.size() == kMaxQuestionParts) {
            return;
        }
        const std::string piece = text::normalized(original.substr(begin, end - begin));
        const Bits expects =
            signs_in(piece, Look::expectation).expects & ~bit(AnswerKind::document);
        if (expects != 0) {
            parts.push_back({tokens_of(piece), expects});
        }
    };
    for (std::size_t at = 0; at < original.size() && parts.size() < kMaxQuestionParts;) {
        const utf8::Decoded c = utf8::decode(original, at);
        at += c.bytes;
        if (separates_parts(c.code_point) && !(is_spaced_script && c.code_point == ' ')) {
            close(at);
            begin = at;
        }
    }
    close(original.size());
    return parts;
}

// What follows spaces that stand for commas: between Chinese characters, where normalizing removes
// them.
std::vector<std::size_t> pauses_in(std::string_view original) {
    std::vector<std::size_t> pauses;
    bool after_han = false;
    bool after_space = false;
    for (std::size_t at = 0; at < original.size();) {
        const utf8::Decoded c = utf8::decode(original, at);
        const std::size_t begin = at;
        at += c.bytes;
        if (c.code_point == ' ' || c.code_point == 0x3000) {
            after_space = after_han;
            continue;
        }
        after_han = utf8::is_han(c.code_point);
        if (after_space && after_han) {
            pauses.push_back(begin);
        }
        after_space = false;
    }
    return pauses;
}

// Raises the voice: an English text with a word in capitals, as in "I said TUESDAY". Four letters,
// since shorter ones are mostly abbreviations, and so is any in a Chinese text.
bool shouts(std::string_view original) {
    constexpr std::size_t kLetters = 4;
    std::size_t capitals = 0;
    bool is_loud = false;
    for (std::size_t at = 0; at < original.size();) {
        const utf8::Decoded c = utf8::decode(original, at);
        at += c.bytes;
        if (utf8::is_han(c.code_point)) {
            return false;
        }
        capitals = c.code_point >= 'A' && c.code_point <= 'Z' ? capitals + 1 : 0;
        is_loud = is_loud || capitals == kLetters;
    }
    return is_loud;
}

// The same places in the normalized text, which is that of the pieces between them.
std::vector<std::size_t> normalized_places(std::string_view original,
                                           const std::vector<std::size_t>& places) {
    std::vector<std::size_t> out;
    std::string normalized;
    std::size_t begin = 0;
    for (const std::size_t place : places) {
        text::normalize(original.substr(begin, place - begin), normalized);
        out.push_back(normalized.size());
        begin = place;
    }
    return out;
}

}  // namespace

Reading::Reading(std::string_view original) : original_(original) {
    text::normalize(original_, for_rules.normalized);
}

const QuestionReading& Reading::as_question() const {
    if (!question_) {
        Utterance said = utterance_of(normalized(), Look::question);
        said.signs.manners |= shouts(original_) ? bit(Manner::objects) : 0;
        std::vector<std::size_t> pauses = normalized_places(original_, pauses_in(original_));
        std::vector<std::size_t> telling = telling_of(said.tokens, pauses);
        question_ = {std::move(said), std::move(telling), std::move(pauses), parts_of(original_)};
    }
    return *question_;
}

const Utterance& Reading::as_reply() const {
    if (!reply_) {
        reply_ = utterance_of(normalized(), Look::reply);
        reply_->clauses += static_cast<unsigned>(pauses_in(original_).size());
    }
    return *reply_;
}

const std::vector<const Reading*>& Readings::of(const Conversation& conversation) {
    constexpr std::size_t kMaxKept = 2000;
    constexpr std::size_t kMaxKeptBytes = std::size_t{1} << 18U;
    if (recent_.size() > kMaxKept || recent_bytes_ > kMaxKeptBytes) {
        earlier_ = std::exchange(recent_, {});
        recent_bytes_ = 0;
    }
    readings_.clear();
    for (const Turn& turn : conversation.turns) {
        readings_.push_back(&of(turn.text));
    }
    return readings_;
}

const Reading& Readings::of(std::string_view text) {
    if (const auto known = recent_.find(text); known != recent_.end()) {
        return *known->second;
    }
    recent_bytes_ += text.size();
    if (auto known = earlier_.extract(text)) {
        return *recent_.insert(std::move(known)).position->second;
    }
    auto made = std::make_unique<Reading>(text);
    rules_->patterns->scan(made->normalized(), made->for_rules.candidates);
    const std::string_view key = made->original();
    return *recent_.emplace(key, std::move(made)).first->second;
}

}  // namespace suowen::analysis
