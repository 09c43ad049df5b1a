// SPDX-License-Identifier: Apache-2.0
#include "report/formats.h"
#include "report/html_assets.h"
#include "report/html_data.h"
#include "report/html_parts.h"

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
          unread_(kMostUnread) {}

    // Data goes out as it comes; what only the end knows stands behind it.
    void begin(const RunInfo& run) override {
        run_ = run;
        out_ << "<!DOCTYPE html>\n<html lang=\""
             << (options_.language == Language::zh ? "zh" : "en")
             << "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                "content=\"width=device-width,initial-scale=1\"><meta "
                "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                "'unsafe-inline'; script-src 'unsafe-inline'\"><title>suowen</title><style>"
             << html_style() << "</style></head><body>\n";
        data_.begin();
    }

    void conversation(const ConversationAudit& audit) override {
        data_.add(audit);
        advice_.add(audit, run_.rules);
        scores_.add(audit);
    }

    void diagnostic(const Diagnostic& diagnostic) override { unread_.add(diagnostic); }

    void end(const Summary& summary) override {
        data_.end(run_);
        HtmlPage page(out_, options_);
        out_ << "<a class=\"skip\" href=\"#findings\">" << page.word("跳到发现", "Skip to findings")
             << "</a><main>";
        write_overview(page, run_, summary, scores_);
        write_scorecards(page, run_, scores_);
        write_lists(
            page, summary, advice_.measures(run_, summary, options_.language), data_, unread_);
        out_ << "</main>\n<script>" << html_script() << "</script></body></html>\n";
        out_.flush();
    }

private:
    std::ostream& out_;
    ReportOptions options_;
    HtmlData data_;
    Advice advice_;
    ScoreKeeper scores_;
    Unread unread_;
    RunInfo run_;
};

}  // namespace

std::unique_ptr<Reporter> make_html_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<HtmlReporter>(out, options);
}

}  // namespace suowen::report
