// SPDX-License-Identifier: Apache-2.0
#include "rules/condition_evaluator.h"

#include <algorithm>

#include "rules/promises.h"
#include "text/personal_data.h"

namespace suowen::rules {
namespace {

bool is_valid(text::PersonalData kind, std::string_view text) {
    switch (kind) {
        case text::PersonalData::cn_id:
            return text::is_cn_id(text);
        case text::PersonalData::bank_card:
            return text::is_bank_card(text);
        case text::PersonalData::cn_mobile:
            return text::is_cn_mobile(text);
        case text::PersonalData::uscc:
            return text::is_uscc(text);
        case text::PersonalData::passport:
            return text::is_passport(text);
        case text::PersonalData::plate:
            return text::is_plate(text);
        case text::PersonalData::email:
            return text::is_email(text);
    }
    return false;
}

bool passes(const std::vector<text::PersonalData>& validators, std::string_view text) {
    return validators.empty() ||
           std::any_of(validators.begin(), validators.end(), [&](text::PersonalData kind) {
               return is_valid(kind, text);
           });
}

template <class Value>
bool is_among(const std::vector<Value>& allowed, Value value) {
    return allowed.empty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

// Needs a reply to hold.
bool is_about_reply(const Condition& condition) {
    return condition.reply.is_set() || condition.sequence || condition.promise ||
           condition.repeated || condition.response_over || condition.relevance_below ||
           !condition.verdict.empty() || !condition.role.empty();
}

bool has_candidate(const TurnText& text, const std::vector<text::PatternId>& ids) {
    return !text.candidates.empty() && std::any_of(ids.begin(), ids.end(), [&](auto id) {
        return text.candidates.contains(id);
    });
}

bool is_ascii_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) < 0x80;
}

}  // namespace

Subject ConditionEvaluator::subject_of_reply(std::size_t index) const {
    const ReplyAudit& reply = audit_.replies[index];
    return {reply.exchange.reply, &reply, nullptr, index};
}

Subject ConditionEvaluator::subject_of_pending(std::size_t index) const {
    const PendingAudit& pending = audit_.pending[index];
    return {pending.pending.question.back(), nullptr, &pending, 0};
}

bool ConditionEvaluator::is_on(Side side, std::uint32_t turn) const {
    const Role role = audit_.conversation.turns[turn].role;
    switch (side) {
        case Side::any:
            return role != Role::system;
        case Side::customer:
            return role == Role::customer;
        case Side::agent:
            return is_reply(role);
    }
    return false;
}

Outcome ConditionEvaluator::evaluate(const Condition& condition, const Subject& subject) {
    return facts_hold(condition, subject) && may_hold(condition, subject)
               ? evaluate(condition, subject, Repeats::count)
               : Outcome{};
}

// Whether each text has a candidate for what must match it: a few bits to look at before the first
// pattern is run.
bool ConditionEvaluator::may_hold(const Condition& condition, const Subject& subject) const {
    const std::vector<std::uint32_t>& question = subject.question();
    const auto question_may_match = [&](const std::vector<text::PatternId>& ids) {
        return std::any_of(question.begin(), question.end(), [&](std::uint32_t turn) {
            return has_candidate(*texts_[turn], ids);
        });
    };
    if (condition.reply.is_set() && condition.window == 1 &&
        !has_candidate(*texts_[subject.turn], condition.reply.match)) {
        return false;
    }
    if (condition.question.is_set() && !question_may_match(condition.question.match)) {
        return false;
    }
    if (!condition.topic.empty() &&
        std::none_of(condition.topic.begin(), condition.topic.end(), question_may_match)) {
        return false;
    }
    const auto nearby_may_hold = [&](const NearbyCondition& each) {
        return any_nearby(each, subject.turn, [&](std::uint32_t turn) {
            return has_candidate(*texts_[turn], each.text.match);
        });
    };
    const auto branch_may_hold = [&](const Condition& each) { return may_hold(each, subject); };
    return std::all_of(condition.nearby.begin(), condition.nearby.end(), nearby_may_hold) &&
           std::all_of(condition.all_of.begin(), condition.all_of.end(), branch_may_hold) &&
           (condition.any_of.empty() ||
            std::any_of(condition.any_of.begin(), condition.any_of.end(), branch_may_hold));
}

// The facts hold already. What costs least is asked first.
Outcome ConditionEvaluator::evaluate(const Condition& condition,
                                     const Subject& subject,
                                     Repeats repeats) {
    Outcome outcome;
    if (condition.reply.is_set()) {
        outcome.span = find_in_reply(condition, subject.turn);
        if (!outcome.span) {
            return outcome;
        }
    }
    if (!question_holds(condition, subject)) {
        return outcome;
    }
    if (condition.sequence) {
        const auto last_step = find_sequence(*condition.sequence, subject.turn);
        if (!last_step) {
            return outcome;
        }
        outcome.span = outcome.span ? outcome.span : last_step;
    }
    if (condition.promise) {
        const auto promise = find_promise_in(*condition.promise, subject);
        if (!promise) {
            return outcome;
        }
        outcome.span = outcome.span ? outcome.span : promise;
    }
    outcome.holds = std::all_of(condition.nearby.begin(),
                                condition.nearby.end(),
                                [&](const NearbyCondition& each) {
                                    return nearby_holds(each, subject.turn);
                                }) &&
                    branches_hold(condition, subject, outcome) &&
                    (repeats == Repeats::ignore || is_repeated(condition, subject));
    return outcome;
}

// All that is asked without looking at a text, of nested conditions too.
bool ConditionEvaluator::facts_hold(const Condition& condition, const Subject& subject) const {
    if (subject.reply == nullptr && is_about_reply(condition)) {
        return false;
    }
    if (subject.reply != nullptr && !reply_facts_hold(condition, *subject.reply)) {
        return false;
    }
    if (condition.unanswered_for) {
        const bool is_over = subject.pending != nullptr && subject.pending->pending.waited &&
                             *subject.pending->pending.waited >= *condition.unanswered_for;
        if (!is_over) {
            return false;
        }
    }
    return std::all_of(condition.all_of.begin(),
                       condition.all_of.end(),
                       [&](const Condition& each) { return facts_hold(each, subject); });
}

bool ConditionEvaluator::reply_facts_hold(const Condition& condition,
                                          const ReplyAudit& reply) const {
    if (!is_among(condition.role, audit_.conversation.turns[reply.exchange.reply].role) ||
        !is_among(condition.verdict, reply.relevance.verdict)) {
        return false;
    }
    const std::optional<double>& score = reply.relevance.score;
    if (condition.relevance_below && (!score || *score >= *condition.relevance_below)) {
        return false;
    }
    const std::optional<Milliseconds>& waited = reply.exchange.waited;
    return !condition.response_over || (waited && *waited > *condition.response_over);
}

bool ConditionEvaluator::question_holds(const Condition& condition, const Subject& subject) {
    const std::vector<std::uint32_t>& question = subject.question();
    if (condition.question.is_set() && !question_matches(condition.question, question)) {
        return false;
    }
    const auto is_about = [&](const std::vector<text::PatternId>& topic) {
        return std::any_of(question.begin(), question.end(), [&](std::uint32_t turn) {
            return turn_matches(topic, turn);
        });
    };
    return condition.topic.empty() ||
           std::any_of(condition.topic.begin(), condition.topic.end(), is_about);
}

bool ConditionEvaluator::question_matches(const TextCondition& condition,
                                          const std::vector<std::uint32_t>& question) {
    bool is_found = false;
    for (const std::uint32_t turn : question) {
        if (turn_matches(condition.unless_anywhere, turn)) {
            return false;
        }
        is_found = is_found || holds_in_turn(condition, turn);
    }
    return is_found;
}

// Whether find_in_turn() finds something. Where no `unless` can spoil a match its place does not
// matter, and not to ask for it is cheaper.
bool ConditionEvaluator::holds_in_turn(const TextCondition& condition, std::uint32_t turn) const {
    if (has_candidate(*texts_[turn], condition.unless)) {
        return find_in_turn(condition, turn).has_value();
    }
    return turn_matches(condition.match, turn) && !turn_matches(condition.unless_anywhere, turn);
}

// Remembers what it finds out.
bool ConditionEvaluator::turn_matches(const std::vector<text::PatternId>& ids,
                                      std::uint32_t turn) const {
    const TurnText& text = *texts_[turn];
    return !text.candidates.empty() && std::any_of(ids.begin(), ids.end(), [&](text::PatternId id) {
        if (!text.candidates.contains(id)) {
            return false;
        }
        const auto [known, is_new] = text.matching.try_emplace(id, false);
        if (is_new) {
            known->second = rules_.patterns->matches(id, text.normalized, text.candidates);
        }
        return known->second;
    });
}

bool ConditionEvaluator::nearby_holds(const NearbyCondition& nearby, std::uint32_t turn) const {
    return any_nearby(
        nearby, turn, [&](std::uint32_t other) { return holds_in_turn(nearby.text, other); });
}

template <class Holds>
bool ConditionEvaluator::any_nearby(const NearbyCondition& nearby,
                                    std::uint32_t turn,
                                    Holds&& holds) const {
    const auto last = static_cast<std::uint32_t>(texts_.size()) - 1;
    const std::uint32_t before = nearby.direction == Direction::after ? 0 : nearby.within;
    const std::uint32_t after = nearby.direction == Direction::before ? 0 : nearby.within;
    const std::uint32_t from = turn - std::min(turn, before);
    const std::uint32_t to = turn + std::min(last - turn, after);
    for (std::uint32_t other = from; other <= to; ++other) {
        if (other != turn && is_on(nearby.side, other) && holds(other)) {
            return true;
        }
    }
    return false;
}

bool ConditionEvaluator::branches_hold(const Condition& condition,
                                       const Subject& subject,
                                       Outcome& outcome) {
    const auto keep_first = [&outcome, had_span = outcome.span.has_value()](const Outcome& branch) {
        if (branch.span && !had_span &&
            (!outcome.span || branch.span->begin < outcome.span->begin)) {
            outcome.span = branch.span;
        }
    };
    for (const Condition& each : condition.none_of) {
        if (evaluate(each, subject).holds) {
            return false;
        }
    }
    for (const Condition& each : condition.all_of) {
        const Outcome branch = evaluate(each, subject);
        if (!branch.holds) {
            return false;
        }
        keep_first(branch);
    }
    bool any_holds = condition.any_of.empty();
    for (const Condition& each : condition.any_of) {
        const Outcome branch = evaluate(each, subject);
        if (branch.holds) {
            any_holds = true;
            keep_first(branch);
        }
    }
    return any_holds;
}

// The condition holds here; do enough of the replies before it make it a habit?
bool ConditionEvaluator::is_repeated(const Condition& condition, const Subject& subject) {
    if (!condition.repeated) {
        return true;
    }
    std::uint32_t times = 1;
    for (std::size_t index = subject.reply_index; index > 0; --index) {
        const Subject earlier = subject_of_reply(index - 1);
        if (times >= condition.repeated->times ||
            subject.turn - earlier.turn >= condition.repeated->within) {
            break;
        }
        const bool holds =
            facts_hold(condition, earlier) && evaluate(condition, earlier, Repeats::ignore).holds;
        times += holds ? 1 : 0;
    }
    return times >= condition.repeated->times;
}

std::optional<ByteRange> ConditionEvaluator::find_in_reply(const Condition& condition,
                                                           std::uint32_t turn) {
    if (condition.window > 1) {
        return find_in_window(condition, turn);
    }
    const TurnText& text = *texts_[turn];
    const auto [known, is_new] = text.found.try_emplace(&condition.reply);
    if (is_new) {
        known->second =
            find_match(*rules_.patterns, condition.reply, view(turn), [&](ByteRange range) {
                return passes(condition.validate,
                              std::string_view(text.normalized).substr(range.begin, range.size()));
            });
        if (known->second &&
            any_matches(*rules_.patterns, condition.reply.unless_anywhere, view(turn))) {
            known->second.reset();
        }
    }
    return known->second;
}

bool ConditionEvaluator::is_ruled_out(const Condition& condition, std::uint32_t turn) const {
    if (condition.reply.is_set() && condition.window == 1) {
        const TurnText& text = *texts_[turn];
        const auto known = text.found.find(&condition.reply);
        if (!has_candidate(text, condition.reply.match) ||
            (known != text.found.end() && !known->second)) {
            return true;
        }
    }
    const auto branch_is = [&](const Condition& each) { return is_ruled_out(each, turn); };
    return std::any_of(condition.all_of.begin(), condition.all_of.end(), branch_is) ||
           (!condition.any_of.empty() &&
            std::all_of(condition.any_of.begin(), condition.any_of.end(), branch_is));
}

std::optional<ByteRange> ConditionEvaluator::find_in_turn(const TextCondition& condition,
                                                          std::uint32_t turn) const {
    const auto [known, is_new] = texts_[turn]->found.try_emplace(&condition);
    if (is_new) {
        known->second = find_match(*rules_.patterns, condition, view(turn));
    }
    return known->second;
}

// A match in the replies before alone was found when those were audited.
std::optional<ByteRange> ConditionEvaluator::find_in_window(const Condition& condition,
                                                            std::uint32_t turn) {
    const TextView all = joined(turn);
    const std::size_t used = std::min<std::size_t>(joined_.starts.size(), condition.window);
    const std::size_t begin = joined_.starts[joined_.starts.size() - used];
    const std::size_t own = joined_.starts.back() - begin;
    const TextView text{all.text.substr(begin), all.candidates};
    const auto found = find_match(*rules_.patterns, condition.reply, text, [&](ByteRange range) {
        return range.end > own &&
               passes(condition.validate, text.text.substr(range.begin, range.size()));
    });
    if (!found || any_matches(*rules_.patterns, condition.reply.unless_anywhere, text)) {
        return std::nullopt;
    }
    return ByteRange{std::max(found->begin, own) - own, found->end - own};
}

TextView ConditionEvaluator::joined(std::uint32_t turn) {
    if (joined_.turn != turn) {
        join(turn);
    }
    return joined_.starts.size() == 1 ? view(turn) : TextView{joined_.text, joined_.candidates};
}

// As the normalizer treats white space: none next to a Chinese character, else one space.
void ConditionEvaluator::join(std::uint32_t turn) {
    const std::vector<std::uint32_t> turns = turns_to_join(turn);
    joined_.turn = turn;
    joined_.text.clear();
    joined_.starts.assign(turns.size() == 1 ? 1 : 0, 0);
    if (turns.size() == 1) {
        return;
    }
    for (auto at = turns.rbegin(); at != turns.rend(); ++at) {
        const std::string& next = texts_[*at]->normalized;
        std::string& text = joined_.text;
        if (!text.empty() && !next.empty() && is_ascii_at(text, text.size() - 1) &&
            is_ascii_at(next, 0)) {
            text += ' ';
        }
        joined_.starts.push_back(text.size());
        text += next;
    }
    rules_.patterns->scan(joined_.text, joined_.candidates);
}

// The reply and those right before it, latest first.
std::vector<std::uint32_t> ConditionEvaluator::turns_to_join(std::uint32_t turn) const {
    std::vector<std::uint32_t> turns;
    for (std::uint32_t at = turn + 1; at > 0 && turns.size() < max_window_; --at) {
        const Role role = audit_.conversation.turns[at - 1].role;
        if (is_reply(role)) {
            turns.push_back(at - 1);
        } else if (role == Role::customer) {
            break;
        }
    }
    return turns;
}

// Steps from the last one backwards, each on the latest turn that it can have: if any choice of
// turns fits, this one does.
std::optional<ByteRange> ConditionEvaluator::find_sequence(const SequenceCondition& sequence,
                                                           std::uint32_t turn) const {
    const auto& steps = sequence.steps;
    if (steps.empty() || !is_on(steps.back().side, turn)) {
        return std::nullopt;
    }
    const auto span = find_in_turn(steps.back().text, turn);
    if (!span) {
        return std::nullopt;
    }
    const std::uint32_t first = turn - std::min(turn, sequence.within);
    std::size_t open = steps.size() - 1;
    for (std::uint32_t at = turn; at > first && open > 0; --at) {
        const SequenceCondition::Step& step = steps[open - 1];
        if (is_on(step.side, at - 1) && holds_in_turn(step.text, at - 1)) {
            --open;
        }
    }
    return open == 0 ? span : std::nullopt;
}

std::optional<ByteRange> ConditionEvaluator::find_promise_in(PromiseState state,
                                                             const Subject& subject) const {
    if (!any_matches(*rules_.patterns, rules_.promise_patterns, view(subject.turn))) {
        return std::nullopt;
    }
    const auto promise = find_promise(texts_[subject.turn]->normalized,
                                      audit_.conversation.turns[subject.turn].time.at,
                                      calendar_);
    const bool is_so = promise && state_of(*promise, audit_, subject.reply_index, texts_) == state;
    return is_so ? std::optional(promise->span) : std::nullopt;
}

}  // namespace suowen::rules
