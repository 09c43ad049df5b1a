// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
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

Diagnostic unreadable(const std::string& path) {
    Diagnostic problem;
    problem.location.path = path;
    problem.message = fmt::format("cannot be read: {}", std::strerror(errno));
    return problem;
}

bool extends_builtin(const Pack& pack) {
    return pack.root.find("extends") != nullptr;
}

std::string names_of(const std::vector<RuleFile>& files) {
    std::string names;
    for (const RuleFile& file : files) {
        names += (names.empty() ? "" : ", ") + file.name;
    }
    return names;
}

// Of what the rules come from: the same rules have the same digest, whatever their files' names.
std::string digest_of(const std::vector<RuleFile>& files, bool has_builtin) {
    std::string joined(has_builtin ? kEmbeddedText : std::string_view());
    for (const RuleFile& file : files) {
        joined += file.text;
    }
    return sha256_hex(joined);
}

}  // namespace

std::string_view builtin_text() {
    return kEmbeddedText;
}

Result<RuleFile> read_rule_file(const std::string& path) {
    errno = 0;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                               &std::fclose);
    if (file == nullptr) {
        return unexpected(unreadable(path));
    }
    RuleFile read{path, {}};
    std::array<char, 1 << 16> block{};
    // One byte too many is enough for parse_document() to refuse the file.
    while (read.text.size() <= kMaxDocumentBytes) {
        const std::size_t got = std::fread(block.data(), 1, block.size(), file.get());
        if (got == 0) {
            break;
        }
        read.text.append(block.data(), got);
    }
    if (std::ferror(file.get()) != 0) {
        return unexpected(unreadable(path));
    }
    return read;
}

Expected<std::vector<RuleFile>, Diagnostics> read_rule_files(
    const std::vector<std::string>& paths) {
    std::vector<RuleFile> files;
    Diagnostics problems;
    for (const std::string& path : paths) {
        Result<RuleFile> file = read_rule_file(path);
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

Expected<RuleSet, Diagnostics> load_rule_files(const std::vector<RuleFile>& files,
                                               LoadNotes* notes) {
    std::vector<Pack> packs;
    Diagnostics problems;
    for (const RuleFile& file : files) {
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
    Expected<std::vector<RuleFile>, Diagnostics> files = read_rule_files(paths);
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
