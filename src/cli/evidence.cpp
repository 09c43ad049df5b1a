// SPDX-License-Identifier: Apache-2.0
#include "cli/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/digest.h"
#include "cli/json_writer.h"
#include "report/native_json.h"
#include "rules/rule_files.h"

namespace suowen::cli {
namespace {

constexpr const char* kConversations = "conversations.jsonl";
constexpr const char* kManifest = "manifest.json";
constexpr const char* kSums = "SHA256SUMS";

struct BundledReport {
    const char* format;
    const char* name;
};

constexpr BundledReport kReports[] = {{"html", "report.html"}, {"ndjson", "report.ndjson"}};

Diagnostic problem_with(const std::string& folder, std::string message, std::string help = {}) {
    Diagnostic problem;
    problem.location.path = folder;
    problem.message = std::move(message);
    problem.help = std::move(help);
    return problem;
}

bool has_finding(const ConversationAudit& audit) {
    const auto has = [](const auto& item) { return !item.findings.empty(); };
    return std::any_of(audit.replies.begin(), audit.replies.end(), has) ||
           std::any_of(audit.pending.begin(), audit.pending.end(), has);
}

// The file that a source is in: an archive has its members behind '!'.
std::string file_of(const std::string& source) {
    return source.substr(0, source.find('!'));
}

}  // namespace

Result<std::unique_ptr<Evidence>> Evidence::create(const std::string& folder,
                                                   const Settings& settings,
                                                   const report::ReportOptions& options) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return unexpected(problem_with(folder, "cannot be made: " + error.message()));
    }
    if (!std::filesystem::is_empty(folder, error) || error) {
        return unexpected(problem_with(
            folder, "the folder is not empty", "name a new one: evidence must not mix runs"));
    }
    std::unique_ptr<Evidence> made(new Evidence(folder, settings));
    if (auto problem = made->add_file(kConversations)) {
        return unexpected(std::move(*problem));
    }
    for (const BundledReport& each : kReports) {
        if (auto problem = made->add_file(each.name)) {
            return unexpected(std::move(*problem));
        }
        made->reports_.push_back(report::find_report_format(each.format)
                                     ->make(made->files_.back().output->stream(), options));
    }
    return made;
}

std::optional<Diagnostic> Evidence::add_file(const std::string& name) {
    Result<std::unique_ptr<OutputFile>> file = OutputFile::create(folder_ + "/" + name);
    if (!file) {
        return file.error();
    }
    files_.push_back({name, std::move(*file)});
    return std::nullopt;
}

void Evidence::begin(const report::RunInfo& run) {
    run_ = run;
    for (const auto& report : reports_) {
        report->begin(run);
    }
}

void Evidence::conversation(const ConversationAudit& audit) {
    sources_.insert(file_of(audit.conversation.source.path));
    if (has_finding(audit)) {
        stream(0) << report::native_json(audit.conversation) << '\n';
        ++conversations_;
    }
    for (const auto& report : reports_) {
        report->conversation(audit);
    }
}

void Evidence::diagnostic(const Diagnostic& diagnostic) {
    for (const auto& report : reports_) {
        report->diagnostic(diagnostic);
    }
}

void Evidence::end(const Summary& summary) {
    findings_ = summary.findings;
    for (const auto& report : reports_) {
        report->end(summary);
    }
}

Diagnostics Evidence::commit() {
    Diagnostics problems;
    write_rules(problems);
    if (auto problem = add_file(kManifest)) {
        problems.push_back(std::move(*problem));
    } else {
        files_.back().output->stream() << manifest() << '\n';
    }
    std::string sums;
    for (const File& file : files_) {
        if (auto problem = file.output->commit()) {
            problems.push_back(std::move(*problem));
        }
        sums += fmt::format("{}  {}\n", sha256_of_file(folder_ + "/" + file.name), file.name);
    }
    if (auto problem = add_file(kSums)) {
        problems.push_back(std::move(*problem));
        return problems;
    }
    files_.back().output->stream() << sums;
    if (auto problem = files_.back().output->commit()) {
        problems.push_back(std::move(*problem));
    }
    return problems;
}

void Evidence::write_rules(Diagnostics& problems) {
    const auto write = [&](const std::string& name, std::string_view text) {
        if (auto problem = add_file(name)) {
            problems.push_back(std::move(*problem));
        } else {
            files_.back().output->stream() << text;
        }
    };
    write("rules.yaml", rules::builtin_text());
    for (std::size_t i = 0; i < settings_.rules.size(); ++i) {
        if (const Result<rules::RuleFile> file = rules::read_rule_file(settings_.rules[i])) {
            write(fmt::format("rules-{}.yaml", i + 1), file->text);
        } else {
            problems.push_back(file.error());
        }
    }
}

std::string Evidence::manifest() const {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    const auto number = [&](std::string_view key, std::uint64_t value) {
        write(json, key);
        json.Uint64(value);
    };
    json.StartObject();
    write(json, "schema", "suowen-evidence/1");
    write(json, "suowen", run_.version);
    write(json, "started", run_.started);
    write(json, "rules", run_.rules_source);
    write(json, "rules_sha256", run_.rules_sha256);
    number("findings", findings_);
    number("conversations_with_findings", conversations_);
    write(json, "audited");
    json.StartArray();
    for (const std::string& source : sources_) {
        json.StartObject();
        write(json, "path", source);
        const std::string digest = sha256_of_file(source);
        if (!digest.empty()) {  // Not of the standard input.
            write(json, "sha256", digest);
        }
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace suowen::cli
