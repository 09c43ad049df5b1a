// SPDX-License-Identifier: Apache-2.0
#include "analysis/quoted_words.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "text/whole_words.h"

namespace suowen::analysis {
namespace {

// Function characters that words begin or end with all the same: 不保修, 好友, 上门, 多久, 收到.
constexpr std::u32string_view kMayBegin = U"不没好上下中一多";
constexpr std::u32string_view kMayEnd = U"到";

// Characters that join what stands on both sides, so that no piece begins or ends with them.
constexpr std::u32string_view kJoining = U"已但且并该而";

bool overlap(const ByteRange& a, const ByteRange& b) {
    return a.begin < b.end && b.begin < a.end;
}

// Ranges come in the order of their begins.
void add(std::vector<ByteRange>& ranges, const ByteRange& range) {
    if (!ranges.empty() && overlap(ranges.back(), range)) {
        ranges.back().end = std::max(ranges.back().end, range.end);
    } else {
        ranges.push_back(range);
    }
}

// A Chinese character has three bytes but for rare ones, at which words end here.
constexpr std::size_t kHanBytes = 3;

class Widener {
public:
    Widener(std::string_view question,
            const std::vector<std::size_t>& pauses,
            const std::vector<ByteRange>& matched,
            const std::vector<Token>& reply)
        : question_(question), pauses_(pauses), matched_(matched), reply_(reply) {}

    // A pair of Chinese characters with those around it that belong to it; of other scripts the
    // whole word or number.
    [[nodiscard]] ByteRange widened(ByteRange words) const {
        if (!is_han(words.begin)) {
            return text::whole_words(question_, words);
        }
        while (goes_on_before(words.begin, is_content)) {
            words.begin -= kHanBytes;
        }
        if (goes_on_before(words.begin, [](char32_t c) { return is_one_of(c, kMayBegin); })) {
            words.begin -= kHanBytes;
        }
        while (goes_on_behind(words.end, is_content)) {
            words.end += kHanBytes;
        }
        if (goes_on_behind(words.end, [](char32_t c) { return is_one_of(c, kMayEnd); })) {
            words.end += kHanBytes;
        }
        while (words.size() > kHanBytes && is_joining(words.begin)) {
            words.begin += kHanBytes;
        }
        while (words.size() > kHanBytes && is_joining(words.end - kHanBytes)) {
            words.end -= kHanBytes;
        }
        return words;
    }

private:
    static bool is_one_of(char32_t c, std::u32string_view set) {
        return set.find(c) != std::u32string_view::npos;
    }

    [[nodiscard]] bool is_joining(std::size_t at) const {
        return is_han(at) && is_one_of(utf8::decode(question_, at).code_point, kJoining);
    }

    static bool is_content(char32_t c) { return !is_function_character(c); }

    [[nodiscard]] bool is_han(std::size_t at) const {
        const utf8::Decoded c = utf8::decode(question_, at);
        return c.bytes == kHanBytes && utf8::is_han(c.code_point);
    }

    template <class Takes>
    [[nodiscard]] bool goes_on_before(std::size_t begin, Takes takes) const {
        return begin >= kHanBytes && !is_pause(begin) &&
               is_free(begin - kHanBytes, begin - kHanBytes, takes);
    }

    template <class Takes>
    [[nodiscard]] bool goes_on_behind(std::size_t end, Takes takes) const {
        return end + kHanBytes <= question_.size() && !is_pause(end) &&
               is_free(end, end - kHanBytes, takes);
    }

    [[nodiscard]] bool is_pause(std::size_t at) const {
        return std::binary_search(pauses_.begin(), pauses_.end(), at);
    }

    // The character at `at` may be taken, and the reply does not say the pair that begins at
    // `pair`.
    template <class Takes>
    [[nodiscard]] bool is_free(std::size_t at, std::size_t pair, Takes takes) const {
        if (!is_han(at) || !takes(utf8::decode(question_, at).code_point)) {
            return false;
        }
        const ByteRange taken{at, at + kHanBytes};
        return std::none_of(matched_.begin(),
                            matched_.end(),
                            [&](const ByteRange& range) { return overlap(range, taken); }) &&
               !holds_han(reply_, question_.substr(pair, 2 * kHanBytes));
    }

    std::string_view question_;
    const std::vector<std::size_t>& pauses_;
    const std::vector<ByteRange>& matched_;
    const std::vector<Token>& reply_;
};

// By their places, each word of the question once.
void sort_out(std::vector<RelatedWords>& words) {
    std::sort(words.begin(), words.end(), [](const RelatedWords& a, const RelatedWords& b) {
        return std::tuple(a.asked.data(), a.asked.size(), a.said.data()) <
               std::tuple(b.asked.data(), b.asked.size(), b.said.data());
    });
    const auto is_same = [](const RelatedWords& a, const RelatedWords& b) {
        return a.asked == b.asked;
    };
    words.erase(std::unique(words.begin(), words.end(), is_same), words.end());
}

std::string_view text_of(const Token& token, const Utterance& said) {
    return said.text.substr(token.begin, token.end - token.begin);
}

// Not what both say, nor a part of what the other says: 注销账号, 注销.
void add_related(std::vector<RelatedWords>& words,
                 std::string_view asked,
                 std::string_view said,
                 const Utterance& reply) {
    const auto holds = [](std::string_view text, std::string_view part) {
        return text.find(part) != std::string_view::npos;
    };
    if (!holds(reply.text, asked) && !holds(asked, said)) {
        words.push_back({asked, said});
    }
}

}  // namespace

QuotedWords quoted_words(const QuestionReading& question, const Utterance& reply) {
    QuotedWords words;
    const std::vector<Token>& asked = question.said.tokens;
    std::vector<bool> is_said(asked.size());
    for_each_shared(asked, reply.tokens, [&](const Token& token, const Token& said) {
        is_said[static_cast<std::size_t>(&token - asked.data())] = true;
        if (token.is_field()) {
            add_related(words.related, text_of(token, question.said), text_of(said, reply), reply);
        }
    });
    sort_out(words.related);
    std::vector<ByteRange> others;
    for (const std::size_t place : question.telling) {
        const ByteRange range{asked[place].begin, asked[place].end};
        is_said[place] ? add(words.matched, range) : others.push_back(range);
    }
    const Widener widener(question.said.text, question.pauses, words.matched, reply.tokens);
    for (const ByteRange& range : others) {
        // Pairs overlap, so most are in the piece that the one before was widened to.
        if (!words.missing.empty() && range.end <= words.missing.back().end) {
            continue;
        }
        const bool is_cut =
            std::any_of(words.matched.begin(), words.matched.end(), [&](const ByteRange& said) {
                return overlap(said, range);
            });
        if (!is_cut) {
            add(words.missing, widener.widened(range));
        }
    }
    return words;
}

}  // namespace suowen::analysis
