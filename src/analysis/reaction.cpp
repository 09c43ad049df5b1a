// SPDX-License-Identifier: Apache-2.0
#include "analysis/reaction.h"

#include <chrono>
#include <cmath>

namespace suowen::analysis {
namespace {

// A customer's further words tell no more.
constexpr std::size_t kMaxTokens = 2000;

}  // namespace

ReactionKind kind_of(const Reaction& reaction) {
    constexpr float kMuch = 0.25F;
    if (reaction.asks_again > kMuch) {
        return ReactionKind::asks_again;
    }
    if (reaction.objects && !reaction.accepts) {
        return ReactionKind::objects;
    }
    return reaction.accepts ? ReactionKind::accepts : ReactionKind::none;
}

Reactions::Reactions(const std::vector<Turn>& turns, std::span<const Reading* const> readings)
    : turns_(turns), readings_(readings) {
    while (first_reply_ < turns.size() && !is_reply(turns[first_reply_].role)) {
        ++first_reply_;
    }
}

Reaction Reactions::to(std::uint32_t turn,
                       const std::vector<Token>& question,
                       const std::vector<Token>& earlier) {
    if (turn >= begin_) {
        read_customer_after(turn);
    }
    Reaction reaction = common_;
    reaction.is_last = reaction.is_silence && turn > first_reply_;
    reaction.is_followed = is_followed(turn);
    if (!reaction.is_silence) {
        compare(reaction, question, earlier, readings_[turn]->as_reply());
    }
    return reaction;
}

void Reactions::compare(Reaction& reaction,
                        const std::vector<Token>& question,
                        const std::vector<Token>& earlier,
                        const Utterance& reply) const {
    std::vector<bool> is_missed(said_.size());
    const auto place = [this](const Token& token) {
        return static_cast<std::size_t>(&token - said_.data());
    };
    float again = 0;
    for_each_shared(said_, question, [&](const Token& token, const Token& asked) {
        is_missed[place(token)] = true;
        again += asked.weight;
    });
    for_each_shared(
        said_, earlier, [&](const Token& token, const Token&) { is_missed[place(token)] = true; });
    float taken_up = 0;
    for_each_shared(said_, reply.tokens, [&](const Token& token, const Token& told) {
        is_missed[place(token)] = false;
        taken_up += token.weight * told.weight;
    });
    if (const float asked = weight_of(question); asked > 0) {
        reaction.asks_again = again / asked;
    }
    if (said_squares_ > 0 && reply.squares > 0) {
        reaction.takes_up = taken_up / std::sqrt(reply.squares * said_squares_);
    }
    if (const float all = weight_of(said_); all > 0 && !reaction.accepts) {
        float missed = 0;
        for (std::size_t i = 0; i < said_.size(); ++i) {
            missed += is_missed[i] ? said_[i].weight : 0;
        }
        reaction.comes_back = missed / all;
    }
}

bool Reactions::is_followed(std::uint32_t turn) const {
    constexpr auto kAtOnce = std::chrono::minutes(10);
    if (turn >= last_reply_) {
        return false;
    }
    std::uint32_t next = turn + 1;
    while (!is_reply(turns_[next].role)) {
        ++next;
    }
    const auto& from = turns_[turn].time.at;
    const auto& to = turns_[next].time.at;
    return !from || !to || to->instant - from->instant <= kAtOnce;
}

void Reactions::read_customer_after(std::uint32_t turn) {
    common_ = {};
    said_.clear();
    said_squares_ = 0;
    last_reply_ = turn;
    begin_ = turn + 1;
    while (begin_ < turns_.size() && turns_[begin_].role != Role::customer) {
        if (is_reply(turns_[begin_].role)) {
            last_reply_ = begin_;
        }
        ++begin_;
    }
    common_.is_silence = begin_ == turns_.size();
    common_.is_small_talk = !common_.is_silence;
    for (std::uint32_t i = begin_; i < turns_.size() && !is_reply(turns_[i].role); ++i) {
        if (turns_[i].role != Role::customer) {
            continue;
        }
        const Utterance& said = readings_[i]->as_question().said;
        if (i == begin_) {
            common_.accepts = said.signs.has(Manner::accepts);
            common_.leanings = said.leanings_as_reaction;
        }
        common_.objects |= said.signs.has(Manner::objects);
        common_.goes_on = said.signs.has(Manner::goes_on);
        common_.asks |= said.signs.asks;
        common_.gives_data |=
            said.signs.has(Manner::numbers) || turns_[i].kind == TurnKind::attachment;
        common_.is_small_talk &= said.signs.is_small_talk;
        common_.weight += said.weight;
        if (said_.size() < kMaxTokens) {
            said_ = merged(said_, said.tokens);
        }
    }
    for (const Token& token : said_) {
        said_squares_ += token.weight * token.weight;
    }
}

}  // namespace suowen::analysis
