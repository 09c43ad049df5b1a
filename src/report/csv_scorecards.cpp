// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "report/csv_row.h"
#include "report/formats.h"
#include "report/interval.h"
#include "report/labels.h"
#include "report/scorecards.h"
#include "report/words.h"

namespace suowen::report {
namespace {

// One row for each agent, team, channel and rule, in the order of ranked(), and for each day.
class ScorecardReporter final : public Reporter {
public:
    ScorecardReporter(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options), scores_(options.teams) {}

    void begin(const RunInfo& run) override { run_ = run; }

    void conversation(const ConversationAudit& audit) override { scores_.add(audit); }

    void diagnostic(const Diagnostic&) override {}

    void end(const Summary&) override {
        out_ << kByteOrderMark
             << "by,name,replies,off_the_point,share,from,to,findings,note,all_replies,"
                "hit\r\n";
        write("agent", scores_.agents());
        write("team", scores_.teams());
        write("channel", scores_.channels());
        for (const auto& [day, score] : scores_.all().by_day) {
            write("day", iso_day(day), score);
        }
        const RuleScores rules = scores_.rules(run_.rules);
        for (const auto* rule : ranked(rules)) {
            write(rule->first, rule->second);
        }
        out_.flush();
    }

private:
    void write(const char* by, const Scorecards& cards) {
        for (const auto* card : ranked(cards)) {
            write(by, card->first, card->second.total);
        }
    }

    void write(const char* by, const std::string& name, const Score& score) {
        CsvRow row = row_of(by, name);
        row.add(score.judged);
        row.add(score.bad);
        add_share(row, score.bad, score.judged);
        row.add(score.findings);
        row.add(note_if(score.is_small()));
        row.add(score.all_replies);
        row.add("");
        out_ << row.end();
    }

    // A reply with a finding need not be off the point.
    void write(const std::string& id, const RuleScore& score) {
        CsvRow row = row_of("rule", id);
        row.add("");
        row.add("");
        add_share(row, score.hit, score.all_replies);
        row.add(score.findings);
        row.add(note_if(score.is_small()));
        row.add(score.all_replies);
        row.add(score.hit);
        out_ << row.end();
    }

    [[nodiscard]] CsvRow row_of(std::string_view by, const std::string& name) const {
        CsvRow row;
        row.add(by);
        row.add(shown(name, options_.redaction));
        return row;
    }

    [[nodiscard]] std::string_view note_if(bool is_small) const {
        return is_small ? label(Label::few_replies, options_.language) : "";
    }

    static void add_share(CsvRow& row, std::uint64_t part, std::uint64_t whole) {
        const Interval interval = interval_of(part, whole);
        for (const double number : {share_of(part, whole), interval.from, interval.to}) {
            row.add(fmt::format("{:.3f}", number));
        }
    }

    std::ostream& out_;
    ReportOptions options_;
    RunInfo run_;
    ScoreKeeper scores_;
};

}  // namespace

std::unique_ptr<Reporter> make_scorecard_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<ScorecardReporter>(out, options);
}

}  // namespace suowen::report
