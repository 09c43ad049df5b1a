// SPDX-License-Identifier: Apache-2.0
#include "cli/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/digest.h"
#include "base/text_file.h"
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

// The file that a source is in: an archive has its members behind '!', which names may hold too.
std::string file_of(const std::string& source) {
    std::error_code error;
    std::size_t end = source.size();
    while (!std::filesystem::is_regular_file(source.substr(0, end), error)) {
        end = end == 0 ? std::string::npos : source.rfind('!', end - 1);
        if (end == std::string::npos) {
            return source;
        }
    }
    return source.substr(0, end);
}

// Files that an option names and that the findings depend on.
struct CopiedOption {
    std::string_view option;
    std::string_view name;  // Of the copies, before a number.
    std::string_view suffix;
};

constexpr CopiedOption kCopied[] = {
    {"rules", "rules", ".yaml"},
    {"suppressions", "suppressions", ".yaml"},
    {"baseline", "baseline", ".txt"},
    {"staff", "staff", ".txt"},
};

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
    sources_.insert(audit.conversation.source.path);
    for (const Turn& turn : audit.conversation.turns) {
        if (!turn.path.empty()) {
            sources_.insert(std::string(turn.path));
        }
    }
    if (has_finding(audit)) {
        stream(0) << report::native_json(audit.conversation, report::Origin::named) << '\n';
        ++conversations_;
    }
    for (const auto& report : reports_) {
        report->conversation(audit);
    }
}

void Evidence::diagnostic(const Diagnostic& diagnostic) {
    if (diagnostic.level != DiagnosticLevel::note) {
        ++problem_count_;
        if (problems_.size() < kMostProblems) {
            problems_.push_back(diagnostic);
        }
    }
    for (const auto& report : reports_) {
        report->diagnostic(diagnostic);
    }
}

void Evidence::end(const Summary& summary) {
    summary_ = summary;
    for (const auto& report : reports_) {
        report->end(summary);
    }
}

Diagnostics Evidence::commit() {
    Diagnostics problems;
    copy_what_counted(problems);
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

void Evidence::copy_what_counted(Diagnostics& problems) {
    const auto write = [&](const std::string& name, std::string_view text) {
        if (auto problem = add_file(name)) {
            problems.push_back(std::move(*problem));
        } else {
            files_.back().output->stream() << text;
        }
    };
    // The statutes of a pack that extends the built-in one are in that.
    write("rules.yaml", rules::builtin_text());
    for (const CopiedOption& copied : kCopied) {
        int number = 0;
        for (const GivenOption& option : settings_.given) {
            if (option.name != copied.option) {
                continue;
            }
            if (const Result<TextFile> file = read_text_file(option.value)) {
                write(fmt::format("{}-{}{}", copied.name, ++number, copied.suffix), file->text);
            } else {
                problems.push_back(file.error());
            }
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
    write(json, "options");
    json.StartArray();
    for (const GivenOption& option : settings_.given) {
        json.StartArray();
        write(json, option.name);
        write(json, option.value);
        json.EndArray();
    }
    json.EndArray();
    number("findings", summary_.findings);
    number("findings_known", summary_.findings_known);
    number("findings_suppressed", summary_.findings_suppressed);
    number("findings_hidden", summary_.findings_hidden);
    number("conversations", summary_.conversations);
    number("conversations_with_findings", conversations_);
    number("skipped_files", summary_.skipped_files);
    number("skipped_records", summary_.skipped_records);
    write(json, "audited");
    json.StartArray();
    std::set<std::string> files;
    for (const std::string& source : sources_) {
        files.insert(file_of(source));
    }
    for (const std::string& source : files) {
        json.StartObject();
        write(json, "path", source);
        const std::string digest = sha256_of_file(source);
        if (!digest.empty()) {  // Not of the standard input.
            write(json, "sha256", digest);
        }
        json.EndObject();
    }
    json.EndArray();
    number("problem_count", problem_count_);
    write(json, "problems");
    json.StartArray();
    for (const Diagnostic& problem : problems_) {
        json.StartObject();
        write(json, "path", problem.location.path);
        number("line", problem.location.line);
        write(json, "message", problem.message);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace suowen::cli
