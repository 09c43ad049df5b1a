// SPDX-License-Identifier: Apache-2.0
#include "report/highlights.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/check.h"
#include "report/labels.h"
#include "report/words.h"

namespace suowen::report {
namespace {

constexpr std::size_t kMostQuestionBytes = 360;
constexpr std::size_t kMostReplyBytes = 480;
constexpr std::size_t kMostMatchBytes = 300;
constexpr std::size_t kContextBytes = 120;

const Turn& turn_at(const Conversation& conversation, std::uint32_t index) {
    SUOWEN_CHECK(index < conversation.turns.size());
    return conversation.turns[index];
}

Place place_of(const Conversation& conversation, const Turn& turn, Redaction redaction) {
    Place place;
    place.path = shown(path_of(conversation, turn), redaction);
    place.line = turn.line;
    place.conversation = shown(conversation.id, redaction);
    place.speaker = shown(turn.name, redaction);
    place.role = turn.role;
    place.time = time_words(turn.time);
    return place;
}

// The greater, the surer it is that the reply is off the point, and then the further off it is.
using Badness = std::pair<double, double>;

Badness badness_of(const std::optional<double>& certainty, double score) {
    return {certainty.value_or(1), -score};
}

Badness badness_of(const WorstReply& reply) {
    return badness_of(reply.certainty, reply.score);
}

}  // namespace

Highlights::Highlights(Redaction redaction, std::size_t most_findings, std::size_t most_replies)
    : redaction_(redaction), most_findings_(most_findings), most_replies_(most_replies) {}

void Highlights::add(const ConversationAudit& audit, const std::vector<RuleInfo>& rules) {
    const auto add = [&](const Finding& finding, const Exchange* exchange, const auto& asked) {
        SUOWEN_CHECK(finding.rule < rules.size());
        const RuleInfo& rule = rules[finding.rule];
        if (finding.state == FindingState::fresh) {
            add_finding(audit.conversation, finding, exchange, rule.severity, wait_of(rule, asked));
        }
    };
    for (const ReplyAudit& reply : audit.replies) {
        for (const Finding& finding : reply.findings) {
            add(finding, &reply.exchange, reply.exchange);
        }
        add_reply(audit.conversation, reply);
    }
    for (const PendingAudit& question : audit.pending) {
        for (const Finding& finding : question.findings) {
            add(finding, nullptr, question.pending);
        }
    }
}

void Highlights::add_finding(const Conversation& conversation,
                             const Finding& finding,
                             const Exchange* exchange,
                             Severity severity,
                             std::optional<Milliseconds> waited) {
    const bool is_full = findings_.size() == most_findings_;
    if (most_findings_ == 0 || (is_full && severity < findings_.back().severity)) {
        return;
    }
    const Turn& turn = turn_at(conversation, finding.turn);
    const std::size_t begin = std::min(finding.span.begin, turn.text.size());
    const std::size_t digest = std::hash<std::string_view>{}(
        turn.text.substr(begin, std::max(finding.span.end, begin) - begin));
    for (WorstFinding& known : findings_) {
        if (known.rule == finding.rule && known.words_digest == digest) {
            ++known.repeats;
            return;
        }
    }
    if (is_full && severity == findings_.back().severity) {
        return;
    }
    WorstFinding worst;
    worst.rule = finding.rule;
    worst.severity = severity;
    worst.place = place_of(conversation, turn, redaction_);
    if (exchange != nullptr && is_reply(turn.role)) {
        worst.question = question_words(conversation, exchange->question);
    } else if (exchange != nullptr) {
        worst.reply = reply_words(turn_at(conversation, exchange->reply));
    }
    worst.words = excerpt(turn.text, finding.span);
    worst.statutes = finding.statutes;
    worst.waited = waited;
    worst.words_digest = digest;
    const auto place = std::upper_bound(
        findings_.begin(), findings_.end(), severity, [](Severity value, const WorstFinding& item) {
            return value > item.severity;
        });
    findings_.insert(place, std::move(worst));
    findings_.resize(std::min(findings_.size(), most_findings_));
}

void Highlights::add_reply(const Conversation& conversation, const ReplyAudit& audit) {
    const Relevance& relevance = audit.relevance;
    if (!is_bad(relevance.verdict) || most_replies_ == 0) {
        return;
    }
    const Turn& turn = turn_at(conversation, audit.exchange.reply);
    const std::size_t digest = std::hash<std::string_view>{}(turn.text);
    std::uint64_t repeats = times_before(digest);
    const auto known =
        std::find_if(replies_.begin(), replies_.end(), [digest](const WorstReply& each) {
            return each.words_digest == digest;
        });
    if (known != replies_.end()) {
        repeats = ++known->repeats;
    }
    const double score = relevance.score.value_or(0);
    const Badness badness = badness_of(relevance.certainty, score);
    const WorstReply* rival = known != replies_.end()            ? &*known
                              : replies_.size() == most_replies_ ? &replies_.back()
                                                                 : nullptr;
    if (rival != nullptr && badness <= badness_of(*rival)) {
        return;
    }
    if (known != replies_.end()) {
        replies_.erase(known);
    }
    WorstReply worst;
    worst.verdict = relevance.verdict;
    worst.certainty = relevance.certainty;
    worst.score = score;
    worst.place = place_of(conversation, turn, redaction_);
    worst.question = question_words(conversation, audit.exchange.question);
    worst.reply = reply_words(turn);
    WordMask mask(conversation, redaction_);
    mask.read(audit);
    worst.evidence = relevance.evidence;
    for (auto* list : {&worst.evidence.matched, &worst.evidence.missing, &worst.evidence.gives}) {
        for (std::string& word : *list) {
            word = mask.shown(word);
        }
    }
    worst.repeats = repeats;
    worst.words_digest = digest;
    const auto place = std::upper_bound(
        replies_.begin(),
        replies_.end(),
        badness,
        [](const Badness& value, const WorstReply& item) { return value > badness_of(item); });
    replies_.insert(place, std::move(worst));
    replies_.resize(std::min(replies_.size(), most_replies_));
}

std::uint64_t Highlights::times_before(std::size_t words_digest) {
    // What is said again and again is said early; more texts would take memory with the log.
    constexpr std::size_t kMostTexts = 65536;
    if (times_said_.size() == kMostTexts && !times_said_.contains(words_digest)) {
        return 0;
    }
    return times_said_[words_digest]++;
}

std::string Highlights::question_words(const Conversation& conversation,
                                       const std::vector<std::uint32_t>& question) const {
    return shown_question(conversation, question, redaction_, "\n", kMostQuestionBytes);
}

std::string Highlights::reply_words(const Turn& turn) const {
    return shown(turn.text, redaction_, kMostReplyBytes);
}

Excerpt Highlights::excerpt(std::string_view text, ByteRange match) const {
    const std::size_t end = std::min(match.end, text.size());
    const std::size_t begin = std::min(match.begin, end);
    const bool is_short = text.size() <= kMostReplyBytes;
    const std::size_t first =
        is_short || begin <= kContextBytes ? 0 : character_boundary(text, begin - kContextBytes);
    Excerpt out;
    out.before = (first == 0 ? "" : "…") + shown(text, {first, begin}, redaction_, begin);
    out.match = shown(text, {begin, end}, redaction_, kMostMatchBytes);
    out.after =
        shown(text, {end, text.size()}, redaction_, is_short ? kMostReplyBytes : kContextBytes);
    return out;
}

}  // namespace suowen::report
