// SPDX-License-Identifier: Apache-2.0
#include "model/rule_info.h"

#include <algorithm>
#include <array>
#include <utility>

namespace suowen {
namespace {

constexpr std::array<std::string_view, kSeverityCount> kSeverityNames = {
    "info", "low", "medium", "high", "critical"};
constexpr std::array<std::string_view, 3> kConsequenceNames = {
    "civil", "administrative", "criminal"};
constexpr std::array<std::string_view, 9> kOpenFactNames = {
    "intent", "falsity", "loss", "consent", "amount", "interface", "terms", "identity", "context"};

struct CategoryTitle {
    std::string_view id;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array<CategoryTitle, 8> kCategoryTitles = {{
    {"right_to_know", "侵犯知情权", "right to know"},
    {"fraud", "欺诈与虚假宣传", "fraud"},
    {"privacy", "侵犯个人信息与隐私", "privacy"},
    {"property_loss", "导致财产损失", "loss of property"},
    {"unfair_terms", "不公平条款", "unfair terms"},
    {"complaint_obstruction", "阻碍投诉维权", "obstructed complaint"},
    {"abuse", "侮辱与威胁", "abuse"},
    {"untimely", "处理不及时", "untimely handling"},
}};

template <class Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

}  // namespace

const std::string& in(const Bilingual& text, Language language) {
    const std::string& wanted = language == Language::zh ? text.zh : text.en;
    const std::string& other = language == Language::zh ? text.en : text.zh;
    return wanted.empty() ? other : wanted;
}

std::string_view name_of(Severity severity) {
    return kSeverityNames.at(static_cast<std::size_t>(severity));
}

std::string_view name_of(Consequence consequence) {
    return kConsequenceNames.at(static_cast<std::size_t>(consequence));
}

std::string_view name_of(OpenFact fact) {
    return kOpenFactNames.at(static_cast<std::size_t>(fact));
}

std::optional<Severity> severity_from(std::string_view name) {
    return find_name<Severity>(kSeverityNames, name);
}

std::optional<Consequence> consequence_from(std::string_view name) {
    return find_name<Consequence>(kConsequenceNames, name);
}

std::optional<OpenFact> open_fact_from(std::string_view name) {
    return find_name<OpenFact>(kOpenFactNames, name);
}

const std::vector<std::string_view>& builtin_categories() {
    static const std::vector<std::string_view> ids = [] {
        std::vector<std::string_view> all;
        for (const CategoryTitle& category : kCategoryTitles) {
            all.push_back(category.id);
        }
        return all;
    }();
    return ids;
}

bool CategoryOrder::operator()(std::string_view a, std::string_view b) const {
    const auto place = [](std::string_view category) {
        return std::find_if(kCategoryTitles.begin(),
                            kCategoryTitles.end(),
                            [&](const CategoryTitle& known) { return known.id == category; }) -
               kCategoryTitles.begin();
    };
    return std::pair(place(a), a) < std::pair(place(b), b);
}

std::string_view title_of_category(std::string_view category, Language language) {
    for (const CategoryTitle& known : kCategoryTitles) {
        if (known.id == category) {
            return language == Language::zh ? known.zh : known.en;
        }
    }
    return category;
}

}  // namespace suowen
