// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_index.h"

#include <algorithm>
#include <optional>

namespace suowen::rules {
namespace {

enum class Source : std::uint8_t { reply, question, window };  // From cheap to dear.

// Without one of these on its source, the condition cannot hold.
struct Trigger {
    Source source;
    text::PatternId pattern;
};

using Triggers = std::vector<Trigger>;

Triggers triggers_on(Source source, const std::vector<text::PatternId>& patterns) {
    Triggers all;
    for (const text::PatternId id : patterns) {
        all.push_back({source, id});
    }
    return all;
}

Source dearest(const Triggers& triggers) {
    Source found = Source::reply;
    for (const Trigger& trigger : triggers) {
        found = std::max(found, trigger.source);
    }
    return found;
}

class TriggerFinder {
public:
    explicit TriggerFinder(const RuleSet& rules) : rules_(rules) {}

    // Empty when the condition may hold without any pattern.
    [[nodiscard]] std::optional<Triggers> of(const Condition& condition) const {
        std::optional<Triggers> best;
        if (condition.reply.is_set()) {
            const Source source = condition.window > 1 ? Source::window : Source::reply;
            offer(best, triggers_on(source, condition.reply.match));
        }
        if (condition.sequence && !condition.sequence->steps.empty()) {
            offer(best, triggers_on(Source::reply, condition.sequence->steps.back().text.match));
        }
        if (condition.promise) {
            offer(best, triggers_on(Source::reply, rules_.promise_patterns));
        }
        if (condition.question.is_set()) {
            offer(best, triggers_on(Source::question, condition.question.match));
        }
        if (!condition.topic.empty()) {
            Triggers topics;
            for (const std::vector<text::PatternId>& topic : condition.topic) {
                append(topics, triggers_on(Source::question, topic));
            }
            offer(best, std::move(topics));
        }
        for (const Condition& branch : condition.all_of) {
            offer(best, of(branch));
        }
        if (!condition.any_of.empty()) {
            offer(best, of_any(condition.any_of));
        }
        return best;
    }

private:
    [[nodiscard]] std::optional<Triggers> of_any(const std::vector<Condition>& branches) const {
        Triggers all;
        for (const Condition& branch : branches) {
            const std::optional<Triggers> own = of(branch);
            if (!own) {
                return std::nullopt;
            }
            append(all, *own);
        }
        return all;
    }

    static void append(Triggers& all, const Triggers& more) {
        all.insert(all.end(), more.begin(), more.end());
    }

    static void offer(std::optional<Triggers>& best, std::optional<Triggers> candidate) {
        if (!candidate) {
            return;
        }
        const bool is_better =
            !best || dearest(*candidate) < dearest(*best) ||
            (dearest(*candidate) == dearest(*best) && candidate->size() < best->size());
        if (is_better) {
            best = std::move(candidate);
        }
    }

    const RuleSet& rules_;
};

bool asks_for_pending(const Condition& condition) {
    const auto any = [](const std::vector<Condition>& inner) {
        return std::any_of(inner.begin(), inner.end(), asks_for_pending);
    };
    return condition.unanswered_for || any(condition.all_of) || any(condition.any_of);
}

std::uint32_t widest_window(const Condition& condition) {
    std::uint32_t widest = condition.window;
    for (const auto* inner : {&condition.all_of, &condition.any_of, &condition.none_of}) {
        for (const Condition& branch : *inner) {
            widest = std::max(widest, widest_window(branch));
        }
    }
    return widest;
}

bool can_hold_with(const Condition& condition, Verdict verdict) {
    const bool is_named = condition.verdict.empty() ||
                          std::find(condition.verdict.begin(), condition.verdict.end(), verdict) !=
                              condition.verdict.end();
    return is_named &&
           std::all_of(condition.all_of.begin(),
                       condition.all_of.end(),
                       [&](const Condition& each) { return can_hold_with(each, verdict); });
}

void add(RuleIndex::Rules& rules, std::uint32_t rule) {
    if (rules.empty() || rules.back() != rule) {
        rules.push_back(rule);
    }
}

}  // namespace

RuleIndex::RuleIndex(const RuleSet& rules)
    : by_reply_(rules.patterns->size()),
      by_question_(rules.patterns->size()),
      by_window_(rules.patterns->size()) {
    for (std::size_t verdict = 0; verdict < kVerdictCount; ++verdict) {
        RuleBits& possible = by_verdict_[verdict];
        possible.resize(rules.rules.size() / 64 + 1);
        for (std::size_t rule = 0; rule < rules.rules.size(); ++rule) {
            if (can_hold_with(rules.rules[rule].when, static_cast<Verdict>(verdict))) {
                possible[rule / 64] |= std::uint64_t{1} << (rule % 64);
            }
        }
    }
    const TriggerFinder finder(rules);
    for (std::uint32_t rule = 0; rule < rules.rules.size(); ++rule) {
        const Condition& when = rules.rules[rule].when;
        max_window_ = std::max(max_window_, widest_window(when));
        if (asks_for_pending(when)) {
            pending_.push_back(rule);
        }
        // Alone it never holds for a reply.
        if (when.unanswered_for) {
            continue;
        }
        const std::optional<Triggers> triggers = finder.of(when);
        if (!triggers) {
            always_.push_back(rule);
            continue;
        }
        for (const Trigger& trigger : *triggers) {
            auto& by = trigger.source == Source::reply      ? by_reply_
                       : trigger.source == Source::question ? by_question_
                                                            : by_window_;
            add(by[trigger.pattern], rule);
        }
    }
}

}  // namespace suowen::rules
