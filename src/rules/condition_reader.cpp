// SPDX-License-Identifier: Apache-2.0
#include "rules/condition_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace suowen::rules {
namespace {

constexpr std::uint32_t kMaxWithin = 1000;  // Turns.
constexpr std::uint32_t kMaxWindow = 10;    // Turns.
constexpr std::size_t kMaxSteps = 8;

constexpr std::string_view kSideNames[] = {"any", "customer", "agent"};
constexpr std::string_view kDirectionNames[] = {"any", "before", "after"};
constexpr std::string_view kPromiseNames[] = {"kept", "broken", "unknown"};
// In the order of text::PersonalData.
constexpr std::string_view kValidatorNames[] = {
    "cn_id_checksum", "luhn", "cn_mobile", "uscc", "cn_passport", "cn_plate", "email"};

}  // namespace

Words verdict_names() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (std::size_t i = 0; i < kVerdictCount; ++i) {
            all.push_back(name_of(static_cast<Verdict>(i)));
        }
        return all;
    }();
    return names;
}

struct ConditionReader::Key {
    std::string_view name;
    void (ConditionReader::*read)(const Node&, Condition&);
};

const std::vector<ConditionReader::Key>& ConditionReader::keys() {
    static const std::vector<Key> all = {
        {"reply", &ConditionReader::reply},
        {"question", &ConditionReader::question},
        {"nearby", &ConditionReader::nearby},
        {"sequence", &ConditionReader::sequence},
        {"role", &ConditionReader::role},
        {"verdict", &ConditionReader::verdict},
        {"relevance_below", &ConditionReader::relevance_below},
        {"topic", &ConditionReader::topic},
        {"response_over", &ConditionReader::response_over},
        {"unanswered_for", &ConditionReader::unanswered_for},
        {"repeated", &ConditionReader::repeated},
        {"promise", &ConditionReader::promise},
        {"validate", &ConditionReader::validate},
        {"window", &ConditionReader::window},
        {"all_of", &ConditionReader::all_of},
        {"any_of", &ConditionReader::any_of},
        {"not", &ConditionReader::none_of},
        {"holds", &ConditionReader::holds},
    };
    return all;
}

Condition ConditionReader::read(const Node& node) {
    Condition condition;
    if (!fields_.expect_map(node, "a condition")) {
        return condition;
    }
    std::vector<std::string_view> names;
    for (const Key& key : keys()) {
        names.push_back(key.name);
        if (const Node* value = node.find(key.name)) {
            (this->*key.read)(*value, condition);
        }
    }
    fields_.check_keys(node, names);
    check_together(node);
    return condition;
}

void ConditionReader::define(const Node& key, const Node& value) {
    const auto name = fields_.identifier(key, "the name of a condition");
    if (name) {
        scope_.conditions.insert_or_assign(*name,
                                           NamedCondition{read(value), fields_.location(key)});
    }
}

// Conditions that mean nothing without, or never hold beside, another one.
void ConditionReader::check_together(const Node& node) {
    static constexpr std::string_view kOfReplies[] = {"reply",
                                                      "verdict",
                                                      "relevance_below",
                                                      "response_over",
                                                      "role",
                                                      "promise",
                                                      "sequence",
                                                      "repeated"};
    if (node.items.empty()) {
        fields_.error(node, "a condition without any key holds everywhere");
        return;
    }
    for (const std::string_view modifier : {"validate", "window"}) {
        const Node* value = node.find(modifier);
        if (value != nullptr && node.find("reply") == nullptr) {
            fields_.error(*value, fmt::format("\"{}\" needs \"reply\" beside it", modifier));
        }
    }
    if (const Node* value = node.find("repeated"); value != nullptr && node.items.size() == 1) {
        fields_.error(*value, "\"repeated\" needs another condition beside it");
    }
    const Node* unanswered = node.find("unanswered_for");
    for (const std::string_view other : kOfReplies) {
        if (unanswered != nullptr && node.find(other) != nullptr) {
            fields_.error(*unanswered,
                          fmt::format("\"unanswered_for\" never holds beside \"{}\"", other),
                          "it is about questions without a reply");
        }
    }
}

void ConditionReader::reply(const Node& node, Condition& into) {
    into.reply = text_condition(node, "\"reply\"");
}

void ConditionReader::question(const Node& node, Condition& into) {
    into.question = text_condition(node, "\"question\"");
}

void ConditionReader::nearby(const Node& node, Condition& into) {
    const bool is_list_of_maps =
        node.is_sequence() && !node.items.empty() &&
        std::all_of(
            node.items.begin(), node.items.end(), [](const Node& item) { return item.is_map(); });
    if (!is_list_of_maps) {
        into.nearby.push_back(nearby_one(node));
        return;
    }
    for (const Node& item : node.items) {
        into.nearby.push_back(nearby_one(item));
    }
}

NearbyCondition ConditionReader::nearby_one(const Node& node) {
    static constexpr std::string_view kKeys[] = {
        "match", "unless", "unless_anywhere", "within", "side", "when"};
    NearbyCondition nearby;
    if (!node.is_map()) {
        nearby.text = text_condition(node, "\"nearby\"");
        return nearby;
    }
    fields_.check_keys(node, kKeys);
    nearby.text = text_fields(node, "\"nearby\"");
    if (const Node* within = node.find("within")) {
        nearby.within = fields_.count(*within, "\"within\"", 1, kMaxWithin).value_or(1);
    }
    if (const Node* of = node.find("side")) {
        nearby.side = side(*of);
    }
    if (const Node* when = node.find("when")) {
        const auto index = fields_.word(*when, "direction", kDirectionNames);
        nearby.direction = static_cast<Direction>(index.value_or(0));
    }
    return nearby;
}

Side ConditionReader::side(const Node& node) {
    return static_cast<Side>(fields_.word(node, "side", kSideNames).value_or(0));
}

void ConditionReader::sequence(const Node& node, Condition& into) {
    static constexpr std::string_view kKeys[] = {"steps", "within"};
    if (!fields_.expect_map(node, "\"sequence\"")) {
        return;
    }
    fields_.check_keys(node, kKeys);
    SequenceCondition sequence;
    if (const Node* within = node.find("within")) {
        sequence.within = fields_.count(*within, "\"within\"", 1, kMaxWithin).value_or(1);
    }
    const Node* steps = fields_.require(node, "steps", "\"sequence\"");
    if (steps == nullptr) {
        return;
    }
    for (const Node* item : fields_.list(*steps, "\"steps\"")) {
        if (auto read = step(*item)) {
            sequence.steps.push_back(std::move(*read));
        }
    }
    if (steps->is_sequence() && (steps->items.size() < 2 || steps->items.size() > kMaxSteps)) {
        fields_.error(*steps, fmt::format("a sequence has 2 to {} steps", kMaxSteps));
    }
    if (!sequence.steps.empty() && sequence.steps.back().side == Side::customer) {
        fields_.error(steps->items.back(), "the last step of a sequence is on the audited reply");
    }
    into.sequence = std::move(sequence);
}

std::optional<SequenceCondition::Step> ConditionReader::step(const Node& node) {
    static constexpr std::string_view kKeys[] = {"role", "match", "unless", "unless_anywhere"};
    if (!fields_.expect_map(node, "a step")) {
        return std::nullopt;
    }
    fields_.check_keys(node, kKeys);
    SequenceCondition::Step step;
    step.text = text_fields(node, "a step");
    if (const Node* role = node.find("role")) {
        step.side = side(*role);
    }
    return step;
}

void ConditionReader::role(const Node& node, Condition& into) {
    for (const Role role : fields_.words<Role>(node, "role", kRoleNames)) {
        if (is_reply(role)) {
            into.role.push_back(role);
        } else {
            fields_.error(node, "\"role\" is who wrote the reply: agent or bot");
        }
    }
}

void ConditionReader::verdict(const Node& node, Condition& into) {
    into.verdict = fields_.words<Verdict>(node, "verdict", verdict_names());
}

void ConditionReader::relevance_below(const Node& node, Condition& into) {
    into.relevance_below = fields_.fraction(node, "\"relevance_below\"");
}

// Calls `visit` for each of the names that a condition lists; `named` is where the pack defines
// them.
template <class Named, class Visit>
void ConditionReader::each_named(
    const Node& node, std::string_view key, std::string_view what, Named& named, Visit&& visit) {
    std::vector<std::string_view> known;
    for (const auto& [name, defined] : named) {
        known.emplace_back(name);
    }
    for (const Node* item : fields_.one_or_more(node, key)) {
        if (fields_.word(*item, what, known)) {
            auto& defined = named.find(item->text)->second;
            defined.is_used = true;
            visit(defined);
        }
    }
}

void ConditionReader::topic(const Node& node, Condition& into) {
    each_named(node, "\"topic\"", "topic", scope_.topics, [&into](const Topic& topic) {
        into.topic.push_back(topic.patterns);
    });
}

void ConditionReader::response_over(const Node& node, Condition& into) {
    into.response_over = fields_.duration(node, "\"response_over\"");
}

void ConditionReader::unanswered_for(const Node& node, Condition& into) {
    into.unanswered_for = fields_.duration(node, "\"unanswered_for\"");
}

void ConditionReader::repeated(const Node& node, Condition& into) {
    static constexpr std::string_view kKeys[] = {"times", "within"};
    if (!fields_.expect_map(node, "\"repeated\"")) {
        return;
    }
    fields_.check_keys(node, kKeys);
    RepeatedCondition repeated;
    if (const Node* times = node.find("times")) {
        repeated.times = fields_.count(*times, "\"times\"", 2, kMaxWithin).value_or(2);
    }
    if (const Node* within = node.find("within")) {
        repeated.within = fields_.count(*within, "\"within\"", 2, kMaxWithin).value_or(2);
    }
    into.repeated = repeated;
}

void ConditionReader::promise(const Node& node, Condition& into) {
    if (const auto index = fields_.word(node, "state of a promise", kPromiseNames)) {
        into.promise = static_cast<PromiseState>(*index);
    }
}

void ConditionReader::validate(const Node& node, Condition& into) {
    into.validate = fields_.words<text::PersonalData>(node, "validator", kValidatorNames);
}

void ConditionReader::window(const Node& node, Condition& into) {
    into.window = fields_.count(node, "\"window\"", 1, kMaxWindow).value_or(1);
}

void ConditionReader::all_of(const Node& node, Condition& into) {
    into.all_of = branches(node, "\"all_of\"");
}

void ConditionReader::any_of(const Node& node, Condition& into) {
    into.any_of = branches(node, "\"any_of\"");
}

void ConditionReader::none_of(const Node& node, Condition& into) {
    for (const Node* item : fields_.one_or_more(node, "\"not\"")) {
        into.none_of.push_back(read(*item));
    }
}

// One of the named conditions, or any of several.
void ConditionReader::holds(const Node& node, Condition& into) {
    Condition any;
    each_named(
        node, "\"holds\"", "condition", scope_.conditions, [&any](const NamedCondition& named) {
            any.any_of.push_back(named.condition);
        });
    into.all_of.push_back(std::move(any));
}

std::vector<Condition> ConditionReader::branches(const Node& node, std::string_view what) {
    std::vector<Condition> all;
    for (const Node* item : fields_.list(node, what)) {
        all.push_back(read(*item));
    }
    return all;
}

// A pattern, a list of patterns, or a map of match, unless and unless_anywhere.
TextCondition ConditionReader::text_condition(const Node& node, std::string_view what) {
    static constexpr std::string_view kKeys[] = {"match", "unless", "unless_anywhere"};
    if (!node.is_map()) {
        TextCondition condition;
        condition.match = patterns_.patterns(node, what);
        return condition;
    }
    fields_.check_keys(node, kKeys);
    return text_fields(node, what);
}

TextCondition ConditionReader::text_fields(const Node& map, std::string_view what) {
    TextCondition condition;
    if (const Node* match = fields_.require(map, "match", what)) {
        condition.match = patterns_.patterns(*match, "\"match\"");
    }
    if (const Node* unless = map.find("unless")) {
        condition.unless = patterns_.patterns(*unless, "\"unless\"");
    }
    if (const Node* anywhere = map.find("unless_anywhere")) {
        condition.unless_anywhere = patterns_.patterns(*anywhere, "\"unless_anywhere\"");
    }
    return condition;
}

}  // namespace suowen::rules
