// SPDX-License-Identifier: Apache-2.0
#include "report/words.h"

#include <algorithm>

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
                           Redaction redaction) {
    std::string words;
    for (const std::uint32_t turn : turns) {
        SUOWEN_CHECK(turn < conversation.turns.size());
        words += words.empty() ? "" : " ";
        words += shown(conversation.turns[turn].text, redaction);
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

void WordMask::read(const Conversation& conversation, const ReplyAudit& audit) {
    const Evidence& evidence = audit.relevance.evidence;
    pieces_.clear();
    if (!evidence.matched.empty() || !evidence.missing.empty()) {
        for (const std::uint32_t index : audit.exchange.question) {
            SUOWEN_CHECK(index < conversation.turns.size());
            add(conversation.turns[index].text);
        }
    }
    if (!evidence.gives.empty()) {
        SUOWEN_CHECK(audit.exchange.reply < conversation.turns.size());
        add(conversation.turns[audit.exchange.reply].text);
    }
}

void WordMask::add(std::string_view text) {
    if (redaction_ == Redaction::mask) {
        for (const text::PersonalDataSpan& found : text::find_personal_data(text)) {
            pieces_.push_back({text, found.span});
        }
    }
}

std::string_view WordMask::shown(std::string_view word) {
    if (word.empty()) {
        return word;
    }
    for (const Piece& piece : pieces_) {
        // Every place where the word overlaps the piece.
        const std::size_t before = std::min(piece.span.begin, word.size() - 1);
        const std::string_view seen = piece.text.substr(0, piece.span.end + word.size() - 1);
        for (std::size_t at = seen.find(word, piece.span.begin - before);
             at != std::string_view::npos;
             at = seen.find(word, at + 1)) {
            std::string masked = text::masked(piece.text, {at, at + word.size()});
            if (masked != word) {
                return scratch_ = valid(std::move(masked));
            }
        }
    }
    if (redaction_ == Redaction::none || text::find_personal_data(word).empty()) {
        return valid_utf8(word, scratch_);
    }
    return scratch_ = report::shown(word, redaction_);
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
