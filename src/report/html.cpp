// SPDX-License-Identifier: Apache-2.0
#include "report/formats.h"
#include "report/html_assets.h"
#include "report/html_data.h"
#include "report/html_parts.h"
#include "report/log_span.h"
#include "report/markup.h"
#include "report/words.h"

namespace suowen::report {
namespace {

constexpr std::size_t kMostUnread = 100;

class HtmlReporter final : public Reporter {
public:
    HtmlReporter(std::ostream& out, const ReportOptions& options)
        : out_(out),
          options_(options),
          data_(out, options_),
          advice_(options.redaction),
          scores_(options.teams),
          logs_(options.redaction),
          unread_(kMostUnread) {}

    // Data goes out as it comes; what only the end knows, the title too, stands behind it.
    void begin(const RunInfo& run) override {
        run_ = run;
        out_ << "<!DOCTYPE html>\n<html lang=\""
             << (options_.language == Language::zh ? "zh" : "en")
             << "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                "content=\"width=device-width,initial-scale=1\"><meta "
                "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                "'unsafe-inline'; script-src 'unsafe-inline'\"><style>"
             << html_style() << "</style>\n";
        data_.begin();
    }

    void conversation(const ConversationAudit& audit) override {
        data_.add(audit, run_.rules);
        logs_.add(audit.conversation);
        advice_.add(audit, run_.rules);
        scores_.add(audit);
    }

    void diagnostic(const Diagnostic& diagnostic) override { unread_.add(diagnostic); }

    void end(const Summary& summary) override {
        data_.end(run_);
        HtmlPage page(out_, options_);
        const std::string logs = logs_words(summary);
        out_ << "<title>" << report_title(options_.language);
        if (!logs.empty()) {
            out_ << page.word(Label::colon) << escaped_markup(logs);
        }
        out_ << "</title></head><body>\n<a class=\"skip\" href=\"#findings\">"
             << page.word("跳到发现", "Skip to findings") << "</a><main>";
        write_overview(page, run_, logs, summary, scores_);
        write_scorecards(page, run_, scores_);
        write_lists(
            page, summary, advice_.measures(run_, summary, options_.language), data_, unread_);
        out_ << "</main>\n<script>" << html_script() << "</script></body></html>\n";
        out_.flush();
    }

private:
    // The names of the logs and the days that they are of.
    [[nodiscard]] std::string logs_words(const Summary& summary) const {
        std::string words = logs_.words(summary, options_.language);
        const std::string span = span_words(scores_.all().by_day, options_.language);
        if (!words.empty() && !span.empty()) {
            words += label(Label::comma, options_.language);
        }
        return visible(words + span);
    }

    std::ostream& out_;
    ReportOptions options_;
    HtmlData data_;
    Advice advice_;
    ScoreKeeper scores_;
    LogNames logs_;
    Unread unread_;
    RunInfo run_;
};

}  // namespace

std::unique_ptr<Reporter> make_html_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<HtmlReporter>(out, options);
}

}  // namespace suowen::report
