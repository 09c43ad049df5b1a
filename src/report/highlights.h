// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/audit.h"
#include "report/reporter.h"

namespace suowen::report {

// Words of a turn around what a rule matched. Masked, valid UTF-8, cut with "…" where they are
// long; not yet escaped for any output.
struct Excerpt {
    std::string before;
    std::string match;
    std::string after;
};

// Where something was said, and by whom.
struct Place {
    std::string path;
    std::uint64_t line = 0;
    std::string conversation;
    std::string speaker;
    Role role = Role::agent;
    std::string time;  // As far as the log tells.
};

struct WorstFinding {
    std::uint32_t rule = 0;
    Severity severity = Severity::info;
    Place place;
    std::string question;  // Empty when nothing was open, or when the words are the question's.
    Excerpt words;
    std::string reply;  // To a question that the words are of; empty when there is none.
    std::vector<std::string> statutes;
    std::optional<Milliseconds> waited;  // See wait_of().
    std::uint64_t repeats = 0;           // Further findings of the rule on the same words.
    std::size_t words_digest = 0;        // Tells the same words apart from others.
};

struct WorstReply {
    Verdict verdict = Verdict::unjudged;
    std::optional<double> certainty;  // Empty where a rule or what follows shows it.
    double score = 0;
    Place place;
    std::string question;
    std::string reply;
    Evidence evidence;          // Its words masked.
    std::uint64_t repeats = 0;  // Further replies off the point in the same words.
    std::size_t words_digest = 0;
};

// Keeps the worst findings and the replies furthest off the point of a run, and nothing else:
// memory does not grow with the input. What is said again in the same words is kept once.
class Highlights {
public:
    Highlights(Redaction redaction, std::size_t most_findings, std::size_t most_replies);

    // Copies what it keeps. `rules` are those that the findings refer to.
    void add(const ConversationAudit& audit, const std::vector<RuleInfo>& rules);

    // By severity, then in input order.
    [[nodiscard]] const std::vector<WorstFinding>& findings() const { return findings_; }

    // The surest first, then by score, then in input order.
    [[nodiscard]] const std::vector<WorstReply>& replies() const { return replies_; }

private:
    // `exchange` is null for a question without a reply.
    void add_finding(const Conversation& conversation,
                     const Finding& finding,
                     const Exchange* exchange,
                     Severity severity,
                     std::optional<Milliseconds> waited);
    void add_reply(const Conversation& conversation, const ReplyAudit& audit);

    // How often the words have been off the point before.
    std::uint64_t times_before(std::size_t words_digest);

    [[nodiscard]] std::string question_words(const Conversation& conversation,
                                             const std::vector<std::uint32_t>& question) const;
    [[nodiscard]] std::string reply_words(const Turn& turn) const;
    [[nodiscard]] Excerpt excerpt(std::string_view text, ByteRange match) const;

    Redaction redaction_;
    std::size_t most_findings_;
    std::size_t most_replies_;
    std::vector<WorstFinding> findings_;
    std::vector<WorstReply> replies_;
    std::unordered_map<std::size_t, std::uint64_t> times_said_;  // By digest, of the first texts.
};

}  // namespace suowen::report
