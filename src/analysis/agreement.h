// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/audit.h"
#include "model/rule_info.h"

namespace suowen::analysis {

// How often a class was labelled, found, and both.
struct Hits {
    std::uint64_t labelled = 0;
    std::uint64_t found = 0;
    std::uint64_t both = 0;

    // 0 where nothing was found or labelled.
    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
};

// A labelled reply that was judged otherwise.
struct Disagreement {
    std::string source;  // FILE:LINE
    std::string conversation;
    std::uint32_t turn = 0;
    Verdict labelled = Verdict::unjudged;
    Verdict found = Verdict::unjudged;
    std::optional<double> relevance;
    std::string question;
    std::string reply;
    Evidence evidence;
};

// Replies whose relevance lies in one tenth of 0..1.
struct CalibrationBin {
    std::uint64_t replies = 0;
    std::uint64_t relevant = 0;  // Labelled `answered` or `partial`.
    double sum = 0;              // Of relevance.
};

// Compares labels with what was found, reply by reply. Replies without label do not count.
class Agreement {
public:
    // `rules` are those of the findings.
    void add(const ConversationAudit& audit, const std::vector<RuleInfo>& rules);

    [[nodiscard]] std::uint64_t replies() const { return replies_; }

    // Labels with a verdict that is none; they are left out.
    [[nodiscard]] std::uint64_t unknown_labels() const { return unknown_labels_; }

    [[nodiscard]] std::uint64_t count(Verdict labelled, Verdict found) const;

    [[nodiscard]] double accuracy() const;

    // Cohen's kappa: agreement beyond what the frequencies of the verdicts give by chance (Cohen
    // 1960). 0 without replies.
    [[nodiscard]] double kappa() const;

    [[nodiscard]] Hits of(Verdict verdict) const;

    // Of replies that answer nothing: deflected and off_topic taken as one.
    [[nodiscard]] Hits bad() const;

    // By category; a category counts once a reply.
    using Risks = std::map<std::string, Hits, CategoryOrder>;

    [[nodiscard]] const Risks& risks() const { return risks_; }

    // Of all categories together (micro average).
    [[nodiscard]] Hits all_risks() const;

    // Labelled without risk, and those of them that have a finding.
    [[nodiscard]] std::uint64_t clean_replies() const { return clean_; }

    [[nodiscard]] std::uint64_t clean_with_finding() const { return clean_with_finding_; }

    // The area under the ROC curve of `relevance`, for answered and partial replies against those
    // that answer nothing: how often a reply of the first kind has the higher one, ties by half.
    // Empty without replies of both kinds.
    [[nodiscard]] std::optional<double> auc() const;

    [[nodiscard]] const std::array<CalibrationBin, 10>& calibration() const { return bins_; }

    // The `most` disagreements that the relevance is surest of, those first.
    [[nodiscard]] std::vector<Disagreement> worst(std::size_t most) const;

private:
    void add_verdict(const ConversationAudit& audit, const ReplyAudit& reply, Verdict labelled);

    std::array<std::array<std::uint64_t, kVerdictCount>, kVerdictCount> counts_{};
    Risks risks_;
    std::array<CalibrationBin, 10> bins_{};
    std::vector<double> of_relevant_;
    std::vector<double> of_bad_;
    std::vector<Disagreement> disagreements_;
    std::uint64_t replies_ = 0;
    std::uint64_t unknown_labels_ = 0;
    std::uint64_t clean_ = 0;
    std::uint64_t clean_with_finding_ = 0;
};

}  // namespace suowen::analysis
