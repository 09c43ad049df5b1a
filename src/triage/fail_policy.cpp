// SPDX-License-Identifier: Apache-2.0
#include "triage/fail_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "model/verdict_counts.h"
#include "rules/field_reader.h"

namespace suowen::triage {
namespace {

constexpr std::string_view kUnanswered = "unanswered";

std::optional<FailCriterion> parse_criterion(std::string_view text) {
    FailCriterion criterion;
    const std::size_t sign = text.find('>');
    criterion.name = text.substr(0, sign);
    if (criterion.name.empty()) {
        return std::nullopt;
    }
    if (sign == std::string_view::npos) {
        return criterion;
    }
    std::string_view number = text.substr(sign + 1);
    criterion.is_percent = number.ends_with('%');
    if (criterion.is_percent) {
        number.remove_suffix(1);
    }
    const auto [stop, error] = std::from_chars(number.begin(), number.end(), criterion.most);
    const bool is_read = error == std::errc() && stop == number.end();
    // Nothing is more than infinitely many, and from_chars reads "inf".
    const bool can_be_met = std::isfinite(criterion.most) && criterion.most >= 0 &&
                            (!criterion.is_percent || criterion.most <= 100);
    return is_read && can_be_met ? std::optional(criterion) : std::nullopt;
}

template <class Counts>
std::uint64_t count_in(const Counts& counts, const std::string& name) {
    const auto found = counts.find(name);
    return found == counts.end() ? 0 : found->second;
}

// How many there are of what `name` names; a rule or category may never have been found.
std::uint64_t found(const std::string& name, const NewFindings& findings, const Summary& summary) {
    if (const auto severity = severity_from(name)) {
        std::uint64_t sum = 0;
        for (auto i = static_cast<std::size_t>(*severity); i < kSeverityCount; ++i) {
            sum += findings.by_severity.at(i);
        }
        return sum;
    }
    if (name == kUnanswered) {
        return summary.unanswered;
    }
    if (const auto verdict = verdict_from(name)) {
        return count_of(summary.by_verdict, *verdict);
    }
    return count_in(findings.by_category, name) + count_in(findings.by_rule, name);
}

}  // namespace

void NewFindings::add(const RuleInfo& rule) {
    ++by_severity.at(static_cast<std::size_t>(rule.severity));
    ++by_category[rule.category];
    ++by_rule[rule.id];
}

std::optional<FailPolicy> parse_fail_policy(std::string_view text) {
    FailPolicy policy;
    if (text == "none") {
        return policy;
    }
    while (true) {
        const std::size_t comma = text.find(',');
        std::string_view part = text.substr(0, comma);
        while (part.starts_with(' ')) {
            part.remove_prefix(1);
        }
        while (part.ends_with(' ')) {
            part.remove_suffix(1);
        }
        std::optional<FailCriterion> criterion = parse_criterion(part);
        if (!criterion) {
            return std::nullopt;
        }
        policy.criteria.push_back(std::move(*criterion));
        if (comma == std::string_view::npos) {
            return policy;
        }
        text.remove_prefix(comma + 1);
    }
}

std::optional<Diagnostic> unknown_name(const FailPolicy& policy,
                                       const std::vector<RuleInfo>& rules) {
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < kSeverityCount; ++i) {
        known.push_back(name_of(static_cast<Severity>(i)));
    }
    for (std::size_t i = 0; i < kVerdictCount; ++i) {
        known.push_back(name_of(static_cast<Verdict>(i)));
    }
    known.push_back(kUnanswered);
    const std::vector<std::string_view>& categories = builtin_categories();
    known.insert(known.end(), categories.begin(), categories.end());
    const std::size_t words = known.size();
    for (const RuleInfo& rule : rules) {
        known.emplace_back(rule.id);
        known.emplace_back(rule.category);
    }
    for (const FailCriterion& criterion : policy.criteria) {
        if (std::find(known.begin(), known.end(), criterion.name) != known.end()) {
            continue;
        }
        Diagnostic problem;
        problem.message = fmt::format("--fail-on: \"{}\" is no severity, category, verdict or rule",
                                      criterion.name);
        const std::string_view meant = rules::nearest(criterion.name, known);
        problem.help = meant.empty() ? rules::suggestion(criterion.name, {known.data(), words})
                                     : fmt::format("did you mean \"{}\"?", meant);
        return problem;
    }
    return std::nullopt;
}

std::vector<std::string> failures(const FailPolicy& policy,
                                  const NewFindings& findings,
                                  const Summary& summary) {
    std::vector<std::string> failed;
    for (const FailCriterion& criterion : policy.criteria) {
        const std::uint64_t count = found(criterion.name, findings, summary);
        const std::uint64_t whole = judged_replies(summary.by_verdict) +
                                    (criterion.name == kUnanswered ? summary.unanswered : 0);
        const double share =
            whole == 0 ? 0 : 100 * static_cast<double>(count) / static_cast<double>(whole);
        if ((criterion.is_percent ? share : static_cast<double>(count)) <= criterion.most) {
            continue;
        }
        failed.push_back(
            criterion.is_percent
                ? fmt::format("{}: {:.1f}% > {}%", criterion.name, share, criterion.most)
            : criterion.most > 0 ? fmt::format("{}: {} > {}", criterion.name, count, criterion.most)
                                 : fmt::format("{}: {}", criterion.name, count));
    }
    return failed;
}

}  // namespace suowen::triage
