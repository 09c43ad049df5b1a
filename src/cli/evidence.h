// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/output_file.h"
#include "report/reporter.h"
#include "rules/rule_set.h"

namespace suowen::cli {

// A folder that can be put before somebody else: the conversations with findings as they were read,
// the report, the rules with their statutes and whatever else the findings depend on, what was
// audited with which version and options and what could not be read, and the SHA-256 of all, which
// `sha256sum -c SHA256SUMS` checks.
class Evidence final : public report::Reporter {
public:
    // Makes the folder, which must be new or empty. Why not, if so. Borrows its arguments.
    [[nodiscard]] static Result<std::unique_ptr<Evidence>> create(
        const std::string& folder, const Settings& settings, const report::ReportOptions& options);

    void begin(const report::RunInfo& run) override;
    void conversation(const ConversationAudit& audit) override;
    void diagnostic(const Diagnostic& diagnostic) override;
    void end(const Summary& summary) override;

    // Completes the folder. What went wrong.
    [[nodiscard]] Diagnostics commit();

private:
    static constexpr std::size_t kMostProblems = 1000;

    Evidence(std::string folder, const Settings& settings)
        : folder_(std::move(folder)), settings_(settings) {}

    struct File {
        std::string name;
        std::unique_ptr<OutputFile> output;
    };

    [[nodiscard]] std::optional<Diagnostic> add_file(const std::string& name);

    [[nodiscard]] std::ostream& stream(std::size_t index) { return files_[index].output->stream(); }

    void copy_what_counted(Diagnostics& problems);
    [[nodiscard]] std::string manifest() const;

    std::string folder_;
    const Settings& settings_;
    std::vector<File> files_;  // Conversations, reports, then what commit() adds.
    std::vector<std::unique_ptr<report::Reporter>> reports_;
    report::RunInfo run_;
    std::set<std::string> sources_;  // Of all conversations.
    std::uint64_t conversations_ = 0;
    Summary summary_;
    Diagnostics problems_;  // The first kMostProblems.
    std::uint64_t problem_count_ = 0;
};

}  // namespace suowen::cli
