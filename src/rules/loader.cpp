// SPDX-License-Identifier: Apache-2.0
#include "rules/loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "rules/promises.h"
#include "rules/rule_reader.h"

namespace suowen::rules {
namespace {

constexpr std::string_view kPackKeys[] = {"version",
                                          "jurisdiction",
                                          "extends",
                                          "disable",
                                          "severity",
                                          "fragments",
                                          "topics",
                                          "conditions",
                                          "statutes",
                                          "rules"};
constexpr std::size_t kMaxEntries = 5000;
constexpr std::size_t kMaxNumberings = 50;  // Of one statute over time.
constexpr std::string_view kBuiltin = "builtin";

bool asks_for_promises(const Condition& condition) {
    const auto any = [](const std::vector<Condition>& inner) {
        return std::any_of(inner.begin(), inner.end(), asks_for_promises);
    };
    return condition.promise || any(condition.all_of) || any(condition.any_of) ||
           any(condition.none_of);
}

// Builds one rule set from packs in order.
class Loader {
public:
    Loader(const Pack* builtin, LoadNotes* notes) : builtin_(builtin), notes_(notes) {}

    void load(const Pack& pack) {
        FieldReader fields(pack.name, pack.text, problems_);
        if (!fields.expect_map(pack.root, "a rule pack")) {
            return;
        }
        fields.check_keys(pack.root, kPackKeys);
        check_version(fields, pack.root);
        const bool extends = extends_builtin(fields, pack.root);
        if (extends && builtin_ != nullptr && !has_builtin_) {
            has_builtin_ = true;
            load_content(*builtin_, shared_, false);
        }
        Scope own;
        load_content(pack, extends ? shared_ : own, extends);
        note_unused(extends ? shared_ : own, pack.name);
    }

    Expected<RuleSet, Diagnostics> finish() && {
        if (!problems_.empty()) {
            std::stable_sort(
                problems_.begin(), problems_.end(), [](const Diagnostic& a, const Diagnostic& b) {
                    return a.location.path == b.location.path && a.location.line < b.location.line;
                });
            return unexpected(std::move(problems_));
        }
        note_unused_statutes();
        add_promises();
        for (const Rule& rule : set_.rules) {
            set_.infos.push_back(rule.info);
        }
        set_.patterns = std::make_shared<const text::PatternSet>(std::move(builder_).build());
        return std::move(set_);
    }

private:
    // Everything that one pack says, read into `scope`.
    void load_content(const Pack& pack, Scope& scope, bool extends) {
        FieldReader fields(pack.name, pack.text, problems_);
        const bool is_own = &pack != builtin_;
        PatternReader patterns(fields,
                               scope,
                               builder_,
                               pack.check,
                               is_own && notes_ != nullptr ? &notes_->patterns : nullptr);
        if (pack.patterns) {
            patterns.take_prepared(*pack.patterns);
        }
        ConditionReader conditions(fields, patterns, scope);
        disable(fields, pack.root);
        each_entry(fields, pack.root, "fragments", [&](const Node& key, const Node& value) {
            patterns.define_fragment(key, value);
        });
        each_entry(fields, pack.root, "topics", [&](const Node& key, const Node& value) {
            patterns.define_topic(key, value);
        });
        each_entry(fields, pack.root, "conditions", [&](const Node& key, const Node& value) {
            conditions.define(key, value);
        });
        read_statutes(fields, pack.root, extends);
        read_rules(fields, conditions, pack.root, extends);
        override_severity(fields, pack.root);
    }

    static void check_version(FieldReader& fields, const Node& root) {
        const Node* version = fields.require(root, "version", "the pack");
        if (version != nullptr && (!version->is_scalar() || version->text != "1")) {
            fields.error(*version, "unknown version", "this suowen reads version 1");
        }
    }

    bool extends_builtin(FieldReader& fields, const Node& root) const {
        const Node* extends = root.find("extends");
        if (extends == nullptr) {
            return false;
        }
        if (!extends->is_scalar() || extends->text != kBuiltin) {
            fields.error(*extends, "\"extends\" must be builtin");
            return false;
        }
        if (builtin_ == nullptr) {
            fields.error(*extends, "there are no built-in rules to extend");
        }
        return true;
    }

    template <class Visit>
    static void each_entry(FieldReader& fields,
                           const Node& root,
                           std::string_view key,
                           Visit&& visit) {
        const Node* map = root.find(key);
        if (map == nullptr || !fields.expect_map(*map, fmt::format("\"{}\"", key))) {
            return;
        }
        if (map->items.size() > kMaxEntries) {
            fields.error(*map, fmt::format("\"{}\" has more than {} entries", key, kMaxEntries));
            return;
        }
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < map->items.size(); ++i) {
            if (map->keys[i].is_scalar() && !seen.insert(map->keys[i].text).second) {
                fields.error(map->keys[i], fmt::format("\"{}\" is here twice", map->keys[i].text));
                continue;
            }
            visit(map->keys[i], map->items[i]);
        }
    }

    [[nodiscard]] std::optional<std::size_t> index_of(std::string_view id) const {
        const auto found = std::find_if(set_.rules.begin(),
                                        set_.rules.end(),
                                        [&](const Rule& rule) { return rule.info.id == id; });
        if (found == set_.rules.end()) {
            return std::nullopt;
        }
        return static_cast<std::size_t>(found - set_.rules.begin());
    }

    // The index of the rule that `node` names; says so when there is none.
    std::optional<std::size_t> known_rule(FieldReader& fields, const Node& node) const {
        const auto index = node.is_scalar() ? index_of(node.text) : std::nullopt;
        if (!index) {
            std::vector<std::string_view> known;
            for (const Rule& rule : set_.rules) {
                known.emplace_back(rule.info.id);
            }
            fields.error(node,
                         fmt::format("there is no rule \"{}\"", node.text),
                         suggestion(node.text, known));
        }
        return index;
    }

    void disable(FieldReader& fields, const Node& root) {
        const Node* list = root.find("disable");
        if (list == nullptr) {
            return;
        }
        for (const Node* item : fields.list(*list, "\"disable\"")) {
            if (const auto index = known_rule(fields, *item)) {
                set_.rules.erase(set_.rules.begin() + static_cast<std::ptrdiff_t>(*index));
            }
        }
    }

    void override_severity(FieldReader& fields, const Node& root) {
        each_entry(fields, root, "severity", [&](const Node& key, const Node& value) {
            const auto rule = known_rule(fields, key);
            const auto severity = fields.word(value, "severity", severity_names());
            if (rule && severity) {
                set_.rules[*rule].info.severity = static_cast<Severity>(*severity);
            }
        });
    }

    void read_statutes(FieldReader& fields, const Node& root, bool extends) {
        each_entry(fields, root, "statutes", [&](const Node& key, const Node& value) {
            auto statute = read_statute(fields, key, value);
            if (!statute) {
                return;
            }
            if (!extends && set_.statutes.count(statute->id) != 0) {
                fields.error(key,
                             fmt::format("statute {} is defined by an earlier pack", statute->id),
                             "add `extends: builtin` to override it");
                return;
            }
            statute_places_.insert_or_assign(statute->id, fields.location(key));
            set_.statutes.insert_or_assign(statute->id, std::move(*statute));
        });
        const Node* map = root.find("statutes");
        for (std::size_t i = 0; map != nullptr && i < map->keys.size(); ++i) {
            check_replaced(fields, map->keys[i], map->items[i]);
        }
    }

    void check_replaced(FieldReader& fields, const Node& key, const Node& value) const {
        const Node* replaces = value.find("replaces");
        const auto statute = set_.statutes.find(key.text);
        if (replaces == nullptr || statute == set_.statutes.end()) {
            return;
        }
        for (const std::string& id : statute->second.replaces) {
            if (set_.statutes.count(id) == 0) {
                std::vector<std::string_view> known;
                for (const auto& [name, other] : set_.statutes) {
                    known.emplace_back(name);
                }
                fields.error(
                    *replaces, fmt::format("unknown statute \"{}\"", id), suggestion(id, known));
            }
        }
        const auto older = replaced_by(key.text);
        if (older.count(key.text) != 0) {
            fields.error(*replaces, fmt::format("statute {} replaces itself", key.text));
        } else if (older.size() >= kMaxNumberings) {
            fields.error(*replaces,
                         fmt::format("statute {} replaces more than {}", key.text, kMaxNumberings));
        }
    }

    // All that `id` replaces, directly or not; at most about kMaxNumberings of them.
    [[nodiscard]] std::set<std::string, std::less<>> replaced_by(std::string_view id) const {
        std::set<std::string, std::less<>> found;
        std::vector<std::string_view> open{id};
        while (!open.empty() && found.size() < kMaxNumberings) {
            const auto statute = set_.statutes.find(open.back());
            open.pop_back();
            if (statute == set_.statutes.end()) {
                continue;
            }
            for (const std::string& older : statute->second.replaces) {
                if (found.insert(older).second) {
                    open.push_back(older);
                }
            }
        }
        return found;
    }

    void read_rules(FieldReader& fields,
                    ConditionReader& conditions,
                    const Node& root,
                    bool extends) {
        const Node* list = root.find("rules");
        if (list == nullptr) {
            return;
        }
        if (!list->is_sequence() || list->items.size() > kMaxEntries) {
            fields.error(*list, fmt::format("\"rules\" must be a list of at most {}", kMaxEntries));
            return;
        }
        RuleReader reader(fields, conditions, set_.statutes);
        std::set<std::string, std::less<>> own;
        for (const Node& item : list->items) {
            if (fields.has_said_enough()) {
                return;
            }
            auto rule = reader.read(item);
            if (!rule) {
                continue;
            }
            const Node& id = *item.find("id");
            if (!own.insert(rule->info.id).second) {
                fields.error(id, fmt::format("rule {} is here twice", rule->info.id));
            } else {
                place(fields, id, std::move(*rule), extends);
            }
        }
    }

    void place(FieldReader& fields, const Node& id, Rule rule, bool extends) {
        const auto index = index_of(rule.info.id);
        if (!index) {
            set_.rules.push_back(std::move(rule));
        } else if (extends) {
            set_.rules[*index] = std::move(rule);
        } else {
            fields.error(id,
                         fmt::format("rule {} is defined by an earlier pack", rule.info.id),
                         "add `extends: builtin` to override it");
        }
    }

    void add_promises() {
        const bool is_asked =
            std::any_of(set_.rules.begin(), set_.rules.end(), [](const Rule& rule) {
                return asks_for_promises(rule.when);
            });
        if (is_asked) {
            for (const std::string& pattern : promise_patterns()) {
                set_.promise_patterns.push_back(builder_.add(pattern));
            }
        }
    }

    void note_unused(const Scope& scope, const std::string& name) {
        if (notes_ == nullptr) {
            return;
        }
        const auto note = [&](const char* what, const auto& named) {
            for (const auto& [id, value] : named) {
                if (!value.is_used && value.location.path == name) {
                    notes_->unused.push_back({what, id, value.location});
                }
            }
        };
        note("fragment", scope.fragments);
        note("topic", scope.topics);
        note("condition", scope.conditions);
        for (const auto& [id, fragment] : scope.fragments) {
            if (fragment.location.path == name) {
                notes_->fragments.push_back(fragment);
            }
        }
    }

    void note_unused_statutes() {
        std::set<std::string, std::less<>> cited;
        for (const Rule& rule : set_.rules) {
            for (const std::string& id : rule.info.statutes) {
                cited.insert(id);
                cited.merge(replaced_by(id));
            }
        }
        for (const auto& [id, place] : statute_places_) {
            const bool is_own = builtin_ == nullptr || place.path != builtin_->name;
            if (notes_ != nullptr && is_own && cited.count(id) == 0) {
                notes_->unused.push_back({"statute", id, place});
            }
        }
    }

    const Pack* builtin_;
    LoadNotes* notes_;
    bool has_builtin_ = false;
    Diagnostics problems_;
    Scope shared_;  // Of the built-in rules and the packs that extend them.
    text::PatternSet::Builder builder_;
    RuleSet set_;
    std::map<std::string, SourceLocation, std::less<>> statute_places_;
};

}  // namespace

Expected<RuleSet, Diagnostics> load_packs(std::span<const Pack> packs,
                                          const Pack* builtin,
                                          LoadNotes* notes) {
    Loader loader(builtin, notes);
    for (const Pack& pack : packs) {
        loader.load(pack);
    }
    return std::move(loader).finish();
}

}  // namespace suowen::rules
