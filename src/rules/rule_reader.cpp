// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace suowen::rules {
namespace {

constexpr std::string_view kRuleKeys[] = {"id",
                                          "title",
                                          "category",
                                          "severity",
                                          "statutes",
                                          "consequence",
                                          "to_check",
                                          "when",
                                          "once",
                                          "fallback",
                                          "advice",
                                          "tests"};

// The names of an enum whose values count from 0.
template <class Enum>
std::vector<std::string_view> all_names(Enum last) {
    std::vector<std::string_view> all;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        all.push_back(name_of(static_cast<Enum>(i)));
    }
    return all;
}

Words open_fact_names() {
    static const std::vector<std::string_view> names = all_names(OpenFact::context);
    return names;
}

void read_in_force(FieldReader& fields, const Node& node, Statute& statute) {
    static constexpr std::string_view kKeys[] = {"from", "until"};
    if (!fields.expect_map(node, "\"in_force\"")) {
        return;
    }
    fields.check_keys(node, kKeys);
    if (const Node* from = node.find("from")) {
        statute.in_force_from = fields.date(*from, "\"from\"");
    }
    if (const Node* until = node.find("until")) {
        statute.in_force_until = fields.date(*until, "\"until\"");
    }
    if (statute.in_force_from && statute.in_force_until &&
        *statute.in_force_from >= *statute.in_force_until) {
        fields.error(node, "\"until\" is not after \"from\"");
    }
}

std::vector<std::string> read_identifiers(FieldReader& fields,
                                          const Node& node,
                                          std::string_view what) {
    std::vector<std::string> all;
    for (const Node* item : fields.one_or_more(node, what)) {
        if (auto id = fields.identifier(*item, what)) {
            all.push_back(std::move(*id));
        }
    }
    return all;
}

// What the statutes of a rule say together, in the order of Consequence.
std::vector<Consequence> consequences_of(const RuleInfo& info,
                                         const RuleReader::Statutes& statutes) {
    std::vector<Consequence> all;
    for (const std::string& id : info.statutes) {
        if (const auto found = statutes.find(id); found != statutes.end()) {
            const auto& own = found->second.consequence;
            all.insert(all.end(), own.begin(), own.end());
        }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace

Words severity_names() {
    static const std::vector<std::string_view> names = all_names(Severity::critical);
    return names;
}

Words consequence_names() {
    static const std::vector<std::string_view> names = all_names(Consequence::criminal);
    return names;
}

std::optional<Statute> read_statute(FieldReader& fields, const Node& key, const Node& value) {
    static constexpr std::string_view kKeys[] = {
        "law", "article", "in_force", "replaces", "consequence", "gist", "text"};
    auto id = fields.identifier(key, "the id of a statute");
    if (!id || !fields.expect_map(value, fmt::format("statute {}", *id))) {
        return std::nullopt;
    }
    Statute statute;
    statute.id = std::move(*id);
    const std::string owner = "statute " + statute.id;
    fields.check_keys(value, kKeys);
    if (const Node* law = fields.require(value, "law", owner)) {
        statute.law =
            fields.bilingual(*law, "\"law\"", FieldReader::Need::both).value_or(Bilingual{});
    }
    if (const Node* article = fields.require(value, "article", owner)) {
        statute.article = fields.text(*article, "\"article\"").value_or("");
    }
    if (const Node* in_force = value.find("in_force")) {
        read_in_force(fields, *in_force, statute);
    }
    if (const Node* replaces = value.find("replaces")) {
        statute.replaces = read_identifiers(fields, *replaces, "\"replaces\"");
    }
    if (const Node* consequence = value.find("consequence")) {
        statute.consequence =
            fields.words<Consequence>(*consequence, "consequence", consequence_names());
    }
    if (const Node* gist = value.find("gist")) {
        statute.gist_en = fields.text(*gist, "\"gist\"").value_or("");
    }
    if (const Node* text = value.find("text")) {
        statute.text = fields.text(*text, "\"text\"").value_or("");
    }
    return statute;
}

std::optional<Rule> RuleReader::read(const Node& node) {
    if (!fields_.expect_map(node, "a rule")) {
        return std::nullopt;
    }
    fields_.check_keys(node, kRuleKeys);
    const Node* id_node = fields_.require(node, "id", "a rule");
    auto id = id_node == nullptr ? std::nullopt : fields_.identifier(*id_node, "\"id\"");
    Rule rule;
    rule.info.id = id.value_or("");
    rule.location = fields_.location(node);
    const std::string owner = id ? "rule " + *id : "the rule";
    read_info(node, owner, rule.info);
    read_behaviour(node, owner, rule);
    return id ? std::optional(std::move(rule)) : std::nullopt;
}

void RuleReader::read_info(const Node& node, const std::string& owner, RuleInfo& info) {
    if (const Node* title = fields_.require(node, "title", owner)) {
        info.title =
            fields_.bilingual(*title, "\"title\"", FieldReader::Need::both).value_or(Bilingual{});
    }
    if (const Node* category = fields_.require(node, "category", owner)) {
        info.category = fields_.identifier(*category, "\"category\"").value_or("");
    }
    if (const Node* severity = fields_.require(node, "severity", owner)) {
        const auto index = fields_.word(*severity, "severity", severity_names());
        info.severity = static_cast<Severity>(index.value_or(0));
    }
    if (const Node* statutes = fields_.require(node, "statutes", owner)) {
        read_statutes(*statutes, owner, info);
    }
    info.consequence = consequences_of(info, statutes_);
    if (const Node* consequence = node.find("consequence")) {
        info.consequence =
            fields_.words<Consequence>(*consequence, "consequence", consequence_names());
    }
    if (const Node* facts = node.find("to_check")) {
        info.to_check = fields_.words<OpenFact>(*facts, "fact to check", open_fact_names());
    }
    if (const Node* advice = node.find("advice")) {
        info.advice =
            fields_.bilingual(*advice, "\"advice\"", FieldReader::Need::one).value_or(Bilingual{});
    }
}

void RuleReader::read_statutes(const Node& node, const std::string& owner, RuleInfo& info) {
    std::vector<std::string_view> known;
    for (const auto& [id, statute] : statutes_) {
        known.emplace_back(id);
    }
    for (const Node* item : fields_.list(node, "\"statutes\"")) {
        if (!fields_.word(*item, "statute", known)) {
            continue;
        }
        if (std::find(info.statutes.begin(), info.statutes.end(), item->text) !=
            info.statutes.end()) {
            fields_.error(*item, fmt::format("{} cites {} twice", owner, item->text));
            continue;
        }
        info.statutes.push_back(item->text);
    }
}

void RuleReader::read_behaviour(const Node& node, const std::string& owner, Rule& rule) {
    if (const Node* when = fields_.require(node, "when", owner)) {
        rule.when = conditions_.read(*when);
    }
    if (const Node* once = node.find("once")) {
        rule.once = fields_.boolean(*once, "\"once\"").value_or(false);
    }
    if (const Node* fallback = node.find("fallback")) {
        rule.fallback = fields_.boolean(*fallback, "\"fallback\"").value_or(false);
    }
    if (const Node* tests = node.find("tests")) {
        for (const Node* test : fields_.list(*tests, "\"tests\"")) {
            rule.tests.push_back(read_test(*test));
        }
    }
}

RuleTest RuleReader::read_test(const Node& node) {
    static constexpr std::string_view kKeys[] = {
        "question", "reply", "turns", "match", "match_turn", "match_words", "verdict", "relevance"};
    RuleTest test;
    test.location = fields_.location(node);
    if (!fields_.expect_map(node, "a test")) {
        return test;
    }
    fields_.check_keys(node, kKeys);
    if (const Node* turns = node.find("turns")) {
        read_turns(*turns, test);
        if (node.find("question") != nullptr || node.find("reply") != nullptr) {
            fields_.error(node, "a test has \"turns\", or \"question\" and \"reply\"");
        }
    } else {
        read_exchange(node, test);
    }
    read_expectation(node, test);
    return test;
}

void RuleReader::read_turns(const Node& node, RuleTest& test) {
    for (const Node* item : fields_.list(node, "\"turns\"")) {
        if (auto turn = read_turn(*item)) {
            test.turns.push_back(std::move(*turn));
        }
    }
}

void RuleReader::read_exchange(const Node& node, RuleTest& test) {
    if (const Node* question = node.find("question")) {
        test.turns.push_back(
            {Role::customer, fields_.text(*question, "\"question\"").value_or(""), std::nullopt});
    }
    if (const Node* reply = fields_.require(node, "reply", "a test")) {
        test.turns.push_back(
            {Role::agent, fields_.text(*reply, "\"reply\"").value_or(""), std::nullopt});
    }
}

void RuleReader::read_expectation(const Node& node, RuleTest& test) {
    constexpr std::uint32_t kMaxTurns = 1000;
    const Node* match = node.find("match");
    const Node* turn = node.find("match_turn");
    const Node* words = node.find("match_words");
    if (match != nullptr) {
        test.should_match = fields_.boolean(*match, "\"match\"").value_or(true);
    } else if (turn == nullptr && words == nullptr) {
        fields_.error(node, "a test has no \"match\"", "match: true or match: false");
    }
    if (turn != nullptr) {
        test.match_turn = fields_.count(*turn, "\"match_turn\"", 0, kMaxTurns);
        if (!test.should_match) {
            fields_.error(*turn, "\"match_turn\" beside \"match: false\"");
        } else if (test.match_turn && *test.match_turn >= test.turns.size()) {
            fields_.error(*turn,
                          fmt::format("\"match_turn\" is {}, the test has {} turns",
                                      *test.match_turn,
                                      test.turns.size()),
                          "turns count from 0");
        }
    }
    if (words != nullptr) {
        test.match_words = fields_.text(*words, "\"match_words\"").value_or("");
        if (!test.should_match) {
            fields_.error(*words, "\"match_words\" beside \"match: false\"");
        }
    }
    if (const Node* verdict = node.find("verdict")) {
        const auto index = fields_.word(*verdict, "verdict", verdict_names());
        test.verdict = static_cast<Verdict>(index.value_or(0));
    }
    if (const Node* relevance = node.find("relevance")) {
        test.relevance = fields_.fraction(*relevance, "\"relevance\"");
    }
}

// {customer: text, time: "..."}
std::optional<TestTurn> RuleReader::read_turn(const Node& node) {
    static constexpr std::string_view kKeys[] = {"customer", "agent", "bot", "system", "time"};
    if (!fields_.expect_map(node, "a turn")) {
        return std::nullopt;
    }
    fields_.check_keys(node, kKeys);
    TestTurn turn;
    std::size_t roles = 0;
    for (std::size_t i = 0; i < std::size(kRoleNames); ++i) {
        if (const Node* said = node.find(kRoleNames[i])) {
            turn.role = static_cast<Role>(i);
            turn.text = fields_.text(*said, "the text of a turn").value_or("");
            ++roles;
        }
    }
    if (roles != 1) {
        fields_.error(node, "a turn has one of customer, agent, bot and system");
        return std::nullopt;
    }
    if (const Node* time = node.find("time")) {
        turn.time = fields_.timestamp(*time, "\"time\"");
    }
    return turn;
}

}  // namespace suowen::rules
