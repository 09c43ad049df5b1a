// SPDX-License-Identifier: Apache-2.0
#include "cli/misplaced_output.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "base/file_identity.h"
#include "base/glob.h"
#include "cli/conversations.h"
#include "input/conversation_stream.h"
#include "input/path_walk.h"

namespace suowen::cli {
namespace {

bool is_same_file(const std::string& path, const std::string& other) {
    const std::optional<FileIdentity> identity = identity_of_file(path);
    return identity && identity == identity_of_file(other);
}

bool holds_conversation(const std::string& path, const Settings& settings, const Streams& io) {
    input::InputOptions options = input_options(settings, io);
    options.paths = {path};
    input::ConversationStream input(std::move(options));
    while (const std::optional<input::StreamItem> item = input.next()) {
        if (std::holds_alternative<Conversation>(*item)) {
            return true;
        }
    }
    return false;
}

// Whether the run reads a transcript at `path`. What an earlier run left there is none: a report
// may lie beside the logs.
bool is_transcript_to_audit(const std::string& path, const Settings& settings, const Streams& io) {
    const input::PathFilter filter(settings.excludes);
    const auto is_named = [&](const std::string& operand) { return is_same_file(path, operand); };
    const auto is_found = [&](const std::string& operand) {
        return input::leads_to(operand, path, filter) || matches_glob(path, operand);
    };
    const std::vector<std::string>& operands = settings.operands;
    std::error_code ignored;
    return std::any_of(operands.begin(), operands.end(), is_named) ||
           (std::filesystem::is_regular_file(path, ignored) &&
            std::any_of(operands.begin(), operands.end(), is_found) &&
            holds_conversation(path, settings, io));
}

// One report would take the place of another, or of a transcript, in silence.
std::optional<Diagnostic> find_overwriting(const Settings& settings, const Streams& io) {
    std::vector<std::string> paths = {settings.output, settings.write_baseline};
    for (const ExtraReport& report : settings.reports) {
        paths.push_back(report.path);
    }
    std::erase_if(paths, [](const std::string& path) { return path.empty() || path == "-"; });
    std::sort(paths.begin(), paths.end());
    Diagnostic problem;
    problem.help = "each report needs a file of its own";
    if (const auto twice = std::adjacent_find(paths.begin(), paths.end()); twice != paths.end()) {
        problem.location.path = *twice;
        problem.message = "is named for two outputs";
        return problem;
    }
    for (const std::string& path : paths) {
        if (is_transcript_to_audit(path, settings, io)) {
            problem.location.path = path;
            problem.message = "is a transcript to audit, and named for an output";
            return problem;
        }
    }
    return std::nullopt;
}

// The next run would take the copies in a folder of evidence for further conversations.
std::optional<Diagnostic> find_evidence_among_logs(const Settings& settings) {
    const input::PathFilter filter(settings.excludes);
    const bool is_walked =
        !settings.evidence.empty() &&
        std::any_of(
            settings.operands.begin(), settings.operands.end(), [&](const std::string& operand) {
                return input::leads_to(operand, settings.evidence, filter);
            });
    if (!is_walked) {
        return std::nullopt;
    }
    Diagnostic problem;
    problem.location.path = settings.evidence;
    problem.message = "would lie among the transcripts, and the next run would audit its copies";
    problem.help = "name a folder elsewhere for the evidence, or --exclude this one";
    return problem;
}

}  // namespace

std::optional<Diagnostic> find_misplaced_output(const Settings& settings, const Streams& io) {
    const std::optional<Diagnostic> overwriting = find_overwriting(settings, io);
    return overwriting ? overwriting : find_evidence_among_logs(settings);
}

}  // namespace suowen::cli
