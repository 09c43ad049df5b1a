// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <functional>
#include <string>
#include <unordered_map>

#include "base/digest.h"
#include "base/json_writing.h"
#include "report/formats.h"
#include "report/problem.h"
#include "report/words.h"

namespace suowen::report {
namespace {

class GitlabReporter final : public Reporter {
public:
    GitlabReporter(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options) {}

    void begin(const RunInfo& run) override {
        run_ = run;
        json_.StartArray();
    }

    void conversation(const ConversationAudit& audit) override {
        each_new_problem(audit, run_, options_, [&](const Problem& problem) { write(problem); });
        flush();
    }

    void diagnostic(const Diagnostic&) override {}

    void end(const Summary&) override {
        json_.EndArray();
        flush();
        out_ << '\n';
        out_.flush();
    }

private:
    void write(const Problem& problem) {
        constexpr std::array<std::string_view, kSeverityCount> kSeverities = {
            "info", "minor", "major", "critical", "blocker"};
        json_.StartObject();
        suowen::write(json_, "description", problem.message);
        suowen::write(json_, "check_name", problem.rule->id);
        suowen::write(json_, "fingerprint", fingerprint_of(problem));
        suowen::write(
            json_, "severity", kSeverities.at(static_cast<std::size_t>(problem.rule->severity)));
        json_.Key("location");
        json_.StartObject();
        suowen::write(json_, "path", repository_path(problem.path));
        json_.Key("lines");
        json_.StartObject();
        json_.Key("begin");
        json_.Uint64(problem.line);
        json_.EndObject();
        json_.EndObject();
        json_.EndObject();
    }

    // GitLab takes issues with equal fingerprints for one. Those of findings come from what was
    // said alone, so here the place counts too: conversation and turn, which stay where lines move,
    // and the order among what is equal even so. Masked: nobody shall find out an id by trying.
    std::string fingerprint_of(const Problem& problem) {
        constexpr std::size_t kDigits = 32;
        const std::string place = fmt::format("{}\n{}\n{}",
                                              problem.finding->fingerprint,
                                              shown(problem.conversation, Redaction::mask),
                                              problem.finding->turn);
        const std::uint32_t before = seen_[std::hash<std::string>{}(place)]++;
        return sha256_hex(fmt::format("{}\n{}", place, before)).substr(0, kDigits);
    }

    // Hands on what is written, so that the report is never in memory as a whole.
    void flush() {
        out_ << std::string_view(buffer_.GetString(), buffer_.GetSize());
        buffer_.Clear();
    }

    std::ostream& out_;
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
    ReportOptions options_;
    RunInfo run_;
    // How often each place had a finding, by its hash, which costs less memory than its words do.
    // Where two hashes meet, a fingerprint counts from higher, and is still like no other.
    std::unordered_map<std::size_t, std::uint32_t> seen_;
};

}  // namespace

std::unique_ptr<Reporter> make_gitlab_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<GitlabReporter>(out, options);
}

}  // namespace suowen::report
