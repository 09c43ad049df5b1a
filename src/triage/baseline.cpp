// SPDX-License-Identifier: Apache-2.0
#include "triage/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace suowen::triage {
namespace {

constexpr std::string_view kHead = "# suowen baseline 1";
constexpr std::size_t kFingerprintDigits = 32;

bool is_fingerprint(std::string_view word) {
    return word.size() == kFingerprintDigits &&
           word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string_view take_word(std::string_view& line) {
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return word;
}

Diagnostic problem_at(const std::string& name, std::uint64_t line, std::string message) {
    Diagnostic problem;
    problem.location.path = name;
    problem.location.line = line;
    problem.message = std::move(message);
    problem.help = "write it anew with --write-baseline";
    return problem;
}

}  // namespace

Result<Baseline> Baseline::parse(std::string_view text, const std::string& name) {
    Baseline baseline;
    for (std::uint64_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (number == 1 && line != kHead) {
            return unexpected(problem_at(name, 1, "no baseline of this version of suowen"));
        }
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::string_view fingerprint = take_word(line);
        const std::string_view count = take_word(line);
        std::uint64_t times = 0;
        const auto [stop, error] = std::from_chars(count.begin(), count.end(), times);
        if (!is_fingerprint(fingerprint) || error != std::errc() || stop != count.end() ||
            times == 0) {
            return unexpected(problem_at(
                name, number, "expected a fingerprint, how often it is known, and its rule"));
        }
        Entry& entry = baseline.entries_[std::string(fingerprint)];
        entry.count += times;
        entry.rule = line;
    }
    return baseline;
}

void Baseline::add(const std::string& fingerprint, const std::string& rule) {
    Entry& entry = entries_[fingerprint];
    ++entry.count;
    entry.rule = rule;
}

bool Baseline::take(const std::string& fingerprint) {
    const auto found = entries_.find(fingerprint);
    if (found == entries_.end() || found->second.count == 0) {
        return false;
    }
    --found->second.count;
    return true;
}

std::uint64_t Baseline::left() const {
    std::uint64_t sum = 0;
    for (const auto& [fingerprint, entry] : entries_) {
        sum += entry.count;
    }
    return sum;
}

void Baseline::write(std::ostream& out) const {
    out << kHead << "\n# Known findings: fingerprint, how often, rule.\n";
    for (const auto& [fingerprint, entry] : entries_) {
        out << fmt::format("{} {} {}\n", fingerprint, entry.count, entry.rule);
    }
}

}  // namespace suowen::triage
