// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/digest.h"
#include "rules/embedded_rules.h"

namespace suowen::rules {
namespace {

constexpr std::string_view kBuiltinName = "builtin:rules.yaml";

Pack builtin_pack() {
    return {std::string(kBuiltinName),
            kEmbeddedText,
            unpack(kEmbeddedDocument),
            PatternCheck::none,
            unpack_patterns(kEmbeddedPatterns)};
}

bool extends_builtin(const Pack& pack) {
    return pack.root.find("extends") != nullptr;
}

std::string names_of(const std::vector<TextFile>& files) {
    std::string names;
    for (const TextFile& file : files) {
        names += (names.empty() ? "" : ", ") + file.name;
    }
    return names;
}

// Of what the rules come from: the same rules have the same digest, whatever their files' names.
std::string digest_of(const std::vector<TextFile>& files, bool has_builtin) {
    std::string joined(has_builtin ? kEmbeddedText : std::string_view());
    for (const TextFile& file : files) {
        joined += file.text;
    }
    return sha256_hex(joined);
}

}  // namespace

std::string_view builtin_text() {
    return kEmbeddedText;
}

Expected<std::vector<TextFile>, Diagnostics> read_rule_files(
    const std::vector<std::string>& paths) {
    std::vector<TextFile> files;
    Diagnostics problems;
    for (const std::string& path : paths) {
        Result<TextFile> file = read_text_file(path, kMaxDocumentBytes);
        if (file) {
            files.push_back(std::move(*file));
        } else {
            problems.push_back(std::move(file.error()));
        }
    }
    if (!problems.empty()) {
        return unexpected(std::move(problems));
    }
    return files;
}

Expected<RuleSet, Diagnostics> load_rule_files(const std::vector<TextFile>& files,
                                               LoadNotes* notes) {
    std::vector<Pack> packs;
    Diagnostics problems;
    for (const TextFile& file : files) {
        Result<Node> document = parse_document(file.text, file.name);
        if (document) {
            packs.push_back({file.name, file.text, std::move(*document), PatternCheck::full, {}});
        } else {
            problems.push_back(std::move(document.error()));
        }
    }
    const bool has_builtin = std::any_of(packs.begin(), packs.end(), extends_builtin);
    const std::optional<Pack> builtin = has_builtin ? std::optional(builtin_pack()) : std::nullopt;
    Expected<RuleSet, Diagnostics> rules = load_packs(packs, builtin ? &*builtin : nullptr, notes);
    if (!rules) {
        problems.insert(problems.end(), rules.error().begin(), rules.error().end());
    }
    if (!problems.empty()) {
        return unexpected(std::move(problems));
    }
    rules->source = names_of(files);
    rules->sha256 = digest_of(files, has_builtin);
    return rules;
}

Expected<RuleSet, Diagnostics> load_builtin_rules() {
    const Pack builtin = builtin_pack();
    Expected<RuleSet, Diagnostics> rules = load_packs({&builtin, 1}, nullptr);
    if (rules) {
        rules->source = "builtin";
        rules->sha256 = kEmbeddedSha256;
    }
    return rules;
}

Expected<RuleSet, Diagnostics> load_rules(const std::vector<std::string>& paths) {
    Expected<std::vector<TextFile>, Diagnostics> files = read_rule_files(paths);
    if (!files) {
        return unexpected(std::move(files.error()));
    }
    return load_rule_files(*files, nullptr);
}

Expected<RuleSet, Diagnostics> parse_rules(std::string_view yaml, const std::string& name) {
    return load_rule_files({{name, std::string(yaml)}}, nullptr);
}

std::string_view builtin_rules_text() {
    return kEmbeddedText;
}

}  // namespace suowen::rules
