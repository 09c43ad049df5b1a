// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_matcher.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "rules/condition_evaluator.h"
#include "text/normalizer.h"
#include "text/personal_data.h"
#include "text/whole_words.h"

namespace suowen::rules {
namespace {

// A fixed key: fingerprints must be equal on every machine. It only keeps them from being taken for
// plain digests of what people wrote.
constexpr std::string_view kFingerprintKey = "suowen finding fingerprint 1";
constexpr std::size_t kFingerprintDigits = 32;

void add(RuleBits& bits, const RuleIndex::Rules& rules) {
    for (const std::uint32_t rule : rules) {
        bits[rule / 64] |= std::uint64_t{1} << (rule % 64);
    }
}

void add(RuleBits& bits, const RuleBits& others) {
    for (std::size_t word = 0; word < bits.size(); ++word) {
        bits[word] |= others[word];
    }
}

// Calls `visit(rule)` for each, ascending.
template <class Visit>
void for_each(const RuleBits& rules, Visit&& visit) {
    for (std::size_t word = 0; word < rules.size(); ++word) {
        for (std::uint64_t bits = rules[word]; bits != 0; bits &= bits - 1) {
            visit(static_cast<std::uint32_t>(word * 64) +
                  static_cast<std::uint32_t>(std::countr_zero(bits)));
        }
    }
}

// Finds the findings of one conversation, in turn order.
class ConversationMatch {
public:
    ConversationMatch(const RuleSet& rules,
                      const RuleIndex& index,
                      ConversationAudit& audit,
                      TurnTexts texts,
                      const BusinessCalendar& calendar,
                      RuleCosts* costs)
        : rules_(rules),
          index_(index),
          audit_(audit),
          texts_(texts),
          evaluator_(rules, index.max_window(), audit, texts, calendar),
          due_(rules.rules.size() / 64 + 1),
          costs_(costs) {}

    void run() {
        std::size_t pending = 0;
        for (std::size_t reply = 0; reply < audit_.replies.size(); ++reply) {
            const std::uint32_t turn = audit_.replies[reply].exchange.reply;
            for (; pending < audit_.pending.size() && last_turn(pending) < turn; ++pending) {
                match_pending(pending);
            }
            match_reply(reply);
        }
        for (; pending < audit_.pending.size(); ++pending) {
            match_pending(pending);
        }
    }

private:
    [[nodiscard]] std::uint32_t last_turn(std::size_t pending) const {
        return audit_.pending[pending].pending.question.back();
    }

    void match_reply(std::size_t index) {
        const Subject subject = evaluator_.subject_of_reply(index);
        collect_due(subject);
        for_each(due_, [&](std::uint32_t rule) { match(rule, subject, findings_of_reply(index)); });
        sort(findings_of_reply(index));
    }

    void match_pending(std::size_t index) {
        const Subject subject = evaluator_.subject_of_pending(index);
        std::vector<Finding>& findings = audit_.pending[index].findings;
        for (const std::uint32_t rule : index_.pending()) {
            match(rule, subject, findings);
        }
        sort(findings);
    }

    std::vector<Finding>& findings_of_reply(std::size_t index) {
        return audit_.replies[index].findings;
    }

    static void sort(std::vector<Finding>& findings) {
        std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
            return std::tie(a.span, a.rule) < std::tie(b.span, b.rule);
        });
    }

    void collect_due(const Subject& subject) {
        due_ = due_as_reply(*texts_[subject.turn]);
        for (const std::uint32_t turn : subject.question()) {
            add(due_, due_as_question(*texts_[turn]));
        }
        if (index_.max_window() > 1) {
            evaluator_.joined(subject.turn).candidates.for_each([&](text::PatternId id) {
                add(due_, index_.by_window(id));
            });
        }
        const RuleBits& possible = index_.possible_with(subject.reply->relevance.verdict);
        for (std::size_t word = 0; word < due_.size(); ++word) {
            due_[word] &= possible[word];
        }
        const RuleBits& ruled_out = texts_[subject.turn]->ruled_out;
        for (std::size_t word = 0; word < ruled_out.size(); ++word) {
            due_[word] &= ~ruled_out[word];
        }
    }

    const RuleBits& due_as_reply(const TurnText& text) const {
        RuleBits& due = text.due_as_reply;
        if (due.empty()) {
            due.resize(due_.size());
            add(due, index_.always());
            text.candidates.for_each([&](text::PatternId id) { add(due, index_.by_reply(id)); });
        }
        return due;
    }

    const RuleBits& due_as_question(const TurnText& text) const {
        RuleBits& due = text.due_as_question;
        if (due.empty()) {
            due.resize(due_.size());
            text.candidates.for_each([&](text::PatternId id) { add(due, index_.by_question(id)); });
        }
        return due;
    }

    void match(std::uint32_t index, const Subject& subject, std::vector<Finding>& findings) {
        const Rule& rule = rules_.rules[index];
        if (rule.once && std::find(done_.begin(), done_.end(), index) != done_.end()) {
            return;
        }
        const Outcome outcome = evaluate(index, subject);
        if (!outcome.holds) {
            if (subject.reply != nullptr && evaluator_.is_ruled_out(rule.when, subject.turn)) {
                rule_out(index, *texts_[subject.turn]);
            }
            return;
        }
        findings.push_back(finding(index, subject.turn, outcome.span));
        if (rule.once) {
            done_.push_back(index);
        }
    }

    void rule_out(std::uint32_t index, const TurnText& reply) const {
        reply.ruled_out.resize(due_.size());
        reply.ruled_out[index / 64] |= std::uint64_t{1} << (index % 64);
    }

    Outcome evaluate(std::uint32_t index, const Subject& subject) {
        const Condition& when = rules_.rules[index].when;
        if (costs_ == nullptr) {
            return evaluator_.evaluate(when, subject);
        }
        const auto start = std::chrono::steady_clock::now();
        const Outcome outcome = evaluator_.evaluate(when, subject);
        RuleCost& cost = (*costs_)[index];
        cost.time += std::chrono::steady_clock::now() - start;
        ++cost.looked_at;
        cost.held += outcome.holds ? 1 : 0;
        return outcome;
    }

    Finding finding(std::uint32_t rule, std::uint32_t turn, std::optional<ByteRange> span) {
        const Turn& said = audit_.conversation.turns[turn];
        Finding made;
        made.rule = rule;
        made.turn = turn;
        made.quotes_words = span.has_value();
        made.span = span ? text::whole_words(said.text, text::original_range(said.text, *span))
                         : ByteRange{0, said.text.size()};
        made.statutes = statutes(rules_.rules[rule].info, said.time.day);
        made.fingerprint = fingerprint(rule, turn);
        return made;
    }

    [[nodiscard]] std::vector<std::string> statutes(
        const RuleInfo& info, std::optional<std::chrono::year_month_day> day) const {
        std::vector<std::string> ids;
        for (const std::string& id : info.statutes) {
            const Statute* statute = rules_.statute_on(id, day);
            if (statute != nullptr && std::find(ids.begin(), ids.end(), statute->id) == ids.end()) {
                ids.push_back(statute->id);
            }
        }
        return ids;
    }

    // The same rule on the same words in a conversation again is told apart by its ordinal.
    std::string fingerprint(std::uint32_t rule, std::uint32_t turn) {
        constexpr char kSeparator = '\0';
        std::string content = rules_.rules[rule].info.id;
        content += kSeparator;
        content += texts_[turn]->masked();
        content += kSeparator;
        const std::size_t ordinal = seen_[content]++;
        if (ordinal > 0) {
            return digest_of(content + std::to_string(ordinal));
        }
        const auto [known, is_new] = texts_[turn]->fingerprints.try_emplace(rule);
        if (is_new) {
            known->second = digest_of(content + "0");
        }
        return known->second;
    }

    static std::string digest_of(const std::string& content) {
        return hmac_sha256_hex(kFingerprintKey, content).substr(0, kFingerprintDigits);
    }

    const RuleSet& rules_;
    const RuleIndex& index_;
    ConversationAudit& audit_;
    TurnTexts texts_;
    ConditionEvaluator evaluator_;
    RuleBits due_;
    RuleCosts* costs_;                 // Null when nobody asks.
    std::vector<std::uint32_t> done_;  // `once` rules that have had their finding.
    std::unordered_map<std::string, std::size_t> seen_;
};

void take_out(std::vector<Finding>& findings, const std::vector<std::uint32_t>& rules) {
    std::erase_if(findings, [&](const Finding& finding) {
        return std::find(rules.begin(), rules.end(), finding.rule) != rules.end();
    });
}

// Of one reply.
void leave_out_fallbacks(std::vector<Finding>& findings, const std::vector<Rule>& rules) {
    const auto stands_before = [&rules](const Finding& a, const Finding& b) {
        const Rule& first = rules[a.rule];
        const Rule& second = rules[b.rule];
        return first.info.category == second.info.category &&
               std::tuple(second.info.severity, first.fallback, a.rule) <
                   std::tuple(first.info.severity, second.fallback, b.rule);
    };
    // What stands back is chosen while all are there, then taken out.
    std::vector<std::uint32_t> left_out;  // Rules.
    for (const Finding& finding : findings) {
        const bool stands_back =
            rules[finding.rule].fallback &&
            std::any_of(findings.begin(), findings.end(), [&](const Finding& other) {
                return stands_before(other, finding);
            });
        if (stands_back) {
            left_out.push_back(finding.rule);
        }
    }
    take_out(findings, left_out);
}

// Whether `part` tells of the same fault in fewer words. A pack from elsewhere has reasons of its
// own: its rules and the built-in ones never stand back for each other.
bool is_part_of(const Finding& part, const Finding& whole, const std::vector<Rule>& rules) {
    const Rule& first = rules[part.rule];
    const Rule& second = rules[whole.rule];
    const std::vector<std::string>& basis = second.info.statutes;
    return part.quotes_words && whole.quotes_words && whole.span.begin <= part.span.begin &&
           part.span.end <= whole.span.end && first.info.category == second.info.category &&
           first.location.path == second.location.path &&
           std::find_first_of(first.info.statutes.begin(),
                              first.info.statutes.end(),
                              basis.begin(),
                              basis.end()) != first.info.statutes.end();
}

// Of one reply. The most severe and widest are looked at first, so that what is taken out is always
// part of one that stays.
void leave_out_parts(std::vector<Finding>& findings, const std::vector<Rule>& rules) {
    std::vector<const Finding*> order;
    for (const Finding& finding : findings) {
        order.push_back(&finding);
    }
    std::sort(order.begin(), order.end(), [&](const Finding* a, const Finding* b) {
        return std::tuple(rules[b->rule].info.severity, b->span.size(), a->rule) <
               std::tuple(rules[a->rule].info.severity, a->span.size(), b->rule);
    });
    std::vector<const Finding*> kept;
    std::vector<std::uint32_t> left_out;  // Rules.
    for (const Finding* finding : order) {
        const bool is_part = std::any_of(kept.begin(), kept.end(), [&](const Finding* other) {
            return is_part_of(*finding, *other, rules);
        });
        if (is_part) {
            left_out.push_back(finding->rule);
        } else {
            kept.push_back(finding);
        }
    }
    take_out(findings, left_out);
}

}  // namespace

RuleMatcher::RuleMatcher(const RuleSet& rules, const BusinessCalendar& calendar)
    : rules_(&rules), calendar_(calendar), index_(rules) {}

void RuleMatcher::add_findings(ConversationAudit& audit, TurnTexts texts, RuleCosts* costs) const {
    ConversationMatch(*rules_, index_, audit, texts, calendar_, costs).run();
}

void RuleMatcher::leave_out_repeats(ConversationAudit& audit) const {
    for (ReplyAudit& reply : audit.replies) {
        leave_out_fallbacks(reply.findings, rules_->rules);
        leave_out_parts(reply.findings, rules_->rules);
    }
}

}  // namespace suowen::rules
