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
        std::uint64_t judged = 0;
        std::uint64_t bad = 0;
        double best_score = 0;
        std::string question;  // Of the best answer.
        std::string answer;
    };

    void add(const Conversation& conversation, const ReplyAudit& reply);

    [[nodiscard]] Measure standards(const RunInfo& run, Language language) const;
    [[nodiscard]] Measure training(const Summary& summary, Language language) const;
    [[nodiscard]] Measure bot(Language language) const;
    [[nodiscard]] Measure feedback(const Summary& summary, Language language) const;
    [[nodiscard]] Measure supervision(const Summary& summary, Language language) const;

    Redaction redaction_;
    std::map<std::uint32_t, std::uint64_t> by_rule_;  // New findings.
    std::map<AnswerKind, Asked> by_kind_;
    std::uint64_t bot_judged_ = 0;
    std::uint64_t bot_bad_ = 0;
};

}  // namespace suowen::report
