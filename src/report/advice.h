// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/audit.h"
#include "model/summary.h"
#include "report/reporter.h"
#include "report/scorecards.h"

namespace suowen::report {

// Something to do, and what was found that speaks for it.
struct Measure {
    std::string title;
    std::vector<std::string> because;
};

// Prevention: standards of speech, training, the bot, feedback, supervision; each from what this
// log shows. Holds counts and one good answer for each kind of question, whatever the log's size.
class Advice {
public:
    explicit Advice(Redaction redaction) : redaction_(redaction) {}

    void add(const ConversationAudit& audit, const std::vector<RuleInfo>& rules);

    // Those that something speaks for; nothing of it is escaped.
    [[nodiscard]] std::vector<Measure> measures(const RunInfo& run,
                                                const Summary& summary,
                                                Language language) const;

private:
    // Questions that ask for one kind of answer.
    struct Asked {
        Score score;
        double best_score = 0;
        std::string question;  // Of the best answer.
        std::string answer;
    };

    void add(const Conversation& conversation, const ReplyAudit& reply);

    [[nodiscard]] Measure standards(const RunInfo& run, Language language) const;
    [[nodiscard]] Measure training(const Summary& summary, Language language) const;
    [[nodiscard]] Measure bot(Language language) const;
    [[nodiscard]] Measure feedback(const RunInfo& run,
                                   const Summary& summary,
                                   Language language) const;
    [[nodiscard]] Measure supervision(const RunInfo& run,
                                      const Summary& summary,
                                      Language language) const;

    // New findings of the rules that are so.
    template <class Predicate>
    [[nodiscard]] std::uint64_t new_findings(const RunInfo& run, Predicate is_so) const;

    Redaction redaction_;
    // What is known or suppressed asks for nothing more.
    std::map<std::uint32_t, std::uint64_t> new_by_rule_;
    std::map<std::string, std::uint64_t> new_by_agent_;
    std::map<AnswerKind, Asked> by_kind_;
    Score bot_;
};

}  // namespace suowen::report
