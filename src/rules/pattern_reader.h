// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/condition.h"
#include "rules/field_reader.h"
#include "rules/prepared_patterns.h"
#include "text/pattern_set.h"

namespace suowen::rules {

// `{{name}}` in a pattern.
struct Fragment {
    std::string pattern;  // With the fragments that it uses filled in.
    SourceLocation location;
    bool is_broken = false;  // Has been told; patterns that use it are passed over.
    bool is_used = false;
};

struct Topic {
    std::vector<text::PatternId> patterns;
    SourceLocation location;
    bool is_used = false;
};

// An entry under `conditions`.
struct NamedCondition {
    Condition condition;
    SourceLocation location;
    bool is_used = false;
};

// What the patterns and conditions of a pack may refer to.
struct Scope {
    std::map<std::string, Fragment, std::less<>> fragments;
    std::map<std::string, Topic, std::less<>> topics;
    std::map<std::string, NamedCondition, std::less<>> conditions;
};

// A place where a pattern is written.
struct PatternUse {
    text::PatternId id = 0;
    std::string written;
    SourceLocation location;
};

// `none` is for the rules that ship with suowen, which are checked when it is built.
enum class PatternCheck : std::uint8_t { full, none };

// Reads patterns: fills in fragments, checks the syntax and adds them to a set.
class PatternReader {
public:
    // Borrows all. Notes in `uses` where patterns stand, unless it is null.
    PatternReader(FieldReader& fields,
                  Scope& scope,
                  text::PatternSet::Builder& builder,
                  PatternCheck check,
                  std::vector<PatternUse>* uses)
        : fields_(fields), scope_(scope), builder_(builder), check_(check), uses_(uses) {}

    // All patterns to come, in the order of reading; they are not read from their nodes then.
    void take_prepared(const PreparedPatterns& prepared);

    // One pattern or a list of them. Bad ones have been told and are left out.
    [[nodiscard]] std::vector<text::PatternId> patterns(const Node& node, std::string_view what);

    // The value of a fragment: a pattern or a list of them, any of which may stand there.
    void define_fragment(const Node& key, const Node& value);

    void define_topic(const Node& key, const Node& value);

private:
    std::optional<text::PatternId> pattern(const Node& node, std::string_view what);
    std::optional<std::string> expanded(const Node& node, std::string_view what);
    std::optional<std::string> fragment_at(const Node& node, std::size_t at, std::size_t& end);
    bool has_valid_syntax(const Node& node, const std::string& pattern);

    FieldReader& fields_;
    Scope& scope_;
    text::PatternSet::Builder& builder_;
    PatternCheck check_;
    std::vector<PatternUse>* uses_;
    std::optional<std::vector<text::PatternId>> prepared_;  // One for each place to come.
    std::size_t next_prepared_ = 0;
};

}  // namespace suowen::rules
