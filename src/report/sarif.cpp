// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "base/json_writing.h"
#include "report/formats.h"
#include "report/labels.h"
#include "report/problem.h"
#include "report/words.h"
#include "report/worst_first.h"

namespace suowen::report {
namespace {

// What GitHub reads of a run; the rest would be dropped there, and not the least severe.
// https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
constexpr std::size_t kMostResults = 25'000;
constexpr std::size_t kMostNotifications = 1'000;

using suowen::write;
using Json = rapidjson::Writer<rapidjson::StringBuffer>;

template <class Fill>
void object(Json& json, std::string_view name, Fill&& fill) {
    write(json, name);
    json.StartObject();
    fill();
    json.EndObject();
}

template <class Fill>
void array(Json& json, std::string_view name, Fill&& fill) {
    write(json, name);
    json.StartArray();
    fill();
    json.EndArray();
}

// An object by itself, as text.
template <class Fill>
std::string object_text(Fill&& fill) {
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    fill(json);
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

void write_message(Json& json, std::string_view name, std::string_view text) {
    object(json, name, [&] { write(json, "text", text); });
}

std::string_view level_of(Severity severity) {
    return severity >= Severity::high ? "error" : severity == Severity::medium ? "warning" : "note";
}

std::string_view level_of(DiagnosticLevel level) {
    return level == DiagnosticLevel::error     ? "error"
           : level == DiagnosticLevel::warning ? "warning"
                                               : "note";
}

// A path as a URI: relative to the folder of the run, or of a file.
std::string uri_of(std::string_view path) {
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : repository_path(path)) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') ||
                              std::string_view("-._~/!").find(c) != std::string_view::npos;
        uri += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

void write_location(Json& json, std::string_view path, std::uint64_t line) {
    array(json, "locations", [&] {
        json.StartObject();
        object(json, "physicalLocation", [&] {
            object(json, "artifactLocation", [&] { write(json, "uri", uri_of(path)); });
            object(json, "region", [&] {
                write(json, "startLine");
                json.Uint64(std::max<std::uint64_t>(line, 1));
            });
        });
        json.EndObject();
    });
}

// What the rule is about: its title, the kind of risk, where it may lead, what is to be checked.
std::string description_of(const RuleInfo& rule, Language language) {
    std::string text = fmt::format("{}{}{}",
                                   in(rule.title, language),
                                   label(Label::colon, language),
                                   title_of_category(rule.category, language));
    const auto add = [&](Label name, const std::string& titles) {
        if (!titles.empty()) {
            text += label(Label::comma, language);
            text += labelled(name, titles, language);
        }
    };
    add(Label::may_lead_to, titles_of(rule.consequence, language));
    add(Label::to_check, titles_of(rule.to_check, language));
    return text;
}

// The advice, then the law word for word.
std::string help_of(const RuleInfo& rule, const RunInfo& run, Language language) {
    std::string text = in(rule.advice, language);
    for (const std::string& id : rule.statutes) {
        const auto found = run.statutes.find(id);
        if (found == run.statutes.end()) {
            continue;
        }
        const Statute& statute = found->second;
        text += fmt::format("{}{}\n", text.empty() ? "" : "\n\n", citation(statute, language));
        if (language == Language::en && !statute.gist_en.empty()) {
            text += statute.gist_en + '\n';
        }
        text += statute.text;
    }
    return text;
}

void write_rule(Json& json, const RuleInfo& rule, const RunInfo& run, Language language) {
    json.StartObject();
    write(json, "id", rule.id);
    write_message(json, "shortDescription", in(rule.title, language));
    write_message(json, "fullDescription", description_of(rule, language));
    if (const std::string help = help_of(rule, run, language); !help.empty()) {
        write_message(json, "help", help);
    }
    object(json, "defaultConfiguration", [&] { write(json, "level", level_of(rule.severity)); });
    object(json, "properties", [&] {
        write(json, "category", rule.category);
        write(json, "severity", name_of(rule.severity));
    });
    json.EndObject();
}

std::string result_text(const Problem& problem, bool has_baseline) {
    const Finding& finding = *problem.finding;
    return object_text([&](Json& json) {
        write(json, "ruleId", problem.rule->id);
        write(json, "ruleIndex");
        json.Uint(finding.rule);
        write(json, "level", level_of(problem.rule->severity));
        write_message(json, "message", problem.message);
        write_location(json, problem.path, problem.line);
        object(json, "partialFingerprints", [&] { write(json, "suowen/1", finding.fingerprint); });
        if (has_baseline) {
            const bool is_known = finding.state == FindingState::known;
            write(json, "baselineState", is_known ? "unchanged" : "new");
        }
        if (finding.state == FindingState::suppressed) {
            array(json, "suppressions", [&] {
                json.StartObject();
                write(json, "kind", "external");
                write(json, "justification", finding.reason);
                json.EndObject();
            });
        }
        object(json, "properties", [&] {
            write(json, "conversation", problem.conversation);
            write(json, "turn");
            json.Uint(finding.turn);
            write(json, "agent", problem.agent);
            array(json, "statutes", [&] {
                for (const std::string& id : finding.statutes) {
                    write(json, id);
                }
            });
        });
    });
}

std::string notification_text(const Diagnostic& diagnostic) {
    return object_text([&](Json& json) {
        write(json, "level", level_of(diagnostic.level));
        write_message(json, "message", diagnostic.message);
        if (!diagnostic.location.path.empty()) {
            write_location(json, diagnostic.location.path, diagnostic.location.line);
        }
    });
}

// What is kept is written at the end, the worst first.
class SarifReporter final : public Reporter {
public:
    SarifReporter(std::ostream& out, const ReportOptions& options) : out_(out), options_(options) {}

    void begin(const RunInfo& run) override { run_ = run; }

    void conversation(const ConversationAudit& audit) override {
        each_problem(audit, run_, options_, [&](const Problem& problem) {
            results_.add(rank_of(problem), [&] { return result_text(problem, run_.has_baseline); });
        });
    }

    void diagnostic(const Diagnostic& diagnostic) override {
        is_all_read_ = is_all_read_ && diagnostic.level != DiagnosticLevel::error;
        notifications_.add(diagnostic.level, [&] {
            return notification_text(shown(diagnostic, options_.redaction));
        });
    }

    void end(const Summary&) override {
        json_.StartObject();
        write(json_, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        write(json_, "version", "2.1.0");
        array(json_, "runs", [&] {
            json_.StartObject();
            write_run();
            json_.EndObject();
        });
        json_.EndObject();
        flush();
        out_ << '\n';
        out_.flush();
    }

private:
    void write_run() {
        object(json_, "tool", [&] { object(json_, "driver", [&] { write_driver(); }); });
        write(json_, "columnKind", "unicodeCodePoints");
        array(json_, "results", [&] {
            results_.each([&](const std::string& result) {
                write_raw(result);
                flush();
            });
        });
        array(json_, "invocations", [&] {
            json_.StartObject();
            write_invocation();
            json_.EndObject();
        });
    }

    void write_driver() {
        write(json_, "name", "suowen");
        write(json_, "semanticVersion", run_.version);
        array(json_, "rules", [&] {
            for (const RuleInfo& rule : run_.rules) {
                write_rule(json_, rule, run_, options_.language);
            }
        });
    }

    void write_invocation() {
        write(json_, "executionSuccessful");
        json_.Bool(is_all_read_);
        array(json_, "toolExecutionNotifications", [&] {
            note_left_out(results_.left_out(), "results", kMostResults);
            note_left_out(notifications_.left_out(), "notifications", kMostNotifications);
            notifications_.each([&](const std::string& notification) { write_raw(notification); });
        });
    }

    void note_left_out(std::uint64_t count, std::string_view what, std::size_t most) {
        if (count > 0) {
            Diagnostic note;
            note.level = DiagnosticLevel::warning;
            note.message = fmt::format("{} {} are left out, the least severe: there are {} at most",
                                       grouped(count),
                                       what,
                                       grouped(most));
            write_raw(notification_text(note));
        }
    }

    void write_raw(const std::string& value) {
        json_.RawValue(value.data(), value.size(), rapidjson::kObjectType);
    }

    // Hands on what is written, so that the report is never in memory as a whole.
    void flush() {
        out_ << std::string_view(buffer_.GetString(), buffer_.GetSize());
        buffer_.Clear();
    }

    std::ostream& out_;
    ReportOptions options_;
    RunInfo run_;
    rapidjson::StringBuffer buffer_;
    Json json_{buffer_};
    WorstFirst<Rank, std::string> results_{kMostResults};
    WorstFirst<DiagnosticLevel, std::string> notifications_{kMostNotifications};
    bool is_all_read_ = true;
};

}  // namespace

std::unique_ptr<Reporter> make_sarif_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<SarifReporter>(out, options);
}

}  // namespace suowen::report
