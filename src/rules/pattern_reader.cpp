// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern_reader.h"

#include <fmt/format.h>

#include "base/check.h"
#include "text/normalizer.h"

namespace suowen::rules {
namespace {

constexpr std::size_t kMaxPatternBytes = std::size_t{32} << 10U;  // With fragments filled in.

template <class Value>
std::vector<std::string_view> names_of(const std::map<std::string, Value, std::less<>>& named) {
    std::vector<std::string_view> names;
    for (const auto& [name, value] : named) {
        names.emplace_back(name);
    }
    return names;
}

// RE2 says `reason: part of the pattern`.
std::size_t offset_of_problem(std::string_view written, std::string_view error) {
    const std::size_t colon = error.find(": ");
    if (colon == std::string_view::npos) {
        return 0;
    }
    const std::size_t found = written.find(error.substr(colon + 2));
    return found == std::string_view::npos ? 0 : found;
}

}  // namespace

// The fragment that is written at `at`, as a group; sets `end` behind it.
std::optional<std::string> PatternReader::fragment_at(const Node& node,
                                                      std::size_t at,
                                                      std::size_t& end) {
    const std::string_view written = node.text;
    const std::size_t close = written.find("}}", at);
    if (close == std::string_view::npos) {
        fields_.error_inside(node, at, "\"{{\" without \"}}\"", "a fragment is written {{name}}");
        return std::nullopt;
    }
    end = close + 2;
    const std::string_view name = written.substr(at + 2, close - at - 2);
    const auto found = scope_.fragments.find(name);
    if (found == scope_.fragments.end()) {
        const std::vector<std::string_view> known = names_of(scope_.fragments);
        fields_.error_inside(
            node, at, fmt::format("unknown fragment \"{}\"", name), suggestion(name, known));
        return std::nullopt;
    }
    found->second.is_used = true;
    if (found->second.is_broken) {
        return std::nullopt;
    }
    return "(?:" + found->second.pattern + ")";
}

std::optional<std::string> PatternReader::expanded(const Node& node, std::string_view what) {
    const std::optional<std::string> written = fields_.text(node, what);
    if (!written) {
        return std::nullopt;
    }
    std::string out;
    std::size_t at = 0;
    for (std::size_t open = 0; (open = written->find("{{", at)) != std::string::npos;) {
        out.append(*written, at, open - at);
        const std::optional<std::string> fragment = fragment_at(node, open, at);
        if (!fragment) {
            return std::nullopt;
        }
        out += *fragment;
        if (out.size() > kMaxPatternBytes) {
            break;
        }
    }
    out.append(*written, at);
    if (out.size() > kMaxPatternBytes) {
        fields_.error(node, fmt::format("pattern of more than {} bytes", kMaxPatternBytes));
        return std::nullopt;
    }
    return out;
}

bool PatternReader::has_valid_syntax(const Node& node, const std::string& pattern) {
    if (check_ == PatternCheck::none) {
        return true;
    }
    const auto problem = text::syntax_error(text::with_folded_han(pattern));
    if (problem) {
        fields_.error_inside(node,
                             offset_of_problem(node.text, *problem),
                             "bad pattern: " + *problem,
                             "RE2 syntax, without look-around and back-references");
    }
    return !problem;
}

std::optional<text::PatternId> PatternReader::pattern(const Node& node, std::string_view what) {
    if (prepared_) {
        SUOWEN_CHECK(next_prepared_ < prepared_->size());
        return (*prepared_)[next_prepared_++];
    }
    const std::optional<std::string> made = expanded(node, what);
    if (!made || !has_valid_syntax(node, *made)) {
        return std::nullopt;
    }
    if (check_ == PatternCheck::full && text::matches_empty(*made)) {
        fields_.error(node, "pattern matches the empty text, so everywhere");
        return std::nullopt;
    }
    const text::PatternId id = builder_.add(*made);
    if (uses_ != nullptr) {
        uses_->push_back({id, node.text, fields_.location(node)});
    }
    return id;
}

void PatternReader::take_prepared(const PreparedPatterns& prepared) {
    std::vector<text::PatternId> ids;
    for (const PreparedPattern& pattern : prepared.patterns) {
        ids.push_back(builder_.add_prepared(pattern.pattern, pattern.literals));
    }
    prepared_.emplace();
    for (const std::uint32_t use : prepared.uses) {
        prepared_->push_back(ids[use]);
    }
}

std::vector<text::PatternId> PatternReader::patterns(const Node& node, std::string_view what) {
    std::vector<text::PatternId> ids;
    for (const Node* item : fields_.one_or_more(node, what)) {
        if (const auto id = pattern(*item, what)) {
            ids.push_back(*id);
        }
    }
    return ids;
}

void PatternReader::define_fragment(const Node& key, const Node& value) {
    const auto name = fields_.identifier(key, "the name of a fragment");
    if (!name) {
        return;
    }
    Fragment fragment;
    fragment.location = fields_.location(key);
    for (const Node* item : fields_.one_or_more(value, fmt::format("fragment \"{}\"", *name))) {
        const auto made = expanded(*item, fmt::format("fragment \"{}\"", *name));
        if (!made || !has_valid_syntax(*item, *made)) {
            fragment.is_broken = true;
            continue;
        }
        fragment.pattern += (fragment.pattern.empty() ? "" : "|") + *made;
    }
    fragment.is_broken = fragment.is_broken || fragment.pattern.empty();
    scope_.fragments.insert_or_assign(*name, std::move(fragment));
}

void PatternReader::define_topic(const Node& key, const Node& value) {
    const auto name = fields_.identifier(key, "the name of a topic");
    if (!name) {
        return;
    }
    Topic topic;
    topic.location = fields_.location(key);
    topic.patterns = patterns(value, fmt::format("topic \"{}\"", *name));
    scope_.topics.insert_or_assign(*name, std::move(topic));
}

}  // namespace suowen::rules
