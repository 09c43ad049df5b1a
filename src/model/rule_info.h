// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace suowen {

enum class Severity : std::uint8_t { info, low, medium, high, critical };
inline constexpr std::size_t kSeverityCount = 5;

enum class Consequence : std::uint8_t { civil, administrative, criminal };

// A fact that a finding turns on and a transcript cannot show.
enum class OpenFact : std::uint8_t {
    intent,
    falsity,
    loss,
    consent,
    amount,
    interface,
    terms,
    identity,
    context,
};

// Text in the report's two languages.
struct Bilingual {
    std::string zh;
    std::string en;
};

enum class Language : std::uint8_t { zh, en };

[[nodiscard]] const std::string& in(const Bilingual& text, Language language);

// An article of a law, verbatim, with the dates between which that numbering is in force (both
// inclusive of `from`, exclusive of `until`).
struct Statute {
    std::string id;
    Bilingual law;
    std::string article;
    std::optional<std::chrono::year_month_day> in_force_from;
    std::optional<std::chrono::year_month_day> in_force_until;
    std::string text;
    std::string gist_en;
    std::vector<Consequence> consequence;
    std::vector<std::string> replaces;  // Ids of the numberings that held before this one.
};

// What reports say about a rule; they never see its patterns.
struct RuleInfo {
    std::string id;
    Bilingual title;
    std::string category;
    Severity severity = Severity::medium;
    std::vector<std::string> statutes;
    std::vector<Consequence> consequence;
    std::vector<OpenFact> to_check;
    Bilingual advice;
};

[[nodiscard]] std::string_view name_of(Severity severity);
[[nodiscard]] std::string_view name_of(Consequence consequence);
[[nodiscard]] std::string_view name_of(OpenFact fact);
[[nodiscard]] std::optional<Severity> severity_from(std::string_view name);
[[nodiscard]] std::optional<Consequence> consequence_from(std::string_view name);
[[nodiscard]] std::optional<OpenFact> open_fact_from(std::string_view name);

// The categories that ship with suowen, in report order; rule packs may add others.
[[nodiscard]] const std::vector<std::string_view>& builtin_categories();

// The order in which reports list categories: those that ship with suowen first, others by name.
struct CategoryOrder {
    [[nodiscard]] bool operator()(std::string_view a, std::string_view b) const;
};

// By category.
using CategoryCounts = std::map<std::string, std::uint64_t, CategoryOrder>;

// The name of a category in the report's language; the id itself where there is none.
[[nodiscard]] std::string_view title_of_category(std::string_view category, Language language);

}  // namespace suowen
