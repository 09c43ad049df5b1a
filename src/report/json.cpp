// SPDX-License-Identifier: Apache-2.0
#include "report/formats.h"
#include "report/json_objects.h"

namespace suowen::report {
namespace {

class JsonReporter : public Reporter {
public:
    JsonReporter(std::ostream& out, Redaction redaction) : out_(out), objects_(redaction) {}

    void begin(const RunInfo& run) override {
        out_ << "{\"run\":" << objects_.run(run) << ",\n\"results\":[";
    }

    void conversation(const ConversationAudit& audit) override {
        objects_.conversation(audit, [this](std::string_view object) { add(object); });
    }

    void diagnostic(const Diagnostic& diagnostic) override { add(objects_.diagnostic(diagnostic)); }

    void end(const Summary& summary) override {
        out_ << "\n],\n\"summary\":" << objects_.summary(summary) << "}\n";
        out_.flush();
    }

private:
    void add(std::string_view object) {
        out_ << (is_first_ ? "\n" : ",\n") << object;
        is_first_ = false;
    }

    std::ostream& out_;
    JsonObjects objects_;
    bool is_first_ = true;
};

}  // namespace

std::unique_ptr<Reporter> make_json_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<JsonReporter>(out, options.redaction);
}

}  // namespace suowen::report
