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
        out_ << kByteOrderMark << "by,name,replies,off_the_point,share,from,to,findings,note\r\n";
        write("agent", scores_.agents());
        write("team", scores_.teams());
        write("channel", scores_.channels());
        for (const auto& [day, score] : scores_.all().by_day) {
            write("day", iso_day(day), score);
        }
        write("rule", scores_.rules(run_.rules));
        out_.flush();
    }

private:
    void write(const char* by, const Scorecards& cards) {
        for (const auto* card : ranked(cards)) {
            write(by, card->first, card->second.total);
        }
    }

    void write(const char* by, const std::string& name, const Score& score) {
        const Interval interval = interval_of(score.bad, score.replies);
        CsvRow row;
        row.add(by);
        row.add(shown(name, options_.redaction));
        row.add(score.replies);
        row.add(score.bad);
        row.add(fmt::format("{:.3f}", share_of(score)));
        row.add(fmt::format("{:.3f}", interval.from));
        row.add(fmt::format("{:.3f}", interval.to));
        row.add(score.findings);
        row.add(score.is_small() ? label(Label::few_replies, options_.language) : "");
        out_ << row.end();
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
