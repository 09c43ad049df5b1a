// SPDX-License-Identifier: Apache-2.0
#include "cli/run_record.h"

#include <simdjson.h>

#include <cerrno>
#include <fstream>
#include <optional>

#include "base/text_file.h"

namespace suowen::cli {
namespace {

using Object = simdjson::dom::element;

std::string text_of(const Object& object, const char* key) {
    std::string_view value;
    return object[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

std::uint64_t number_of(const Object& object, const char* key) {
    std::uint64_t value = 0;
    return object[key].get(value) == simdjson::SUCCESS ? value : 0;
}

Diagnostic problem_in(const std::string& path, std::uint64_t line, std::string message) {
    Diagnostic problem;
    problem.location.path = path;
    problem.location.line = line;
    problem.message = std::move(message);
    return problem;
}

// Takes up a run line by line.
class RunReader {
public:
    // False when the line is none of a run.
    bool take(const std::string& line) {
        Object object;
        if (parser_.parse(line).get(object) != simdjson::SUCCESS) {
            return false;
        }
        const std::string type = text_of(object, "type");
        if (type == "run") {
            Object rules;
            if (object["rules"].get(rules) == simdjson::SUCCESS) {
                run_.rules_sha256 = text_of(rules, "sha256");
            }
        } else if (type == "reply") {
            add_reply(object);
        }
        run_.unanswered += type == "unanswered" ? 1 : 0;
        has_end_ = has_end_ || type == "summary";
        add_findings(object);
        return !type.empty();
    }

    [[nodiscard]] bool has_end() const { return has_end_; }

    [[nodiscard]] RunRecord take_run() { return std::move(run_); }

private:
    void add_reply(const Object& object) {
        ++run_.replies;
        if (const auto verdict = verdict_from(text_of(object, "verdict"))) {
            const auto index = static_cast<std::size_t>(*verdict);
            ++run_.by_verdict.at(index);
            ++run_.by_agent[text_of(object, "agent")].at(index);
        }
    }

    void add_findings(const Object& object) {
        simdjson::dom::array findings;
        if (object["findings"].get(findings) != simdjson::SUCCESS) {
            return;
        }
        for (const Object finding : findings) {
            // What somebody has decided to put up with is no change when it comes and goes.
            if (text_of(finding, "state") == "suppressed") {
                continue;
            }
            FoundRecord& found = run_.findings[text_of(finding, "fingerprint")];
            if (++found.count == 1) {
                found.rule = text_of(finding, "rule");
                found.severity =
                    severity_from(text_of(finding, "severity")).value_or(Severity::info);
                found.source = text_of(object, "source");
                found.line = number_of(object, "line");
                found.conversation = text_of(object, "conversation");
                found.agent = text_of(object, "agent");
                found.match = text_of(finding, "match");
            }
        }
    }

    simdjson::dom::parser parser_;
    RunRecord run_;
    bool has_end_ = false;
};

}  // namespace

Result<RunRecord> read_run(const std::string& path) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::string line;
    RunReader reader;
    for (std::uint64_t number = 1; std::getline(file, line); ++number) {
        if (!reader.take(line)) {
            Diagnostic problem = problem_in(path, number, "no line of a run");
            problem.help = "diff compares what `suowen audit --format ndjson` writes";
            return unexpected(std::move(problem));
        }
    }
    if (!file.eof()) {
        return unexpected(unreadable(path));
    }
    if (!reader.has_end()) {
        return unexpected(problem_in(path, 0, "the run has no summary: it did not end"));
    }
    return reader.take_run();
}

}  // namespace suowen::cli
