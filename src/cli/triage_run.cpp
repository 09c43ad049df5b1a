// SPDX-License-Identifier: Apache-2.0
#include "cli/triage_run.h"

#include <fmt/format.h>

#include <utility>

#include "base/text_file.h"
#include "cli/output_file.h"
#include "rules/document.h"

namespace suowen::cli {

Diagnostics TriageRun::load() {
    Diagnostics problems;
    if (std::optional<Diagnostic> problem = triage::unknown_name(settings_.fail_on, rules_.infos)) {
        problems.push_back(std::move(*problem));
    }
    if (!settings_.baseline.empty()) {
        const Result<TextFile> file = read_text_file(settings_.baseline);
        Result<triage::Baseline> read =
            file ? triage::Baseline::parse(file->text, settings_.baseline)
                 : Result<triage::Baseline>(unexpected(file.error()));
        if (read) {
            baseline_ = std::move(*read);
        } else {
            problems.push_back(read.error());
        }
    }
    for (const std::string& path : settings_.suppressions) {
        const Result<TextFile> file = read_text_file(path, rules::kMaxDocumentBytes);
        if (!file) {
            problems.push_back(file.error());
            continue;
        }
        Expected<triage::Suppressions, Diagnostics> read =
            triage::Suppressions::parse(file->text, path);
        if (read) {
            suppressions_.add(std::move(*read));
        } else {
            problems.insert(problems.end(), read.error().begin(), read.error().end());
        }
    }
    return problems;
}

std::uint64_t TriageRun::sort(ConversationAudit& audit) {
    std::uint64_t hidden = 0;
    const auto sort_all = [&](std::vector<Finding>& findings) {
        for (Finding& finding : findings) {
            sort(finding, audit.conversation);
        }
        hidden += std::erase_if(findings, [&](const Finding& finding) {
            return rules_.infos[finding.rule].severity < settings_.min_severity;
        });
    };
    for (ReplyAudit& reply : audit.replies) {
        sort_all(reply.findings);
    }
    for (PendingAudit& question : audit.pending) {
        sort_all(question.findings);
    }
    return hidden;
}

void TriageRun::sort(Finding& finding, const Conversation& conversation) {
    const RuleInfo& rule = rules_.infos[finding.rule];
    const triage::Suppression* suppression =
        suppressions_.find({rule.id,
                            rule.category,
                            conversation.turns[finding.turn].name,
                            conversation.id,
                            conversation.source.path},
                           today_);
    if (suppression != nullptr) {
        finding.state = FindingState::suppressed;
        finding.reason = suppression->reason;
        return;
    }
    if (!settings_.write_baseline.empty()) {
        next_.add(finding.fingerprint, rule.id);
    }
    if (baseline_ && baseline_->take(finding.fingerprint)) {
        finding.state = FindingState::known;
        return;
    }
    new_.add(rule);
}

std::optional<Diagnostic> TriageRun::write_baseline() const {
    if (settings_.write_baseline.empty()) {
        return std::nullopt;
    }
    Result<std::unique_ptr<OutputFile>> file = OutputFile::create(settings_.write_baseline);
    if (!file) {
        return file.error();
    }
    next_.write((*file)->stream());
    return (*file)->commit();
}

Diagnostics TriageRun::complaints() const {
    Diagnostics all = suppressions_.complaints(today_);
    if (const std::uint64_t gone = baseline_ ? baseline_->left() : 0; gone > 0) {
        Diagnostic note;
        note.level = DiagnosticLevel::note;
        note.location.path = settings_.baseline;
        note.message = fmt::format("{} findings of the baseline were not found again", gone);
        note.help = "write it anew with --write-baseline";
        all.push_back(std::move(note));
    }
    return all;
}

}  // namespace suowen::cli
