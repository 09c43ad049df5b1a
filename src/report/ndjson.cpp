// SPDX-License-Identifier: Apache-2.0
#include "report/formats.h"
#include "report/json_objects.h"

namespace suowen::report {
namespace {

class NdjsonReporter : public Reporter {
public:
    NdjsonReporter(std::ostream& out, Redaction redaction) : out_(out), objects_(redaction) {}

    void begin(const RunInfo& run) override { write(objects_.run(run)); }

    void conversation(const ConversationAudit& audit) override {
        objects_.conversation(audit, [this](std::string_view object) { write(object); });
    }

    void diagnostic(const Diagnostic& diagnostic) override {
        write(objects_.diagnostic(diagnostic));
    }

    void end(const Summary& summary) override {
        write(objects_.summary(summary));
        out_.flush();
    }

private:
    void write(std::string_view object) { out_ << object << '\n'; }

    std::ostream& out_;
    JsonObjects objects_;
};

}  // namespace

std::unique_ptr<Reporter> make_ndjson_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<NdjsonReporter>(out, options.redaction);
}

}  // namespace suowen::report
