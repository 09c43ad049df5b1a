// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/document.h"
#include "rules/pattern_reader.h"
#include "rules/rule_set.h"

namespace suowen::rules {

// A pack, parsed. `text` is where its problems are quoted from; it may be empty when there are
// none.
struct Pack {
    std::string name;
    std::string_view text;
    Node root;
    PatternCheck check = PatternCheck::full;
    std::optional<PreparedPatterns> patterns;  // Where they are known.
};

// A fragment, topic, condition or statute.
struct Definition {
    std::string_view what;  // "fragment"
    std::string name;
    SourceLocation location;
};

// What lint wants to know of the packs, besides the rules; nothing of the built-in ones.
struct LoadNotes {
    std::vector<PatternUse> patterns;  // Wherever one is written.
    std::vector<Fragment> fragments;
    std::vector<Definition> unused;
};

// Packs in order, each strictly checked. A pack that extends "builtin" needs `builtin`, which may
// be null. `sha256` is left empty. All problems of all packs at once. `notes` may be null.
[[nodiscard]] Expected<RuleSet, Diagnostics> load_packs(std::span<const Pack> packs,
                                                        const Pack* builtin,
                                                        LoadNotes* notes = nullptr);

}  // namespace suowen::rules
