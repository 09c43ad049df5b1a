// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "model/verdict_counts.h"
#include "report/csv_row.h"
#include "report/formats.h"
#include "report/interval.h"
#include "report/words.h"

namespace suowen::report {
namespace {

struct Score {
    std::uint64_t replies = 0;  // To a question, judged.
    std::uint64_t bad = 0;
    std::uint64_t findings = 0;
};

// One row for each agent, team, channel, day and rule, ordered by what is surely so: the lower end
// of the interval. For a rule, the share is that of the replies with a finding of it.
class ScorecardReporter final : public Reporter {
public:
    ScorecardReporter(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options) {}

    void begin(const RunInfo& run) override { run_ = run; }

    void conversation(const ConversationAudit& audit) override {
        for (const ReplyAudit& reply : audit.replies) {
            const Turn& turn = audit.conversation.turns.at(reply.exchange.reply);
            add(agents_[std::string(turn.name)], reply);
            if (const std::string_view team = team_of(turn.name, options_.teams); !team.empty()) {
                add(teams_[std::string(team)], reply);
            }
            add(channels_[std::string(audit.conversation.channel)], reply);
            if (turn.time.day) {
                add(days_[iso_day(*turn.time.day)], reply);
            }
            judged_ += is_judged(reply.relevance.verdict) ? 1 : 0;
            for (const Finding& finding : reply.findings) {
                ++rules_[run_.rules.at(finding.rule).id];
            }
        }
    }

    void diagnostic(const Diagnostic&) override {}

    void end(const Summary&) override {
        out_ << kByteOrderMark << "by,name,replies,off_the_point,share,from,to,findings,note\r\n";
        write("agent", agents_);
        write("team", teams_);
        write("channel", channels_);
        write("day", days_);
        std::map<std::string, Score> rules;
        for (const auto& [id, count] : rules_) {
            rules[id] = {std::max(judged_, count), count, count};
        }
        write("rule", rules);
        out_.flush();
    }

private:
    static void add(Score& score, const ReplyAudit& reply) {
        score.replies += is_judged(reply.relevance.verdict) ? 1 : 0;
        score.bad += is_bad(reply.relevance.verdict) ? 1 : 0;
        score.findings += reply.findings.size();
    }

    void write(const char* by, const std::map<std::string, Score>& scores) {
        constexpr std::uint64_t kFew = 30;
        std::vector<std::tuple<double, std::string, Score>> rows;
        for (const auto& [name, score] : scores) {
            rows.emplace_back(interval_of(score.bad, score.replies).from, name, score);
        }
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
            return std::get<0>(a) > std::get<0>(b);
        });
        for (const auto& [from, name, score] : rows) {
            const Interval interval = interval_of(score.bad, score.replies);
            const double share = score.replies == 0 ? 0
                                                    : static_cast<double>(score.bad) /
                                                          static_cast<double>(score.replies);
            CsvRow row;
            row.add(by);
            row.add(shown(name, options_.redaction));
            row.add(score.replies);
            row.add(score.bad);
            row.add(fmt::format("{:.3f}", share));
            row.add(fmt::format("{:.3f}", interval.from));
            row.add(fmt::format("{:.3f}", interval.to));
            row.add(score.findings);
            row.add(score.replies < kFew ? "few replies: do not compare" : "");
            out_ << row.end();
        }
    }

    std::ostream& out_;
    ReportOptions options_;
    RunInfo run_;
    std::uint64_t judged_ = 0;
    std::map<std::string, Score> agents_;
    std::map<std::string, Score> teams_;
    std::map<std::string, Score> channels_;
    std::map<std::string, Score> days_;
    std::map<std::string, std::uint64_t> rules_;
};

}  // namespace

std::unique_ptr<Reporter> make_scorecard_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<ScorecardReporter>(out, options);
}

}  // namespace suowen::report
