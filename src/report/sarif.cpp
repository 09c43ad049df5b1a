// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/writer.h>

#include <fmt/format.h>

#include "base/json_writing.h"
#include "report/formats.h"
#include "report/labels.h"
#include "report/problem.h"

namespace suowen::report {
namespace {

std::string_view level_of(Severity severity) {
    return severity >= Severity::high ? "error" : severity == Severity::medium ? "warning" : "note";
}

// A path as a URI reference.
std::string uri_of(std::string_view path) {
    std::string uri;
    for (const char c : path) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') ||
                              std::string_view("-._~/!").find(c) != std::string_view::npos;
        uri += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

class SarifReporter final : public Reporter {
public:
    SarifReporter(std::ostream& out, const ReportOptions& options)
        : stream_(out), out_(out), json_(stream_), options_(options) {}

    void begin(const RunInfo& run) override {
        run_ = run;
        json_.StartObject();
        text("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        text("version", "2.1.0");
        key("runs");
        json_.StartArray();
        json_.StartObject();
        key("tool");
        json_.StartObject();
        key("driver");
        json_.StartObject();
        text("name", "suowen");
        text("semanticVersion", run.version);
        key("rules");
        json_.StartArray();
        for (const RuleInfo& rule : run.rules) {
            write_rule(rule);
        }
        json_.EndArray();
        json_.EndObject();
        json_.EndObject();
        text("columnKind", "unicodeCodePoints");
        key("results");
        json_.StartArray();
    }

    void conversation(const ConversationAudit& audit) override {
        each_problem(audit, run_, options_, [&](const Problem& problem) { write(problem); });
    }

    void diagnostic(const Diagnostic& diagnostic) override { diagnostics_.push_back(diagnostic); }

    void end(const Summary&) override {
        json_.EndArray();
        key("invocations");
        json_.StartArray();
        json_.StartObject();
        key("executionSuccessful");
        json_.Bool(true);
        key("toolExecutionNotifications");
        json_.StartArray();
        for (const Diagnostic& diagnostic : diagnostics_) {
            write(diagnostic);
        }
        json_.EndArray();
        json_.EndObject();
        json_.EndArray();
        json_.EndObject();
        json_.EndArray();
        json_.EndObject();
        out_ << '\n';
        out_.flush();
    }

private:
    void write_rule(const RuleInfo& rule) {
        json_.StartObject();
        text("id", rule.id);
        message("shortDescription", in(rule.title, options_.language));
        if (const std::string& advice = in(rule.advice, options_.language); !advice.empty()) {
            message("help", advice);
        }
        key("defaultConfiguration");
        json_.StartObject();
        text("level", level_of(rule.severity));
        json_.EndObject();
        key("properties");
        json_.StartObject();
        text("category", rule.category);
        text("severity", name_of(rule.severity));
        json_.EndObject();
        json_.EndObject();
    }

    void write(const Problem& problem) {
        json_.StartObject();
        text("ruleId", problem.rule->id);
        key("ruleIndex");
        json_.Uint(problem.finding->rule);
        text("level", level_of(problem.rule->severity));
        message("message", problem.message);
        locations(problem.path, problem.line);
        key("partialFingerprints");
        json_.StartObject();
        text("suowen/1", problem.finding->fingerprint);
        json_.EndObject();
        if (run_.has_baseline) {
            const bool is_known = problem.finding->state == FindingState::known;
            text("baselineState", is_known ? "unchanged" : "new");
        }
        if (problem.finding->state == FindingState::suppressed) {
            key("suppressions");
            json_.StartArray();
            json_.StartObject();
            text("kind", "external");
            text("justification", problem.finding->reason);
            json_.EndObject();
            json_.EndArray();
        }
        key("properties");
        json_.StartObject();
        text("conversation", problem.conversation);
        key("turn");
        json_.Uint(problem.finding->turn);
        text("agent", problem.agent);
        key("statutes");
        json_.StartArray();
        for (const std::string& id : problem.finding->statutes) {
            suowen::write(json_, id);
        }
        json_.EndArray();
        json_.EndObject();
        json_.EndObject();
    }

    void write(const Diagnostic& diagnostic) {
        json_.StartObject();
        text("level",
             diagnostic.level == DiagnosticLevel::error     ? "error"
             : diagnostic.level == DiagnosticLevel::warning ? "warning"
                                                            : "note");
        message("message", diagnostic.message);
        locations(diagnostic.location.path, std::max<std::uint64_t>(diagnostic.location.line, 1));
        json_.EndObject();
    }

    void locations(std::string_view path, std::uint64_t line) {
        key("locations");
        json_.StartArray();
        json_.StartObject();
        key("physicalLocation");
        json_.StartObject();
        key("artifactLocation");
        json_.StartObject();
        text("uri", uri_of(path));
        json_.EndObject();
        key("region");
        json_.StartObject();
        key("startLine");
        json_.Uint64(line);
        json_.EndObject();
        json_.EndObject();
        json_.EndObject();
        json_.EndArray();
    }

    void message(std::string_view name, std::string_view value) {
        key(name);
        json_.StartObject();
        text("text", value);
        json_.EndObject();
    }

    void key(std::string_view name) { suowen::write(json_, name); }

    void text(std::string_view name, std::string_view value) { suowen::write(json_, name, value); }

    rapidjson::OStreamWrapper stream_;
    std::ostream& out_;
    rapidjson::Writer<rapidjson::OStreamWrapper> json_;
    ReportOptions options_;
    RunInfo run_;
    Diagnostics diagnostics_;
};

}  // namespace

std::unique_ptr<Reporter> make_sarif_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<SarifReporter>(out, options);
}

}  // namespace suowen::report
