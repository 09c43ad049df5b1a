// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "analysis/analyzer.h"
#include "analysis/rule_tests.h"
#include "cli/commands.h"
#include "cli/conversations.h"
#include "cli/diagnostics.h"
#include "cli/environment.h"
#include "cli/rule_json.h"
#include "report/labels.h"
#include "report/text_page.h"
#include "rules/field_reader.h"
#include "rules/lint.h"
#include "text/display_width.h"

namespace suowen::cli {
namespace {

using report::citation;
using report::Label;
using report::title_of;

constexpr std::string_view kBuiltinFile = "rules.yaml";

report::TextPage page_for(const Settings& settings, const Streams& io) {
    return {io.out, wants_color(settings.color, io.out_is_terminal), io.columns};
}

std::string plain(std::string_view text) {
    return text::printable(text);
}

void print_table(const std::vector<RuleInfo>& rules, const Settings& settings, const Streams& io) {
    const Language language = language_of(settings);
    std::vector<std::vector<report::Cell>> rows;
    for (const RuleInfo& rule : rules) {
        rows.push_back({{plain(rule.id)},
                        {std::string(name_of(rule.severity))},
                        {plain(rule.category)},
                        {plain(in(rule.title, language))}});
    }
    page_for(settings, io).table({{""}, {""}, {""}, {""}}, rows);
}

void print_statute(const Statute& statute, Language language, report::TextPage& page) {
    page.line(fmt::format("{}  {}", plain(statute.id), plain(citation(statute, language))));
    const std::string& words =
        language == Language::en && !statute.gist_en.empty() ? statute.gist_en : statute.text;
    std::string_view rest = words;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        page.entry("", 2, plain(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

void print_rule(const rules::Rule& rule,
                const rules::RuleSet& rules,
                const Settings& settings,
                const Streams& io) {
    const Language language = language_of(settings);
    const RuleInfo& info = rule.info;
    report::TextPage page = page_for(settings, io);
    page.heading(fmt::format("{}  {}", plain(info.id), plain(in(info.title, language))));
    page.line(fmt::format("{} · {}",
                          title_of(info.severity, language),
                          plain(title_of_category(info.category, language))));
    const auto line = [&](Label name, std::string_view text) {
        if (!text.empty()) {
            page.line(report::labelled(name, text, language));
        }
    };
    line(Label::may_lead_to, report::titles_of(info.consequence, language));
    line(Label::to_check, report::titles_of(info.to_check, language));
    line(Label::advice, plain(in(info.advice, language)));
    for (const std::string& id : info.statutes) {
        if (const auto statute = rules.statutes.find(id); statute != rules.statutes.end()) {
            page.blank();
            print_statute(statute->second, language, page);
        }
    }
}

// The rules that `rules test` is about, with their cases, which the ones in the binary lack.
Expected<rules::RuleSet, Diagnostics> rules_with_tests(const Settings& settings) {
    return settings.operands.empty()
               ? rules::parse_rules(rules::builtin_rules_text(), std::string(kBuiltinFile))
               : rules::load_rules(settings.operands);
}

std::size_t count(const Diagnostics& problems, DiagnosticLevel level) {
    return static_cast<std::size_t>(
        std::count_if(problems.begin(), problems.end(), [&](const Diagnostic& problem) {
            return problem.level == level;
        }));
}

// The dearest rules first; those that were never a candidate cost nothing and are left out.
void print_costs(const rules::RuleSet& rules,
                 const rules::RuleCosts& costs,
                 report::TextPage page) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < costs.size(); ++i) {
        if (costs[i].looked_at > 0) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return costs[a].time > costs[b].time;
    });
    std::vector<std::vector<report::Cell>> rows;
    for (const std::size_t i : order) {
        const std::chrono::duration<double, std::milli> time = costs[i].time;
        rows.push_back({{plain(rules.rules[i].info.id)},
                        {fmt::format("{:.2f}", time.count())},
                        {std::to_string(costs[i].looked_at)},
                        {std::to_string(costs[i].held)}});
    }
    page.table({{"rule"},
                {"ms", report::Align::right},
                {"candidates", report::Align::right},
                {"findings", report::Align::right}},
               rows);
}

ExitCode unknown_id(std::string_view what,
                    std::string_view id,
                    const std::vector<std::string_view>& known,
                    std::string_view list_command,
                    const DiagnosticPrinter& printer) {
    const std::string_view meant = rules::nearest(id, known);
    printer.error(fmt::format("unknown {} \"{}\"", what, id),
                  meant.empty() ? fmt::format("see {}", list_command)
                                : fmt::format("did you mean \"{}\"?", meant));
    return ExitCode::usage;
}

}  // namespace

ExitCode list_rules(const Settings& settings, const Streams& io) {
    const auto rules = load_rules(settings, DiagnosticPrinter(settings, io));
    if (!rules) {
        return ExitCode::usage;
    }
    if (settings.format == "json") {
        std::vector<const RuleInfo*> all;
        for (const RuleInfo& rule : rules->infos) {
            all.push_back(&rule);
        }
        io.out << rules_as_json(all) << '\n';
    } else {
        print_table(rules->infos, settings, io);
    }
    return ExitCode::clean;
}

ExitCode show_rule(const Settings& settings, const Streams& io) {
    const DiagnosticPrinter printer(settings, io);
    const auto rules = load_rules(settings, printer);
    if (!rules) {
        return ExitCode::usage;
    }
    const std::string& id = settings.operands.front();
    const rules::Rule* rule = rules->find(id);
    if (rule == nullptr) {
        std::vector<std::string_view> ids;
        for (const RuleInfo& info : rules->infos) {
            ids.push_back(info.id);
        }
        return unknown_id("rule", id, ids, "suowen rules list", printer);
    }
    if (settings.format == "json") {
        io.out << rules_as_json({&rule->info}) << '\n';
    } else {
        print_rule(*rule, *rules, settings, io);
    }
    return ExitCode::clean;
}

ExitCode check_rules(const Settings& settings, const Streams& io) {
    Diagnostics problems =
        settings.operands.empty()
            ? rules::lint_rules(rules::builtin_rules_text(), std::string(kBuiltinFile))
            : rules::lint_rules(settings.operands);
    if (const auto rules = rules_with_tests(settings)) {
        Diagnostics needless = analysis::find_subsumed_rules(*rules);
        std::move(needless.begin(), needless.end(), std::back_inserter(problems));
    }
    DiagnosticPrinter(settings, io).print(problems);
    const std::size_t errors = count(problems, DiagnosticLevel::error);
    const std::size_t warnings = count(problems, DiagnosticLevel::warning);
    io.out << (language_of(settings) == Language::zh
                   ? fmt::format("错误 {}，警告 {}\n", errors, warnings)
                   : fmt::format("errors: {}, warnings: {}\n", errors, warnings));
    return errors > 0 ? ExitCode::usage : ExitCode::clean;
}

ExitCode test_rules(const Settings& settings, const Streams& io) {
    const DiagnosticPrinter printer(settings, io);
    const Expected<rules::RuleSet, Diagnostics> rules = rules_with_tests(settings);
    if (!rules) {
        printer.print(rules.error());
        return ExitCode::usage;
    }
    const analysis::RuleTestResult result = analysis::run_rule_tests(*rules);
    printer.print(result.failures);
    io.out << (language_of(settings) == Language::zh
                   ? fmt::format("规则 {} 条，用例 {} 个，未通过 {} 个\n",
                                 rules->rules.size(),
                                 result.tests,
                                 result.failures.size())
                   : fmt::format("rules: {}, tests: {}, failed: {}\n",
                                 rules->rules.size(),
                                 result.tests,
                                 result.failures.size()));
    return result.failures.empty() ? ExitCode::clean : ExitCode::findings;
}

ExitCode list_statutes(const Settings& settings, const Streams& io) {
    const DiagnosticPrinter printer(settings, io);
    auto rules = load_rules(settings, printer);
    if (!rules) {
        return ExitCode::usage;
    }
    if (!settings.operands.empty()) {
        const std::string& id = settings.operands.front();
        if (rules->statutes.count(id) == 0) {
            std::vector<std::string_view> ids;
            for (const auto& [known, statute] : rules->statutes) {
                ids.emplace_back(known);
            }
            return unknown_id("statute", id, ids, "suowen rules statutes", printer);
        }
        std::erase_if(rules->statutes, [&](const auto& each) { return each.first != id; });
    }
    if (settings.format == "json") {
        io.out << statutes_as_json(rules->statutes) << '\n';
        return ExitCode::clean;
    }
    report::TextPage page = page_for(settings, io);
    for (const auto& [id, statute] : rules->statutes) {
        print_statute(statute, language_of(settings), page);
        page.blank();
    }
    return ExitCode::clean;
}

ExitCode profile_rules(const Settings& settings, const Streams& io) {
    const DiagnosticPrinter printer(settings, io);
    const auto rules = load_rules(settings, printer);
    if (!rules) {
        return ExitCode::usage;
    }
    const analysis::Analyzer analyzer(*rules);
    rules::RuleCosts costs(rules->rules.size());
    const bool is_all_read =
        for_each_conversation(settings, io, printer, [&](Conversation conversation) {
            static_cast<void>(analyzer.analyze(std::move(conversation), costs));
        });
    print_costs(*rules, costs, page_for(settings, io));
    return is_all_read ? ExitCode::clean : ExitCode::unread;
}

ExitCode list_patterns(const Settings& settings, const Streams& io) {
    const auto rules = load_rules(settings, DiagnosticPrinter(settings, io));
    if (!rules) {
        return ExitCode::usage;
    }
    for (text::PatternId id = 0; id < rules->patterns->size(); ++id) {
        // A line break inside of a pattern would make two of it.
        for (const char c : rules->patterns->pattern(id)) {
            c == '\n' ? io.out << "\\n" : io.out << c;
        }
        io.out << '\n';
    }
    return ExitCode::clean;
}

}  // namespace suowen::cli
