// SPDX-License-Identifier: Apache-2.0
#include "analysis/agreement.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace suowen::analysis {
namespace {

// More are not kept; a reader looks at the worst few.
constexpr std::size_t kMaxDisagreements = 1000;

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

std::size_t at(Verdict verdict) {
    return static_cast<std::size_t>(verdict);
}

bool is_relevant(Verdict verdict) {
    return verdict == Verdict::answered || verdict == Verdict::partial;
}

// How sure the relevance is of the wrong side.
double surety(const Disagreement& each) {
    constexpr double kUnscored = 0.25;
    if (!each.relevance || is_bad(each.labelled) == is_bad(each.found)) {
        return kUnscored * (is_bad(each.labelled) != is_bad(each.found) ? 2 : 1);
    }
    return 1 + (is_bad(each.labelled) ? *each.relevance : 1 - *each.relevance);
}

void keep_worst(std::vector<Disagreement>& all, std::size_t most) {
    std::stable_sort(all.begin(), all.end(), [](const Disagreement& a, const Disagreement& b) {
        return surety(a) > surety(b);
    });
    all.resize(std::min(all.size(), most));
}

std::string joined(const std::vector<std::uint32_t>& turns, const Conversation& conversation) {
    std::string text;
    for (const std::uint32_t turn : turns) {
        text += text.empty() ? "" : " / ";
        text += conversation.turns[turn].text;
    }
    return text;
}

Disagreement disagreement(const ConversationAudit& audit,
                          const ReplyAudit& reply,
                          Verdict labelled) {
    const Conversation& conversation = audit.conversation;
    const Turn& said = conversation.turns[reply.exchange.reply];
    return {fmt::format("{}:{}", path_of(conversation, said), said.line),
            std::string(conversation.id),
            reply.exchange.reply,
            labelled,
            reply.relevance.verdict,
            reply.relevance.score,
            joined(reply.exchange.question, conversation),
            std::string(said.text),
            reply.relevance.evidence};
}

}  // namespace

double Hits::precision() const {
    return ratio(static_cast<double>(both), static_cast<double>(found));
}

double Hits::recall() const {
    return ratio(static_cast<double>(both), static_cast<double>(labelled));
}

double Hits::f1() const {
    return ratio(2 * static_cast<double>(both), static_cast<double>(labelled + found));
}

void Agreement::add(const ConversationAudit& audit, const std::vector<RuleInfo>& rules) {
    std::map<std::uint32_t, const ReplyAudit*> replies;
    for (const ReplyAudit& reply : audit.replies) {
        replies[reply.exchange.reply] = &reply;
    }
    for (const TurnLabel& label : audit.conversation.labels) {
        const auto found = replies.find(label.turn);
        const std::optional<Verdict> labelled = verdict_from(label.verdict);
        if (found == replies.end() || !labelled) {
            ++unknown_labels_;
            continue;
        }
        add_verdict(audit, *found->second, *labelled);
        const std::set<std::string> wanted(label.risks.begin(), label.risks.end());
        std::set<std::string> had;
        for (const Finding& finding : found->second->findings) {
            had.insert(rules[finding.rule].category);
        }
        for (const std::string& category : wanted) {
            ++risks_[category].labelled;
            risks_[category].both += had.count(category);
        }
        for (const std::string& category : had) {
            ++risks_[category].found;
        }
        clean_ += wanted.empty() ? 1 : 0;
        clean_with_finding_ += wanted.empty() && !had.empty() ? 1 : 0;
    }
}

void Agreement::add_verdict(const ConversationAudit& audit,
                            const ReplyAudit& reply,
                            Verdict labelled) {
    ++replies_;
    ++counts_[at(labelled)][at(reply.relevance.verdict)];
    if (labelled != reply.relevance.verdict) {
        disagreements_.push_back(disagreement(audit, reply, labelled));
        if (disagreements_.size() > 2 * kMaxDisagreements) {
            keep_worst(disagreements_, kMaxDisagreements);
        }
    }
    const std::optional<double>& score = reply.relevance.score;
    if (!score || !(is_relevant(labelled) || is_bad(labelled))) {
        return;
    }
    (is_relevant(labelled) ? of_relevant_ : of_bad_).push_back(*score);
    const auto tenth = static_cast<std::size_t>(std::clamp(*score * 10, 0.0, 9.0));
    ++bins_[tenth].replies;
    bins_[tenth].relevant += is_relevant(labelled) ? 1 : 0;
    bins_[tenth].sum += *score;
}

std::uint64_t Agreement::count(Verdict labelled, Verdict found) const {
    return counts_[at(labelled)][at(found)];
}

double Agreement::accuracy() const {
    std::uint64_t agreed = 0;
    for (std::size_t i = 0; i < kVerdictCount; ++i) {
        agreed += counts_[i][i];
    }
    return ratio(static_cast<double>(agreed), static_cast<double>(replies_));
}

double Agreement::kappa() const {
    double chance = 0;
    for (std::size_t i = 0; i < kVerdictCount; ++i) {
        const Hits hits = of(static_cast<Verdict>(i));
        chance += ratio(static_cast<double>(hits.labelled), static_cast<double>(replies_)) *
                  ratio(static_cast<double>(hits.found), static_cast<double>(replies_));
    }
    return ratio(accuracy() - chance, 1 - chance);
}

Hits Agreement::of(Verdict verdict) const {
    Hits hits;
    hits.both = counts_[at(verdict)][at(verdict)];
    for (std::size_t i = 0; i < kVerdictCount; ++i) {
        hits.labelled += counts_[at(verdict)][i];
        hits.found += counts_[i][at(verdict)];
    }
    return hits;
}

Hits Agreement::bad() const {
    Hits hits;
    for (std::size_t i = 0; i < kVerdictCount; ++i) {
        for (std::size_t j = 0; j < kVerdictCount; ++j) {
            const bool is_labelled = is_bad(static_cast<Verdict>(i));
            const bool is_found = is_bad(static_cast<Verdict>(j));
            hits.labelled += is_labelled ? counts_[i][j] : 0;
            hits.found += is_found ? counts_[i][j] : 0;
            hits.both += is_labelled && is_found ? counts_[i][j] : 0;
        }
    }
    return hits;
}

Hits Agreement::all_risks() const {
    Hits all;
    for (const auto& [category, hits] : risks_) {
        all.labelled += hits.labelled;
        all.found += hits.found;
        all.both += hits.both;
    }
    return all;
}

std::optional<double> Agreement::auc() const {
    if (of_relevant_.empty() || of_bad_.empty()) {
        return std::nullopt;
    }
    std::vector<double> bad = of_bad_;
    std::sort(bad.begin(), bad.end());
    double won = 0;
    for (const double score : of_relevant_) {
        const auto [below, above] = std::equal_range(bad.begin(), bad.end(), score);
        won += static_cast<double>(below - bad.begin()) + static_cast<double>(above - below) / 2;
    }
    return won / (static_cast<double>(of_relevant_.size()) * static_cast<double>(bad.size()));
}

std::vector<Disagreement> Agreement::worst(std::size_t most) const {
    std::vector<Disagreement> all = disagreements_;
    keep_worst(all, most);
    return all;
}

}  // namespace suowen::analysis
