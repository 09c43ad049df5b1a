// SPDX-License-Identifier: Apache-2.0
#include "report/advice.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/verdict_counts.h"
#include "report/interval.h"
#include "report/labels.h"
#include "report/words.h"

namespace suowen::report {
namespace {

constexpr std::size_t kMostLines = 5;
constexpr std::size_t kMostExampleBytes = 160;

std::string_view pick(Language language, std::string_view zh, std::string_view en) {
    return language == Language::zh ? zh : en;
}

// "3 findings"; "3 new findings" where the report shows others too.
std::string counted_new(std::uint64_t number, const Summary& summary, Language language) {
    const bool has_others = summary.findings_known + summary.findings_suppressed > 0;
    return counted(number, has_others ? Noun::new_finding : Noun::finding, language);
}

std::string share_off_the_point(const Score& score, Language language) {
    return share_with_interval(score.bad, score.judged) + " " +
           std::string(label(Label::off_the_point, language));
}

}  // namespace

template <class Predicate>
std::uint64_t Advice::new_findings(const RunInfo& run, Predicate is_so) const {
    std::uint64_t sum = 0;
    for (const auto& [index, count] : new_by_rule_) {
        sum += is_so(run.rules.at(index)) ? count : 0;
    }
    return sum;
}

void Advice::add(const ConversationAudit& audit, const std::vector<RuleInfo>& rules) {
    const auto count = [&](const std::vector<Finding>& findings) {
        std::uint64_t fresh = 0;
        for (const Finding& finding : findings) {
            if (finding.state == FindingState::fresh && finding.rule < rules.size()) {
                ++new_by_rule_[finding.rule];
                ++fresh;
            }
        }
        return fresh;
    };
    for (const ReplyAudit& reply : audit.replies) {
        const Turn& turn = audit.conversation.turns.at(reply.exchange.reply);
        if (const std::uint64_t fresh = count(reply.findings); fresh > 0) {
            new_by_agent_[std::string(turn.name)] += fresh;
        }
        add(audit.conversation, reply);
    }
    for (const PendingAudit& question : audit.pending) {
        count(question.findings);
    }
}

void Advice::add(const Conversation& conversation, const ReplyAudit& reply) {
    const Relevance& relevance = reply.relevance;
    if (!is_judged(relevance.verdict)) {
        return;
    }
    const Turn& turn = conversation.turns.at(reply.exchange.reply);
    if (turn.role == Role::bot) {
        bot_ += score_of(reply);
    }
    const AnswerKind kind = relevance.evidence.expects;
    if (kind == AnswerKind::none) {
        return;
    }
    Asked& asked = by_kind_[kind];
    asked.score += score_of(reply);
    const double score = relevance.score.value_or(0);
    const bool is_good = relevance.verdict == Verdict::answered && reply.findings.empty() &&
                         !relevance.evidence.gives.empty() && !reply.exchange.question.empty();
    if (!is_good || score <= asked.best_score || turn.text.size() > kMostExampleBytes) {
        return;
    }
    const std::string_view question = conversation.turns.at(reply.exchange.question.back()).text;
    if (question.size() > kMostExampleBytes) {
        return;
    }
    asked.best_score = score;
    asked.question = shown(question, redaction_);
    asked.answer = shown(turn.text, redaction_);
}

std::vector<Measure> Advice::measures(const RunInfo& run,
                                      const Summary& summary,
                                      Language language) const {
    std::vector<Measure> all;
    for (Measure measure : {standards(run, language),
                            training(summary, language),
                            bot(language),
                            feedback(run, summary, language),
                            supervision(run, summary, language)}) {
        if (!measure.because.empty()) {
            all.push_back(std::move(measure));
        }
    }
    return all;
}

Measure Advice::standards(const RunInfo& run, Language language) const {
    Measure measure{
        std::string(pick(language,
                         "规范答复话术：先整改出现最多的问题说法",
                         "Standards for replies: first change what is found most often")),
        {}};
    std::vector<std::pair<std::uint32_t, std::uint64_t>> rules(new_by_rule_.begin(),
                                                               new_by_rule_.end());
    std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
        return a.second > b.second;
    });
    rules.resize(std::min(rules.size(), kMostLines));
    for (const auto& [index, count] : rules) {
        const RuleInfo& rule = run.rules.at(index);
        measure.because.push_back(fmt::format("{} {} ×{}{}{}",
                                              rule.id,
                                              in(rule.title, language),
                                              count,
                                              label(Label::colon, language),
                                              in(rule.advice, language)));
    }
    return measure;
}

Measure Advice::training(const Summary& summary, Language language) const {
    Measure measure{
        std::string(pick(language, "培训：优先辅导以下客服", "Training: start with these agents")),
        {}};
    Scorecards cards = agent_cards(summary);
    std::erase_if(cards, [](const auto& card) { return card.second.total.bad == 0; });
    for (const auto* card : ranked(cards)) {
        if (measure.because.size() == kMostLines) {
            break;
        }
        const auto& [name, scores] = *card;
        const auto found = new_by_agent_.find(name);
        measure.because.push_back(fmt::format(
            "{}{}{}{}{}",
            name.empty() ? std::string(label(Label::unnamed, language)) : shown(name, redaction_),
            label(Label::colon, language),
            share_off_the_point(scores.total, language),
            label(Label::comma, language),
            counted_new(found == new_by_agent_.end() ? 0 : found->second, summary, language)));
    }
    if (are_any_small(cards)) {
        measure.because.push_back(few_replies_note(language));
    }
    return measure;
}

Measure Advice::bot(Language language) const {
    Measure measure{std::string(pick(language,
                                     "智能客服：补充知识库，答不了的及时转人工",
                                     "The bot: teach it the answers, hand over what it cannot "
                                     "answer")),
                    {}};
    if (bot_.bad > 0) {
        measure.because.push_back(
            fmt::format("{} {}",
                        share_with_interval(bot_.bad, bot_.judged),
                        pick(language,
                             "的机器人回复未切题",
                             "of the bot's replies to a question are off the point")));
    }
    return measure;
}

Measure Advice::feedback(const RunInfo& run, const Summary& summary, Language language) const {
    Measure measure{std::string(pick(language,
                                     "反馈渠道：提问有人答复，投诉有人受理",
                                     "Feedback: every question gets a reply, every complaint is "
                                     "taken up")),
                    {}};
    if (summary.unanswered > 0) {
        measure.because.push_back(counted(summary.unanswered, Noun::question, language) +
                                  std::string(label(Label::gap, language)) +
                                  std::string(label(Label::nobody_answered, language)));
    }
    for (const char* category : {"complaint_obstruction", "untimely"}) {
        const std::uint64_t count =
            new_findings(run, [&](const RuleInfo& rule) { return rule.category == category; });
        if (count > 0) {
            measure.because.push_back(fmt::format("{}{}{}",
                                                  title_of_category(category, language),
                                                  label(Label::colon, language),
                                                  counted_new(count, summary, language)));
        }
    }
    return measure;
}

Measure Advice::supervision(const RunInfo& run, const Summary& summary, Language language) const {
    Measure measure{std::string(pick(language,
                                     "监督考核：优先复核严重和高风险的发现，统一难答提问的答复口径",
                                     "Supervision: review the grave findings first, settle the "
                                     "answers that agents do not have")),
                    {}};
    const std::uint64_t grave =
        new_findings(run, [](const RuleInfo& rule) { return rule.severity >= Severity::high; });
    if (grave > 0) {
        measure.because.push_back(fmt::format("{}{}{}{}{}",
                                              title_of(Severity::critical, language),
                                              label(Label::list_separator, language),
                                              title_of(Severity::high, language),
                                              label(Label::colon, language),
                                              counted_new(grave, summary, language)));
    }
    std::vector<std::pair<AnswerKind, const Asked*>> kinds;
    for (const auto& [kind, asked] : by_kind_) {
        if (asked.score.bad > 0) {
            kinds.emplace_back(kind, &asked);
        }
    }
    std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
        const Score& one = a.second->score;
        const Score& other = b.second->score;
        return interval_of(one.bad, one.judged).from > interval_of(other.bad, other.judged).from;
    });
    kinds.resize(std::min(kinds.size(), kMostLines));
    for (const auto& [kind, asked] : kinds) {
        std::string line = fmt::format("{}{}{}{}",
                                       pick(language, "询问", "asked for "),
                                       title_of(kind, language),
                                       label(Label::colon, language),
                                       share_off_the_point(asked->score, language));
        line += asked->answer.empty()
                    ? std::string(pick(language,
                                       "；记录中没有可作范例的答复",
                                       "; no reply in this log can serve as an example"))
                    : fmt::format("{}“{}” → “{}”",
                                  pick(language, "；可作范例：", "; a good example: "),
                                  asked->question,
                                  asked->answer);
        measure.because.push_back(std::move(line));
    }
    return measure;
}

}  // namespace suowen::report
