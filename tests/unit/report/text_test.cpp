// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <sstream>

#include "catch.h"
#include "report/formats.h"
#include "report/sample_audit.h"
#include "text/display_width.h"

namespace suowen::report {
namespace {

std::string text_of(const std::vector<const ConversationAudit*>& audits,
                    const ReportOptions& options = {}) {
    const RunInfo run = sample_run();
    std::ostringstream out;
    const auto reporter = make_text_reporter(out, options);
    reporter->begin(run);
    Summary summary;
    for (const ConversationAudit* audit : audits) {
        add_to(summary, *audit, run.rules);
        reporter->conversation(*audit);
    }
    reporter->end(summary);
    return out.str();
}

TEST_CASE("show") {
    const ConversationAudit a = dodged_warranty();
    const ConversationAudit a2 = dodged_warranty("a2", 1);
    const ConversationAudit b = answered_warranty();
    const ConversationAudit c = without_reply(false);
    ReportOptions options;
    std::cout << text_of({&a, &b, &c, &a, &a2}, options);
    options.language = Language::en;
    std::cout << text_of({&a, &b, &c, &a, &a2}, options);
    options.use_color = true;
    std::cout << text_of({&a, &b, &c, &a, &a2}, options);
}

}  // namespace
}  // namespace suowen::report
