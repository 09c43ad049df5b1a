// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <simdjson.h>

#include <array>
#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "cli/commands.h"
#include "cli/diagnostics.h"
#include "cli/environment.h"
#include "cli/json_writer.h"
#include "model/relevance.h"
#include "report/labels.h"
#include "report/text_page.h"
#include "report/words.h"
#include "rules/rule_files.h"
#include "text/display_width.h"

namespace suowen::cli {
namespace {

using report::Align;
using report::Cell;

// A finding of a run; the same words found again count up.
struct Found {
    std::string rule;
    std::string severity;
    std::string source;  // Of the first one.
    std::uint64_t line = 0;
    std::uint64_t count = 0;
};

// What a run's ndjson says, as far as runs can be compared.
struct RunRecord {
    std::string rules_sha256;
    std::map<std::string, Found> findings;  // By fingerprint.
    std::array<std::uint64_t, kVerdictCount> by_verdict{};
    std::uint64_t replies = 0;
    std::uint64_t unanswered = 0;
};

std::string text_of(const simdjson::dom::element& object, const char* key) {
    std::string_view value;
    return object[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

std::uint64_t number_of(const simdjson::dom::element& object, const char* key) {
    std::uint64_t value = 0;
    return object[key].get(value) == simdjson::SUCCESS ? value : 0;
}

void add_findings(RunRecord& run, const simdjson::dom::element& object) {
    simdjson::dom::array findings;
    if (object["findings"].get(findings) != simdjson::SUCCESS) {
        return;
    }
    for (const simdjson::dom::element finding : findings) {
        Found& found = run.findings[text_of(finding, "fingerprint")];
        if (++found.count == 1) {
            found.rule = text_of(finding, "rule");
            found.severity = text_of(finding, "severity");
            found.source = text_of(object, "source");
            found.line = number_of(object, "line");
        }
    }
}

Result<RunRecord> read_run(const std::string& path) {
    const Result<rules::RuleFile> file = rules::read_rule_file(path);
    if (!file) {
        return unexpected(file.error());
    }
    RunRecord run;
    simdjson::dom::parser parser;
    std::string_view rest = file->text;
    bool has_end = false;
    for (std::uint64_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string line(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        simdjson::dom::element object;
        const bool is_read = parser.parse(line).get(object) == simdjson::SUCCESS;
        const std::string type = is_read ? text_of(object, "type") : std::string();
        if (type.empty()) {
            Diagnostic problem;
            problem.location.path = path;
            problem.location.line = number;
            problem.message = "no line of a run";
            problem.help = "diff compares what `suowen audit --format ndjson` writes";
            return unexpected(std::move(problem));
        }
        if (type == "run") {
            simdjson::dom::element rules;
            if (object["rules"].get(rules) == simdjson::SUCCESS) {
                run.rules_sha256 = text_of(rules, "sha256");
            }
        } else if (type == "reply") {
            ++run.replies;
            if (const auto verdict = verdict_from(text_of(object, "verdict"))) {
                ++run.by_verdict.at(static_cast<std::size_t>(*verdict));
            }
        }
        run.unanswered += type == "unanswered" ? 1 : 0;
        has_end = has_end || type == "summary";
        add_findings(run, object);
    }
    if (!has_end) {
        Diagnostic problem;
        problem.location.path = path;
        problem.message = "the run has no summary: it did not end";
        return unexpected(std::move(problem));
    }
    return run;
}

// The findings that `run` has more often than `other`, with how many more.
std::map<std::string, Found> more_in(const RunRecord& run, const RunRecord& other) {
    std::map<std::string, Found> more;
    for (const auto& [fingerprint, found] : run.findings) {
        const auto known = other.findings.find(fingerprint);
        const std::uint64_t before = known == other.findings.end() ? 0 : known->second.count;
        if (found.count > before) {
            Found& added = more[fingerprint] = found;
            added.count = found.count - before;
        }
    }
    return more;
}

std::uint64_t sum_of(const std::map<std::string, Found>& findings) {
    std::uint64_t sum = 0;
    for (const auto& [fingerprint, found] : findings) {
        sum += found.count;
    }
    return sum;
}

struct Change {
    const RunRecord& before;
    const RunRecord& after;
    std::map<std::string, Found> added;
    std::map<std::string, Found> gone;
};

void write_json(const Change& change, std::ostream& out) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    const auto number = [&](std::string_view key, std::uint64_t value) {
        write(json, key);
        json.Uint64(value);
    };
    const auto findings = [&](std::string_view key, const std::map<std::string, Found>& list) {
        write(json, key);
        json.StartArray();
        for (const auto& [fingerprint, found] : list) {
            json.StartObject();
            write(json, "fingerprint", fingerprint);
            write(json, "rule", found.rule);
            write(json, "severity", found.severity);
            write(json, "source", found.source);
            number("line", found.line);
            number("count", found.count);
            json.EndObject();
        }
        json.EndArray();
    };
    json.StartObject();
    write(json, "same_rules");
    json.Bool(change.before.rules_sha256 == change.after.rules_sha256);
    findings("new", change.added);
    findings("gone", change.gone);
    write(json, "by_verdict");
    json.StartObject();
    for (std::size_t i = 0; i < kVerdictCount; ++i) {
        write(json, name_of(static_cast<Verdict>(i)));
        json.StartArray();
        json.Uint64(change.before.by_verdict.at(i));
        json.Uint64(change.after.by_verdict.at(i));
        json.EndArray();
    }
    json.EndObject();
    json.EndObject();
    out << std::string_view(buffer.GetString(), buffer.GetSize()) << '\n';
}

void write_text(const Change& change, Language language, report::TextPage& page) {
    const bool is_zh = language == Language::zh;
    const auto word = [is_zh](const char* zh, const char* en) {
        return std::string(is_zh ? zh : en);
    };
    const auto list = [&](const std::string& title, const std::map<std::string, Found>& findings) {
        constexpr std::size_t kMost = 50;
        page.heading(title, report::grouped(sum_of(findings)));
        std::vector<std::vector<Cell>> rows;
        for (const auto& [fingerprint, found] : findings) {
            if (rows.size() == kMost) {
                break;
            }
            rows.push_back({{report::grouped(found.count)},
                            {text::printable(found.rule)},
                            {text::printable(found.severity)},
                            {text::printable(fmt::format("{}:{}", found.source, found.line))}});
        }
        page.table({{"", Align::right}, {"", Align::left}, {"", Align::left}, {"", Align::left}},
                   rows);
        if (findings.size() > kMost) {
            page.line(word("其余见 --format json", "the rest: --format json"));
        }
    };
    if (change.before.rules_sha256 != change.after.rules_sha256) {
        page.line(word("两次运行的规则不同，差异可能来自规则",
                       "the runs used different rules, which may be why they differ"));
    }
    list(word("新增的发现", "New findings"), change.added);
    list(word("不再出现的发现", "Findings that are gone"), change.gone);
    page.heading(word("判定", "Verdicts"));
    std::vector<std::vector<Cell>> rows;
    const auto share = [](std::uint64_t part, std::uint64_t whole) {
        return report::grouped(part) + " (" + report::percentage(part, whole) + ")";
    };
    for (std::size_t i = 0; i < kVerdictCount; ++i) {
        rows.push_back({{std::string(report::title_of(static_cast<Verdict>(i), language))},
                        {share(change.before.by_verdict.at(i), change.before.replies)},
                        {share(change.after.by_verdict.at(i), change.after.replies)}});
    }
    rows.push_back({{word("无人答复的提问", "questions nobody answered")},
                    {report::grouped(change.before.unanswered)},
                    {report::grouped(change.after.unanswered)}});
    page.table({{"", Align::left},
                {word("之前", "before"), Align::right},
                {word("之后", "after"), Align::right}},
               rows);
}

}  // namespace

ExitCode diff(const Settings& settings, const Streams& io) {
    const DiagnosticPrinter printer(settings, io);
    const Result<RunRecord> before = read_run(settings.operands[0]);
    const Result<RunRecord> after = read_run(settings.operands[1]);
    for (const Result<RunRecord>* run : {&before, &after}) {
        if (!*run) {
            printer.print(run->error());
        }
    }
    if (!before || !after) {
        return ExitCode::unread;
    }
    const Change change{*before, *after, more_in(*after, *before), more_in(*before, *after)};
    if (settings.format == "json") {
        write_json(change, io.out);
    } else {
        report::TextPage page(io.out, wants_color(settings.color, io.out_is_terminal), io.columns);
        write_text(change, language_of(settings), page);
    }
    io.out.flush();
    return change.added.empty() ? ExitCode::clean : ExitCode::findings;
}

}  // namespace suowen::cli
