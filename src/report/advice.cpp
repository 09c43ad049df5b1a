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

std::uint64_t count_in(const std::map<std::string, std::uint64_t>& counts, const char* name) {
    const auto found = counts.find(name);
    return found == counts.end() ? 0 : found->second;
}

}  // namespace

void Advice::add(const ConversationAudit& audit, const std::vector<RuleInfo>& rules) {
    const auto count = [&](const std::vector<Finding>& findings) {
        for (const Finding& finding : findings) {
            if (finding.state == FindingState::fresh && finding.rule < rules.size()) {
                ++by_rule_[finding.rule];
            }
        }
    };
    for (const ReplyAudit& reply : audit.replies) {
        count(reply.findings);
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
    const bool is_off = is_bad(relevance.verdict);
    if (turn.role == Role::bot) {
        ++bot_judged_;
        bot_bad_ += is_off ? 1 : 0;
    }
    const AnswerKind kind = relevance.evidence.expects;
    if (kind == AnswerKind::none) {
        return;
    }
    Asked& asked = by_kind_[kind];
    ++asked.judged;
    asked.bad += is_off ? 1 : 0;
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
                            feedback(summary, language),
                            supervision(summary, language)}) {
        if (!measure.because.empty()) {
            all.push_back(std::move(measure));
        }
    }
    return all;
}

Measure Advice::standards(const RunInfo& run, Language language) const {
    Measure measure{std::string(pick(language,
                                     "制定答复标准：先改最常命中的说法",
                                     "Standards of speech: change what is found most often first")),
                    {}};
    std::vector<std::pair<std::uint32_t, std::uint64_t>> rules(by_rule_.begin(), by_rule_.end());
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

// By the lower end of the interval: three bad replies of four do not rank before 300 of 1,000.
Measure Advice::training(const Summary& summary, Language language) const {
    Measure measure{
        std::string(pick(language, "培训：这些客服先来", "Training: these agents first")), {}};

    struct Ranked {
        const std::string* name;
        const AgentCounts* counts;
        double at_least;
    };

    std::vector<Ranked> agents;
    for (const auto& [name, counts] : summary.by_agent) {
        const std::uint64_t bad = bad_replies(counts.by_verdict);
        if (bad > 0) {
            agents.push_back(
                {&name, &counts, interval_of(bad, judged_replies(counts.by_verdict)).from});
        }
    }
    std::stable_sort(agents.begin(), agents.end(), [](const Ranked& a, const Ranked& b) {
        return a.at_least > b.at_least;
    });
    agents.resize(std::min(agents.size(), kMostLines));
    constexpr std::uint64_t kFew = 30;
    bool has_few = false;
    for (const Ranked& agent : agents) {
        const std::uint64_t judged = judged_replies(agent.counts->by_verdict);
        has_few = has_few || judged < kFew;
        measure.because.push_back(
            fmt::format("{}{}{} {}{}{}",
                        agent.name->empty() ? std::string(label(Label::unnamed, language))
                                            : shown(*agent.name, redaction_),
                        label(Label::colon, language),
                        share_with_interval(bad_replies(agent.counts->by_verdict), judged),
                        pick(language, "答非所问", "off the point"),
                        label(Label::comma, language),
                        counted(agent.counts->findings, Noun::finding, language)));
    }
    if (has_few) {
        measure.because.emplace_back(
            pick(language,
                 "有人不足 30 条须作答的回复：区间宽，先不要相互比较",
                 "some have fewer than 30 replies to a question: their intervals are wide, do not "
                 "compare them yet"));
    }
    return measure;
}

Measure Advice::bot(Language language) const {
    Measure measure{std::string(pick(language,
                                     "智能客服：补知识库，答不了就转人工",
                                     "The bot: teach it the answers, hand over what it cannot "
                                     "answer")),
                    {}};
    if (bot_bad_ > 0) {
        measure.because.push_back(
            fmt::format("{} {}",
                        share_with_interval(bot_bad_, bot_judged_),
                        pick(language,
                             "的机器人回复答非所问",
                             "of the bot's replies to a question are off the point")));
    }
    return measure;
}

Measure Advice::feedback(const Summary& summary, Language language) const {
    Measure measure{std::string(pick(language,
                                     "反馈渠道：提问有人接，投诉有路走",
                                     "Feedback: somebody takes every question, complaints have a "
                                     "way")),
                    {}};
    if (summary.unanswered > 0) {
        measure.because.push_back(counted(summary.unanswered, Noun::question, language) +
                                  std::string(label(Label::gap, language)) +
                                  std::string(label(Label::nobody_answered, language)));
    }
    for (const char* category : {"complaint_obstruction", "untimely"}) {
        const std::uint64_t count = count_in(summary.by_category, category);
        if (count > 0) {
            measure.because.push_back(fmt::format("{}{}{}",
                                                  title_of_category(category, language),
                                                  label(Label::colon, language),
                                                  counted(count, Noun::finding, language)));
        }
    }
    return measure;
}

Measure Advice::supervision(const Summary& summary, Language language) const {
    Measure measure{std::string(pick(language,
                                     "监督考核：复核重的，给难答的问题定答案",
                                     "Supervision: look at the grave findings, settle the answers "
                                     "that are missing")),
                    {}};
    const std::uint64_t grave =
        summary.by_severity.at(static_cast<std::size_t>(Severity::critical)) +
        summary.by_severity.at(static_cast<std::size_t>(Severity::high));
    if (grave > 0) {
        measure.because.push_back(counted(grave, Noun::finding, language) +
                                  std::string(label(Label::colon, language)) +
                                  std::string(title_of(Severity::critical, language)) +
                                  std::string(label(Label::list_separator, language)) +
                                  std::string(title_of(Severity::high, language)));
    }
    std::vector<std::pair<AnswerKind, const Asked*>> kinds;
    for (const auto& [kind, asked] : by_kind_) {
        if (asked.bad > 0) {
            kinds.emplace_back(kind, &asked);
        }
    }
    std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
        return interval_of(a.second->bad, a.second->judged).from >
               interval_of(b.second->bad, b.second->judged).from;
    });
    kinds.resize(std::min(kinds.size(), kMostLines));
    for (const auto& [kind, asked] : kinds) {
        std::string line = fmt::format("{}{}{}{} {}",
                                       pick(language, "问", "asked for "),
                                       title_of(kind, language),
                                       label(Label::colon, language),
                                       share_with_interval(asked->bad, asked->judged),
                                       pick(language, "答非所问", "off the point"));
        line += asked->answer.empty()
                    ? std::string(pick(language,
                                       "；本日志里没有可作范例的答复",
                                       "; no reply in this log can serve as a model"))
                    : fmt::format("{}“{}” → “{}”",
                                  pick(language, "；可作范例：", "; a model: "),
                                  asked->question,
                                  asked->answer);
        measure.because.push_back(std::move(line));
    }
    return measure;
}

}  // namespace suowen::report
