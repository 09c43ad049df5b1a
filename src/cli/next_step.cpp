// SPDX-License-Identifier: Apache-2.0
#include "cli/next_step.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "cli/environment.h"
#include "report/scorecards.h"
#include "text/display_width.h"

namespace suowen::cli {
namespace {

// Where the HTML report is; empty when there is none, or it went to standard output.
std::string page_of(const Settings& settings) {
    if (settings.format == "html" && settings.output != "-") {
        return settings.output;
    }
    const auto page = std::find_if(
        settings.reports.begin(), settings.reports.end(), [](const ExtraReport& report) {
            return report.format == "html";
        });
    return page == settings.reports.end() ? std::string() : page->path;
}

// The gravest rule with new findings that are shown; of those, the one that was found most often.
const RuleInfo* worst_rule(const Settings& settings,
                           const triage::NewFindings& found,
                           const std::vector<RuleInfo>& rules) {
    const auto rank = [&](const RuleInfo& rule) {
        const auto count = found.by_rule.find(rule.id);
        const bool is_new = count != found.by_rule.end() && rule.severity >= settings.min_severity;
        return is_new ? std::make_tuple(true, rule.severity, count->second)
                      : std::make_tuple(false, Severity::info, std::uint64_t{0});
    };
    const auto worst =
        std::max_element(rules.begin(), rules.end(), [&](const RuleInfo& a, const RuleInfo& b) {
            return rank(a) < rank(b);
        });
    return worst == rules.end() || !std::get<0>(rank(*worst)) ? nullptr : &*worst;
}

}  // namespace

std::string next_step(const Settings& settings,
                      const Summary& summary,
                      const triage::NewFindings& found,
                      const std::vector<RuleInfo>& rules) {
    const bool is_zh = language_of(settings) == Language::zh;
    if (summary.conversations == 0) {
        return is_zh ? "下一步：suowen detect 路径，看文件被认作什么格式"
                     : "next: suowen detect PATH says what the files were taken for";
    }
    if (const std::string page = page_of(settings); !page.empty()) {
        const std::string path = text::printable(page);
        return is_zh ? fmt::format("下一步：用浏览器打开 {}", path)
                     : fmt::format("next: open {} in a browser", path);
    }
    if (const RuleInfo* rule = worst_rule(settings, found, rules)) {
        return is_zh ? fmt::format("下一步：suowen rules show {}，看这条规则查什么、依据何法",
                                   rule->id)
                     : fmt::format(
                           "next: suowen rules show {} says what it looks for and which "
                           "law it rests on",
                           rule->id);
    }
    if (report::score_of(summary.by_verdict).bad + summary.unanswered > 0) {
        return is_zh ? "下一步：加 --report html=report.html，在浏览器里逐条看未答到的提问"
                     : "next: add --report html=report.html to go through what was not answered";
    }
    return {};
}

}  // namespace suowen::cli
