// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/csv_row.h"
#include "report/formats.h"
#include "report/problem.h"
#include "report/words.h"

namespace suowen::report {
namespace {

// All words of a list in one cell.
template <class List>
std::string joined(const List& list, WordMask& mask) {
    std::string out;
    for (const auto& word : list) {
        out += out.empty() ? "" : "; ";
        out += mask.shown(word);
    }
    return out;
}

// A row a reply, and a row a question without one.
class CsvReporter final : public Reporter {
public:
    CsvReporter(std::ostream& out, const ReportOptions& options) : out_(out), options_(options) {}

    void begin(const RunInfo& run) override {
        run_ = run;
        out_ << kByteOrderMark
             << "conversation,source,line,turn,agent,verdict,relevance,response_seconds,matched,"
                "missing,gives,rules,question,reply,time,channel,team,role,related,certainty\r\n";
    }

    void conversation(const ConversationAudit& audit) override {
        WordMask mask(audit.conversation, options_.redaction);
        for (const ReplyAudit& reply : audit.replies) {
            mask.read(reply);
            write(audit.conversation, reply, mask);
        }
        for (const PendingAudit& question : audit.pending) {
            write(audit.conversation, question);
        }
    }

    void diagnostic(const Diagnostic&) override {}

    void end(const Summary&) override { out_.flush(); }

private:
    void write(const Conversation& conversation, const ReplyAudit& reply, WordMask& mask) {
        const Turn& turn = conversation.turns.at(reply.exchange.reply);
        const Evidence& evidence = reply.relevance.evidence;
        const std::optional<Milliseconds>& response = reply.exchange.response;
        CsvRow row = row_at(conversation, reply.exchange.reply);
        row.add(words(turn.name));
        row.add(name_of(reply.relevance.verdict));
        row.add(share(reply.relevance.score));
        row.add(response ? std::to_string(response->count() / 1000) : "");
        row.add(joined(evidence.matched, mask));
        row.add(joined(evidence.missing, mask));
        row.add(joined(evidence.gives, mask));
        row.add(rules_of(reply.findings));
        row.add(question_words(conversation, reply.exchange.question));
        row.add(shown(turn.text, options_.redaction, kMostCellBytes));
        row.add(iso_time(turn.time));
        row.add(words(conversation.channel));
        row.add(team_of(turn.name, options_.teams));
        row.add(name_of(turn.role));
        row.add(fmt::format("{}", fmt::join(related_pairs(evidence), "; ")));
        row.add(share(reply.relevance.certainty));
        out_ << row.end();
    }

    // What only a reply has stays empty.
    void write(const Conversation& conversation, const PendingAudit& audit) {
        const std::vector<std::uint32_t>& question = audit.pending.question;
        const std::uint32_t first = question.empty() ? 0 : question.front();
        CsvRow row = row_at(conversation, first);
        row.add("");
        row.add(audit.pending.is_open ? "open" : "unanswered");
        for (int i = 0; i < 5; ++i) {  // From relevance to gives.
            row.add("");
        }
        row.add(rules_of(audit.findings));
        row.add(question_words(conversation, question));
        row.add("");
        row.add(iso_time(conversation.turns.at(first).time));
        row.add(words(conversation.channel));
        for (int i = 0; i < 4; ++i) {  // From team to certainty.
            row.add("");
        }
        out_ << row.end();
    }

    static std::string share(const std::optional<double>& of_one) {
        return of_one ? fmt::format("{:.3f}", *of_one) : "";
    }

    // A row that says where the turn is.
    [[nodiscard]] CsvRow row_at(const Conversation& conversation, std::uint32_t turn) const {
        CsvRow row;
        row.add(words(conversation.id));
        row.add(words(path_of(conversation, conversation.turns.at(turn))));
        row.add(conversation.turns.at(turn).line);
        row.add(std::uint64_t{turn});
        return row;
    }

    [[nodiscard]] std::string rules_of(const std::vector<Finding>& findings) const {
        std::string rules;
        for (const Finding& finding : findings) {
            rules += (rules.empty() ? "" : "; ") + run_.rules.at(finding.rule).id;
        }
        return rules;
    }

    [[nodiscard]] std::string question_words(const Conversation& conversation,
                                             const std::vector<std::uint32_t>& question) const {
        return shown_question(conversation, question, options_.redaction, " ", kMostCellBytes);
    }

    [[nodiscard]] std::string words(std::string_view text) const {
        return shown(text, options_.redaction);
    }

    std::ostream& out_;
    ReportOptions options_;
    RunInfo run_;
};

class FindingsCsvReporter final : public Reporter {
public:
    FindingsCsvReporter(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options) {}

    void begin(const RunInfo& run) override {
        run_ = run;
        out_ << kByteOrderMark
             << "rule,category,severity,conversation,source,line,turn,agent,finding,advice,"
                "fingerprint,state,reason,time,channel,team,title,match,question,reply,laws,to_"
                "check\r\n";
    }

    void conversation(const ConversationAudit& audit) override {
        each_problem(audit, run_, options_, [&](const Problem& problem) {
            CsvRow row;
            row.add(problem.rule->id);
            row.add(problem.rule->category);
            row.add(name_of(problem.rule->severity));
            row.add(problem.conversation);
            row.add(problem.path);
            row.add(problem.line);
            row.add(std::uint64_t{problem.finding->turn});
            row.add(problem.agent);
            row.add(problem.message);
            row.add(in(problem.rule->advice, options_.language));
            row.add(problem.finding->fingerprint);
            row.add(name_of(problem.finding->state));
            row.add(problem.finding->reason);
            row.add(problem.time);
            row.add(problem.channel);
            row.add(problem.team);
            row.add(in(problem.rule->title, options_.language));
            row.add(problem.match);
            row.add(problem.question);
            row.add(problem.reply);
            row.add(problem.laws);
            row.add(problem.to_check);
            out_ << row.end();
        });
    }

    void diagnostic(const Diagnostic&) override {}

    void end(const Summary&) override { out_.flush(); }

private:
    std::ostream& out_;
    ReportOptions options_;
    RunInfo run_;
};

}  // namespace

std::unique_ptr<Reporter> make_csv_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<CsvReporter>(out, options);
}

std::unique_ptr<Reporter> make_findings_csv_reporter(std::ostream& out,
                                                     const ReportOptions& options) {
    return std::make_unique<FindingsCsvReporter>(out, options);
}

}  // namespace suowen::report
