// SPDX-License-Identifier: Apache-2.0
#include "analysis/utterance.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace suowen::analysis {
namespace {

constexpr Bits kContentCues = bit(Cue::promise) | bit(Cue::refusal);

struct Clause {
    ByteRange span;
    Bits cues = 0;
};

bool ends_clause(char32_t c) {
    return c == ',' || c == '!' || c == '?' || c == ';' || c == '~' || c == '\n' || c == 0x3002 ||
           c == 0x2026 || c == ':';
}

std::vector<Clause> clauses_of(std::string_view text) {
    std::vector<Clause> clauses;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded c = utf8::decode(text, at);
        at += c.bytes;
        const bool is_full_stop =
            c.code_point == '.' && (at == text.size() || text[at] == ' ' || text[at] == '\n');
        if (ends_clause(c.code_point) || is_full_stop) {
            clauses.push_back({{begin, at}, 0});
            begin = at;
        }
    }
    if (begin < text.size()) {
        clauses.push_back({{begin, text.size()}, 0});
    }
    return clauses;
}

void mark(std::vector<Clause>& clauses, const CueHit& hit) {
    for (Clause& clause : clauses) {
        if (hit.span.begin < clause.span.end && hit.span.end > clause.span.begin) {
            clause.cues |= bit(hit.cue);
        }
    }
}

}  // namespace

bool ends_asking(const Utterance& said) {
    constexpr std::array<std::string_view, 5> kEndings = {"?", "吗", "嘛", "么", "没"};
    constexpr std::string_view kTrailing = " ~.!";
    const std::size_t last = said.text.find_last_not_of(kTrailing);
    const std::string_view text = said.text.substr(0, last + 1);
    return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
        return text.ends_with(ending);
    });
}

Utterance utterance_of(std::string_view normalized, Look look) {
    Utterance made;
    made.text = normalized;
    made.tokens = tokens_of(normalized);
    made.signs = signs_in(normalized, look);
    std::vector<Clause> clauses = clauses_of(normalized);
    made.clauses = static_cast<unsigned>(clauses.size());
    if (look == Look::reply) {
        made.wording = wording_of(normalized);
        const ReplyLeanings read = leanings_of_reply(normalized);
        made.leanings = read.leanings;
        made.doubtful = read.doubtful;
    } else if (look == Look::question) {
        made.leanings = leanings_of_question(normalized);
        made.leanings_as_reaction = leanings_of_reaction(normalized);
    }
    for (const CueHit& hit : made.signs.cues) {
        made.cues |= bit(hit.cue);
        mark(clauses, hit);
    }
    for (const GivenHit& hit : made.signs.given) {
        made.gives |= bit(hit.kind);
    }
    for (const Token& token : made.tokens) {
        made.squares += token.weight * token.weight;
        if (token.is_concept()) {
            continue;
        }
        made.weight += token.weight;
        const auto clause =
            std::partition_point(clauses.begin(), clauses.end(), [&](const Clause& candidate) {
                return candidate.span.end <= token.begin;
            });
        if (clause != clauses.end() && (clause->cues & ~kContentCues) == 0) {
            made.content += token.weight;
        }
    }
    return made;
}

Overlap overlap_of(const std::vector<Token>& question, const Utterance& reply) {
    Overlap overlap;
    overlap.room =
        static_cast<float>(question.size() + 1) * static_cast<float>(reply.tokens.size() + 1);
    float shared = 0;
    for_each_shared(question, reply.tokens, [&](const Token& token, const Token&) {
        shared += token.weight;
        overlap.shared += token.share;
    });
    if (const float asked = weight_of(question); asked > 0) {
        overlap.coverage = shared / asked;
    }
    return overlap;
}

}  // namespace suowen::analysis
