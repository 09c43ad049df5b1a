// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "report/csv_row.h"
#include "report/formats.h"
#include "report/problem.h"
#include "report/words.h"

namespace suowen::report {
namespace {

template <class List>
std::string joined(const List& list, WordMask& mask) {
    std::string out;
    for (const auto& word : list) {
        out += out.empty() ? "" : "; ";
        out += mask.shown(word);
    }
    return out;
}

class CsvReporter final : public Reporter {
public:
    CsvReporter(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options), mask_(options.redaction) {}

    void begin(const RunInfo& run) override {
        run_ = run;
        out_ << kByteOrderMark
             << "conversation,source,line,turn,agent,verdict,relevance,response_seconds,matched,"
                "missing,gives,rules,question,reply\r\n";
    }

    void conversation(const ConversationAudit& audit) override {
        for (const ReplyAudit& reply : audit.replies) {
            write(audit.conversation, reply);
        }
    }

    void diagnostic(const Diagnostic&) override {}

    void end(const Summary&) override { out_.flush(); }

private:
    void write(const Conversation& conversation, const ReplyAudit& reply) {
        const Turn& turn = conversation.turns[reply.exchange.reply];
        const Evidence& evidence = reply.relevance.evidence;
        mask_.read(conversation, reply);
        std::string question;
        for (const std::uint32_t asked : reply.exchange.question) {
            question += question.empty() ? "" : " ";
            question += shown(conversation.turns[asked].text, options_.redaction);
        }
        std::string rules;
        for (const Finding& finding : reply.findings) {
            rules += (rules.empty() ? "" : "; ") + run_.rules[finding.rule].id;
        }
        CsvRow row;
        row.add(shown(conversation.id, options_.redaction));
        row.add(conversation.source.path);
        row.add(turn.line);
        row.add(std::uint64_t{reply.exchange.reply});
        row.add(shown(turn.name, options_.redaction));
        row.add(name_of(reply.relevance.verdict));
        row.add(reply.relevance.score ? fmt::format("{:.3f}", *reply.relevance.score) : "");
        row.add(reply.exchange.response ? std::to_string(reply.exchange.response->count() / 1000)
                                        : std::string());
        row.add(joined(evidence.matched, mask_));
        row.add(joined(evidence.missing, mask_));
        row.add(joined(evidence.gives, mask_));
        row.add(rules);
        row.add(question);
        row.add(shown(turn.text, options_.redaction));
        out_ << row.end();
    }

    std::ostream& out_;
    ReportOptions options_;
    WordMask mask_;
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
                "fingerprint,state,reason\r\n";
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
