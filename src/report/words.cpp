// SPDX-License-Identifier: Apache-2.0
#include "report/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/utf8.h"
#include "text/personal_data.h"

namespace suowen::report {
namespace {

// U+FFFD itself takes three bytes; a byte that decodes to it is a bad one.
bool is_bad_byte(utf8::Decoded decoded) {
    return decoded.code_point == utf8::kReplacement && decoded.bytes == 1;
}

std::size_t valid_prefix(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        if (is_bad_byte(decoded)) {
            break;
        }
        at += decoded.bytes;
    }
    return at;
}

std::string valid(std::string words) {
    if (valid_prefix(words) == words.size()) {
        return words;
    }
    std::string out;
    return std::string(valid_utf8(words, out));
}

// The word as the masks of a text leave it wherever it overlaps personal data; empty where they
// leave it as it is.
std::string mask_of(std::string_view word,
                    std::string_view text,
                    const std::vector<ByteRange>& personal) {
    for (const ByteRange& piece : personal) {
        // Every place where the word overlaps the piece.
        const std::size_t before = std::min(piece.begin, word.size() - 1);
        const std::string_view seen = text.substr(0, piece.end + word.size() - 1);
        for (std::size_t at = seen.find(word, piece.begin - before); at != std::string_view::npos;
             at = seen.find(word, at + 1)) {
            std::string masked = text::masked(text, {at, at + word.size()});
            if (masked != word) {
                return valid(std::move(masked));
            }
        }
    }
    return {};
}

}  // namespace

std::string_view valid_utf8(std::string_view text, std::string& scratch) {
    std::size_t at = valid_prefix(text);
    if (at == text.size()) {
        return text;
    }
    scratch.assign(text.substr(0, at));
    while (at < text.size()) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        utf8::append(scratch, decoded.code_point);
        at += decoded.bytes;
    }
    return scratch;
}

std::string visible(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded c = utf8::decode(text, at);
        utf8::append(out,
                     utf8::is_hidden_control(c.code_point) ? utf8::kReplacement : c.code_point);
        at += c.bytes;
    }
    return out;
}

std::string shown(std::string_view words, Redaction redaction) {
    return valid(redaction == Redaction::mask ? text::masked(words) : std::string(words));
}

Diagnostic shown(Diagnostic diagnostic, Redaction redaction) {
    for (std::string* words : {&diagnostic.location.path, &diagnostic.message, &diagnostic.help}) {
        *words = shown(*words, redaction);
    }
    return diagnostic;
}

std::string shown_question(const Conversation& conversation,
                           const std::vector<std::uint32_t>& turns,
                           Redaction redaction,
                           std::string_view gap,
                           std::size_t most_bytes) {
    std::string words;
    for (const std::uint32_t turn : turns) {
        SUOWEN_CHECK(turn < conversation.turns.size());
        if (words.size() >= most_bytes) {
            return words + "…";
        }
        words += words.empty() ? std::string_view() : gap;
        words += shown(conversation.turns[turn].text,
                       redaction,
                       most_bytes - std::min(most_bytes, words.size()));
    }
    return words;
}

std::map<std::string, AgentCounts> shown(const std::map<std::string, AgentCounts>& by_agent,
                                         Redaction redaction) {
    std::map<std::string, AgentCounts> out;
    for (const auto& [name, counts] : by_agent) {
        out[shown(name, redaction)] += counts;
    }
    return out;
}

std::string shown(std::string_view text,
                  ByteRange range,
                  Redaction redaction,
                  std::size_t most_bytes) {
    const std::size_t end = std::min(range.end, text.size());
    const std::size_t begin = std::min(range.begin, end);
    const bool is_cut = end - begin > most_bytes;
    const std::size_t last =
        is_cut ? std::max(begin, character_boundary(text, begin + most_bytes)) : end;
    std::string words = redaction == Redaction::mask
                            ? text::masked(text, {begin, last})
                            : std::string(text.substr(begin, last - begin));
    words = valid(std::move(words));
    if (is_cut) {
        words += "…";
    }
    return words;
}

std::string shown(std::string_view text, Redaction redaction, std::size_t most_bytes) {
    return shown(text, {0, text.size()}, redaction, most_bytes);
}

void WordMask::read(const ReplyAudit& audit) {
    const Evidence& evidence = audit.relevance.evidence;
    current_.clear();
    if (redaction_ == Redaction::none) {
        return;
    }
    if (!evidence.matched.empty() || !evidence.missing.empty()) {
        for (const std::uint32_t turn : audit.exchange.question) {
            add(turn);
        }
    }
    if (!evidence.gives.empty()) {
        add(audit.exchange.reply);
    }
}

void WordMask::add(std::uint32_t turn) {
    SUOWEN_CHECK(turn < conversation_.turns.size());
    const auto [place, is_new] = texts_.try_emplace(turn);
    Text& text = place->second;
    if (is_new) {
        text.text = conversation_.turns[turn].text;
        for (const text::PersonalDataSpan& found : text::find_personal_data(text.text)) {
            text.personal.push_back(found.span);
        }
    }
    if (!text.personal.empty()) {
        current_.push_back(&text);
    }
}

std::string_view WordMask::shown(std::string_view word) {
    if (word.empty()) {
        return word;
    }
    for (Text* text : current_) {
        auto known = text->masks.find(word);
        if (known == text->masks.end()) {
            known = text->masks.emplace(word, mask_of(word, text->text, text->personal)).first;
        }
        if (!known->second.empty()) {
            return known->second;
        }
    }
    if (redaction_ == Redaction::none || text::find_personal_data(word).empty()) {
        return valid_utf8(word, scratch_);
    }
    return scratch_ = report::shown(word, redaction_);
}

long percent_of(double chance) {
    constexpr double kPercent = 100;
    constexpr double kMost = 0.99;
    return std::lrint(kPercent * std::min(kMost, chance));
}

std::vector<std::string> related_pairs(const Evidence& evidence) {
    std::vector<std::string> pairs;
    for (const auto& [asked, said] : evidence.related) {
        pairs.push_back(fmt::format("{} ~ {}", asked, said));
    }
    return pairs;
}

std::size_t character_boundary(std::string_view text, std::size_t at) {
    constexpr std::size_t kLongestTail = 3;
    if (at >= text.size()) {
        return text.size();
    }
    for (std::size_t back = 0; back <= std::min(kLongestTail, at); ++back) {
        const utf8::Decoded decoded = utf8::decode(text, at - back);
        if (decoded.bytes > back && !is_bad_byte(decoded)) {
            return at - back;
        }
    }
    return at;
}

}  // namespace suowen::report
