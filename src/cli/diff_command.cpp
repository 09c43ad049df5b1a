// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cli/commands.h"
#include "cli/diagnostics.h"
#include "cli/environment.h"
#include "cli/json_writer.h"
#include "cli/run_record.h"
#include "model/verdict_counts.h"
#include "report/labels.h"
#include "report/text_page.h"
#include "report/words.h"
#include "text/display_width.h"

namespace suowen::cli {
namespace {

using report::Align;
using report::Cell;

// The findings that `run` has more often than `other`, with how many more.
std::map<std::string, FoundRecord> more_in(const RunRecord& run, const RunRecord& other) {
    std::map<std::string, FoundRecord> more;
    for (const auto& [fingerprint, found] : run.findings) {
        const auto known = other.findings.find(fingerprint);
        const std::uint64_t before = known == other.findings.end() ? 0 : known->second.count;
        if (found.count > before) {
            FoundRecord& added = more[fingerprint] = found;
            added.count = found.count - before;
        }
    }
    return more;
}

std::uint64_t sum_of(const std::map<std::string, FoundRecord>& findings) {
    std::uint64_t sum = 0;
    for (const auto& [fingerprint, found] : findings) {
        sum += found.count;
    }
    return sum;
}

// The worst first.
std::vector<const FoundRecord*> by_severity(const std::map<std::string, FoundRecord>& findings) {
    std::vector<const FoundRecord*> sorted;
    for (const auto& [fingerprint, found] : findings) {
        sorted.push_back(&found);
    }
    const auto key = [](const FoundRecord* found) {
        return std::tuple(
            -static_cast<int>(found->severity), found->rule, found->source, found->line);
    };
    std::stable_sort(sorted.begin(), sorted.end(), [&](const auto* a, const auto* b) {
        return key(a) < key(b);
    });
    return sorted;
}

struct AgentChange {
    std::string name;
    VerdictCounts before{};
    VerdictCounts after{};

    // Of the rates of bad replies; none for who has replies in one of the runs alone.
    [[nodiscard]] double difference() const {
        const auto rate = [](const VerdictCounts& counts) {
            return static_cast<double>(bad_replies(counts)) /
                   static_cast<double>(judged_replies(counts));
        };
        const bool is_in_both = judged_replies(before) > 0 && judged_replies(after) > 0;
        return is_in_both ? rate(after) - rate(before) : 0;
    }
};

// The agents of either run, those whose rate of bad replies rose most first.
std::vector<AgentChange> agent_changes(const RunRecord& before, const RunRecord& after) {
    std::map<std::string, AgentChange> changes;
    for (const auto& [name, counts] : before.by_agent) {
        changes[name].before = counts;
    }
    for (const auto& [name, counts] : after.by_agent) {
        changes[name].after = counts;
    }
    std::vector<AgentChange> sorted;
    for (auto& [name, change] : changes) {
        change.name = name;
        sorted.push_back(std::move(change));
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return a.difference() > b.difference();
    });
    return sorted;
}

struct Change {
    const RunRecord& before;
    const RunRecord& after;
    std::map<std::string, FoundRecord> added;
    std::map<std::string, FoundRecord> gone;
};

void write_json(const Change& change, std::ostream& out) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    const auto number = [&](std::string_view key, std::uint64_t value) {
        write(json, key);
        json.Uint64(value);
    };
    const auto findings = [&](std::string_view key,
                              const std::map<std::string, FoundRecord>& list) {
        write(json, key);
        json.StartArray();
        for (const auto& [fingerprint, found] : list) {
            json.StartObject();
            write(json, "fingerprint", fingerprint);
            write(json, "rule", found.rule);
            write(json, "severity", name_of(found.severity));
            write(json, "source", found.source);
            number("line", found.line);
            write(json, "conversation", found.conversation);
            write(json, "agent", found.agent);
            write(json, "match", found.match);
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
    write(json, "by_agent");
    json.StartArray();
    for (const AgentChange& agent : agent_changes(change.before, change.after)) {
        json.StartObject();
        write(json, "agent", agent.name);
        for (const auto& [key, counts] :
             {std::pair("judged", &judged_replies), std::pair("bad", &bad_replies)}) {
            write(json, key);
            json.StartArray();
            json.Uint64(counts(agent.before));
            json.Uint64(counts(agent.after));
            json.EndArray();
        }
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    out << std::string_view(buffer.GetString(), buffer.GetSize()) << '\n';
}

// The text of a comparison.
class DiffPage {
public:
    DiffPage(Language language, report::TextPage& page) : language_(language), page_(page) {}

    void write(const Change& change) {
        if (change.before.rules_sha256 != change.after.rules_sha256) {
            page_.line(word("两次运行的规则不同，差异可能来自规则",
                            "the runs used different rules, which may be why they differ"));
        }
        list(word("新增的发现", "New findings"), change.added);
        list(word("不再出现的发现", "Findings that are gone"), change.gone);
        verdicts(change.before, change.after);
        agents(agent_changes(change.before, change.after));
    }

private:
    [[nodiscard]] std::string word(const char* zh, const char* en) const {
        return language_ == Language::zh ? zh : en;
    }

    void rest_elsewhere() { page_.line(word("其余见 --format json", "the rest: --format json")); }

    void list(const std::string& title, const std::map<std::string, FoundRecord>& findings) {
        constexpr std::size_t kMost = 50;
        page_.heading(title, report::grouped(sum_of(findings)));
        std::vector<std::vector<Cell>> rows;
        for (const FoundRecord* found : by_severity(findings)) {
            if (rows.size() == kMost) {
                break;
            }
            rows.push_back({{report::grouped(found->count)},
                            {std::string(report::title_of(found->severity, language_))},
                            {text::printable(found->rule)},
                            {text::printable(found->agent)},
                            {text::printable(fmt::format("{}:{}", found->source, found->line))},
                            {text::printable(found->match)}});
        }
        const report::Column left{"", Align::left};
        page_.table({{"", Align::right}, left, left, left, left, left}, rows);
        if (findings.size() > kMost) {
            rest_elsewhere();
        }
    }

    void verdicts(const RunRecord& before, const RunRecord& after) {
        page_.heading(word("判定", "Verdicts"));
        std::vector<std::vector<Cell>> rows;
        const auto count = [](const RunRecord& run, Verdict verdict) {
            const std::uint64_t replies = run.by_verdict.at(static_cast<std::size_t>(verdict));
            return is_judged(verdict) ? share(replies, judged_replies(run.by_verdict))
                                      : report::grouped(replies);
        };
        for (std::size_t i = 0; i < kVerdictCount; ++i) {
            const auto verdict = static_cast<Verdict>(i);
            rows.push_back({{std::string(report::title_of(verdict, language_))},
                            {count(before, verdict)},
                            {count(after, verdict)}});
        }
        rows.push_back({{word("无人答复的提问", "questions nobody answered")},
                        {report::grouped(before.unanswered)},
                        {report::grouped(after.unanswered)}});
        before_and_after(rows);
    }

    void agents(const std::vector<AgentChange>& changes) {
        constexpr std::size_t kMost = 20;
        page_.heading(word("客服未切题的回复", "Replies off the point by agent"));
        std::vector<std::vector<Cell>> rows;
        for (const AgentChange& agent : changes) {
            if (rows.size() == kMost) {
                break;
            }
            const auto rate = [](const VerdictCounts& counts) {
                return share(bad_replies(counts), judged_replies(counts));
            };
            rows.push_back(
                {{text::printable(agent.name)}, {rate(agent.before)}, {rate(agent.after)}});
        }
        before_and_after(rows);
        if (changes.size() > kMost) {
            rest_elsewhere();
        }
    }

    void before_and_after(const std::vector<std::vector<Cell>>& rows) {
        page_.table({{"", Align::left},
                     {word("之前", "before"), Align::right},
                     {word("之后", "after"), Align::right}},
                    rows);
    }

    [[nodiscard]] static std::string share(std::uint64_t part, std::uint64_t whole) {
        return report::grouped(part) + " (" + report::percentage(part, whole) + ")";
    }

    Language language_;
    report::TextPage& page_;
};

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
        DiffPage(language_of(settings), page).write(change);
    }
    return change.added.empty() ? ExitCode::clean : ExitCode::findings;
}

}  // namespace suowen::cli
