// SPDX-License-Identifier: Apache-2.0
#include "rules/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/utf8.h"
#include "rules/rule_files.h"
#include "text/normalizer.h"

namespace suowen::rules {
namespace {

constexpr std::ptrdiff_t kLeastTests = 3;  // Of either kind.

bool is_ascii_letter_or_digit(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Moves `at` behind what is syntax rather than text: an escape, a named class or group, a fragment.
bool skip_syntax(std::string_view pattern, std::size_t& at) {
    const auto skip_behind = [&](std::string_view end) {
        const std::size_t found = pattern.find(end, at);
        at = found == std::string_view::npos ? pattern.size() : found + end.size();
        return true;
    };
    const std::string_view rest = pattern.substr(at);
    if (rest.substr(0, 3) == "\\p{" || rest.substr(0, 3) == "\\P{" || rest.substr(0, 3) == "\\x{") {
        return skip_behind("}");
    }
    if (rest.substr(0, 2) == "\\x") {
        at += std::min<std::size_t>(4, rest.size());
        return true;
    }
    if (rest.front() == '\\') {
        at += 1;
        at += at < pattern.size() ? utf8::decode(pattern, at).bytes : 0;
        return true;
    }
    if (rest.substr(0, 2) == "{{") {
        return skip_behind("}}");
    }
    if (rest.substr(0, 2) == "[:") {
        return skip_behind(":]");
    }
    if (rest.substr(0, 4) == "(?P<") {
        return skip_behind(">");
    }
    return false;
}

// A character of the pattern that no normalized text holds, so that what it stands for cannot
// match. Chinese ones are folded when the pattern is added.
std::optional<std::string> find_impossible(std::string_view pattern) {
    for (std::size_t at = 0; at < pattern.size();) {
        if (skip_syntax(pattern, at)) {
            continue;
        }
        const utf8::Decoded decoded = utf8::decode(pattern, at);
        const std::string character(pattern.substr(at, decoded.bytes));
        at += decoded.bytes;
        const bool is_text =
            is_ascii_letter_or_digit(decoded.code_point) || decoded.code_point >= 0x80;
        if (is_text && !utf8::is_han(decoded.code_point) &&
            text::normalized(character) != character) {
            return character;
        }
    }
    return std::nullopt;
}

// One Chinese character or two letters stand in too many texts.
bool is_poor_literal(std::string_view literal) {
    constexpr std::size_t kHanBytes = 3;
    const bool is_ascii = static_cast<unsigned char>(literal.front()) < 0x80;
    return literal.size() < (is_ascii ? 3 : 2 * kHanBytes);
}

bool has_capturing_group(std::string_view pattern) {
    bool is_in_class = false;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        if (c == '\\') {
            ++at;
        } else if (c == '[' || c == ']') {
            is_in_class = c == '[';
        } else if (c == '(' && !is_in_class) {
            const std::string_view rest = pattern.substr(at + 1);
            if (rest.substr(0, 1) != "?" || rest.substr(0, 3) == "?P<") {
                return true;
            }
        }
    }
    return false;
}

class Linter {
public:
    Linter(const RuleSet& rules, const LoadNotes& notes, const std::vector<TextFile>& files)
        : rules_(rules), notes_(notes), files_(files) {}

    Diagnostics run() && {
        check_patterns();
        check_fragments();
        check_tests();
        check_unused();
        std::stable_sort(
            warnings_.begin(), warnings_.end(), [](const Diagnostic& a, const Diagnostic& b) {
                return std::tie(a.location.path, a.location.line) <
                       std::tie(b.location.path, b.location.line);
            });
        return std::move(warnings_);
    }

private:
    void warn(const SourceLocation& place, std::string message, std::string help = {}) {
        Diagnostic warning;
        warning.level = DiagnosticLevel::warning;
        warning.location = place;
        warning.message = std::move(message);
        warning.help = std::move(help);
        for (const TextFile& file : files_) {
            if (file.name == place.path) {
                warning.excerpt = Lines(file.text).line(place.line);
            }
        }
        warnings_.push_back(std::move(warning));
    }

    void check_patterns() {
        for (const PatternUse& use : notes_.patterns) {
            check_literals(use);
            if (const auto character = find_impossible(use.written)) {
                warn(use.location,
                     fmt::format("normalized text never holds \"{}\"", *character),
                     fmt::format("write \"{}\"", text::normalized(*character)));
            }
        }
    }

    // One that may hold nowhere but at the begin of a text, in a few characters, costs next to
    // nothing.
    static bool is_short_and_anchored(std::string_view pattern) {
        if (pattern.starts_with("(?:") && pattern.ends_with(")")) {  // A fragment.
            pattern = pattern.substr(3, pattern.size() - 4);
        }
        return pattern.size() > 1 && pattern.front() == '^' && pattern.back() == '$' &&
               pattern.find_first_of("*+|") == std::string_view::npos &&
               pattern.find(",}") == std::string_view::npos;
    }

    // A pattern with a poor literal only costs time.
    void check_literals(const PatternUse& use) {
        constexpr std::string_view kHelp =
            "give each branch two Chinese characters or three letters";
        const auto alternatives = rules_.patterns->required_literals(use.id);
        const bool runs_on_all = std::any_of(
            alternatives.begin(), alternatives.end(), [](const text::LiteralSets& sets) {
                return sets.empty();
            });
        if (runs_on_all && is_short_and_anchored(rules_.patterns->pattern(use.id))) {
            return;
        }
        if (runs_on_all) {
            warn(
                use.location,
                "the pattern has no literal that it cannot match without, so it runs on every text",
                std::string(kHelp));
            return;
        }
        for (const text::LiteralSets& sets : alternatives) {
            const std::vector<std::string>& literals = sets.front();
            const auto poor = std::find_if(literals.begin(), literals.end(), is_poor_literal);
            if (sets.size() == 1 && poor != literals.end()) {
                warn(use.location,
                     fmt::format("the pattern runs on every text with \"{}\"", *poor),
                     std::string(kHelp));
                warnings_.back().level = DiagnosticLevel::note;
                return;
            }
        }
    }

    void check_fragments() {
        for (const Fragment& fragment : notes_.fragments) {
            if (has_capturing_group(fragment.pattern)) {
                warn(fragment.location,
                     "the fragment has a capturing group",
                     "findings show the first group of a pattern; write (?:...)");
            }
        }
    }

    void check_tests() {
        for (const Rule& rule : rules_.rules) {
            if (!is_own(rule.location)) {
                continue;
            }
            const auto matching =
                std::count_if(rule.tests.begin(), rule.tests.end(), [](const RuleTest& test) {
                    return test.should_match;
                });
            const auto others = static_cast<std::ptrdiff_t>(rule.tests.size()) - matching;
            if (matching < kLeastTests || others < kLeastTests) {
                warn(rule.location,
                     fmt::format("rule {} has {} tests that match and {} that do not",
                                 rule.info.id,
                                 matching,
                                 others),
                     fmt::format("at least {} of each", kLeastTests));
            }
        }
    }

    void check_unused() {
        for (const Definition& unused : notes_.unused) {
            warn(unused.location, fmt::format("{} \"{}\" is not used", unused.what, unused.name));
        }
    }

    // Not of the built-in rules.
    [[nodiscard]] bool is_own(const SourceLocation& place) const {
        return std::any_of(files_.begin(), files_.end(), [&](const TextFile& file) {
            return file.name == place.path;
        });
    }

    const RuleSet& rules_;
    const LoadNotes& notes_;
    const std::vector<TextFile>& files_;
    Diagnostics warnings_;
};

Diagnostics lint_files(const std::vector<TextFile>& files) {
    LoadNotes notes;
    Expected<RuleSet, Diagnostics> rules = load_rule_files(files, &notes);
    return rules ? Linter(*rules, notes, files).run() : std::move(rules.error());
}

}  // namespace

Diagnostics lint_rules(const std::vector<std::string>& paths) {
    Expected<std::vector<TextFile>, Diagnostics> files = read_rule_files(paths);
    return files ? lint_files(*files) : std::move(files.error());
}

Diagnostics lint_rules(std::string_view yaml, const std::string& name) {
    return lint_files({{name, std::string(yaml)}});
}

}  // namespace suowen::rules
