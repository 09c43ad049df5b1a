// SPDX-License-Identifier: Apache-2.0
#include "triage/suppressions.h"

#include <fmt/format.h>
#include <algorithm>
#include <iterator>

#include "base/glob.h"
#include "model/timestamp.h"
#include "rules/field_reader.h"

namespace suowen::triage {
namespace {

constexpr std::string_view kFileKeys[] = {"suppressions"};
constexpr std::string_view kKeys[] = {"rule", "agent", "conversation", "path", "reason", "until"};

bool fits(const std::vector<std::string>& globs, std::string_view text) {
    return globs.empty() || std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
               return matches_glob(text, glob);
           });
}

bool has_expired(const Suppression& entry, std::chrono::year_month_day today) {
    return entry.until && *entry.until < today;
}

class SuppressionReader {
public:
    explicit SuppressionReader(rules::FieldReader& fields) : fields_(fields) {}

    std::optional<Suppression> read(const rules::Node& node) {
        if (!fields_.expect_map(node, "a suppression")) {
            return std::nullopt;
        }
        fields_.check_keys(node, kKeys);
        Suppression entry;
        entry.location = fields_.location(node);
        entry.rules = texts(node, "rule");
        entry.agents = texts(node, "agent");
        entry.conversations = texts(node, "conversation");
        entry.paths = texts(node, "path");
        if (entry.rules.empty() && entry.agents.empty() && entry.conversations.empty() &&
            entry.paths.empty()) {
            fields_.error(node,
                          "a suppression of everything",
                          "name a rule, an agent, a conversation or a path");
        }
        if (const rules::Node* reason = fields_.require(node, "reason", "the suppression")) {
            entry.reason = fields_.text(*reason, "\"reason\"").value_or("");
        }
        if (const rules::Node* until = node.find("until")) {
            entry.until = fields_.date(*until, "\"until\"");
        }
        return entry;
    }

private:
    std::vector<std::string> texts(const rules::Node& map, std::string_view key) {
        std::vector<std::string> values;
        const rules::Node* node = map.find(key);
        if (node == nullptr) {
            return values;
        }
        const std::string what = fmt::format("\"{}\"", key);
        for (const rules::Node* item : fields_.one_or_more(*node, what)) {
            if (auto value = fields_.text(*item, what)) {
                values.push_back(std::move(*value));
            }
        }
        return values;
    }

    rules::FieldReader& fields_;
};

}  // namespace

Expected<Suppressions, Diagnostics> Suppressions::parse(std::string_view yaml,
                                                        const std::string& name) {
    Result<rules::Node> root = rules::parse_document(yaml, name);
    if (!root) {
        return unexpected(Diagnostics{root.error()});
    }
    Diagnostics problems;
    rules::FieldReader fields(name, yaml, problems);
    Suppressions suppressions;
    if (fields.expect_map(*root, "a file of suppressions")) {
        fields.check_keys(*root, kFileKeys);
        if (const rules::Node* list = fields.require(*root, "suppressions", "the file")) {
            SuppressionReader reader(fields);
            for (const rules::Node* item : fields.list(*list, "\"suppressions\"")) {
                if (auto entry = reader.read(*item)) {
                    suppressions.entries_.push_back(std::move(*entry));
                }
            }
        }
    }
    if (!problems.empty()) {
        return unexpected(std::move(problems));
    }
    return suppressions;
}

void Suppressions::add(Suppressions more) {
    std::move(more.entries_.begin(), more.entries_.end(), std::back_inserter(entries_));
}

const Suppression* Suppressions::find(const FindingPlace& place,
                                      std::chrono::year_month_day today) {
    const auto found =
        std::find_if(entries_.begin(), entries_.end(), [&](const Suppression& entry) {
            return !has_expired(entry, today) &&
                   (fits(entry.rules, place.rule) || fits(entry.rules, place.category)) &&
                   fits(entry.agents, place.agent) &&
                   fits(entry.conversations, place.conversation) && fits(entry.paths, place.path);
        });
    if (found == entries_.end()) {
        return nullptr;
    }
    ++found->uses;
    return &*found;
}

Diagnostics Suppressions::complaints(std::chrono::year_month_day today) const {
    Diagnostics all;
    for (const Suppression& entry : entries_) {
        Diagnostic warning;
        warning.level = DiagnosticLevel::warning;
        warning.location = entry.location;
        if (has_expired(entry, today)) {
            warning.message = fmt::format("the suppression ended on {}; its findings count again",
                                          iso_day(*entry.until));
            warning.help = "take it out, or look again and set a later day";
        } else if (entry.uses == 0) {
            warning.message = "nothing was found that this suppresses";
            warning.help = "take it out if it is no longer needed";
        } else {
            continue;
        }
        all.push_back(std::move(warning));
    }
    return all;
}

}  // namespace suowen::triage
