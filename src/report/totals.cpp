// SPDX-License-Identifier: Apache-2.0
#include "report/totals.h"

#include <utility>

#include "report/labels.h"
#include "report/unread.h"

namespace suowen::report {

std::string totals_line(const Summary& summary, Language language) {
    std::string line;
    const auto add = [&](std::string_view words) {
        line += line.empty() ? std::string_view() : label(Label::comma, language);
        line += words;
    };
    const auto add_named = [&](Label name, std::string_view words) {
        add(label(name, language));
        line += label(Label::colon, language);
        line += words;
    };
    add(counted(summary.conversations, Noun::conversation, language));
    add(counted(summary.replies, Noun::reply, language));
    add(counted(summary.findings, Noun::finding, language));
    const std::pair<Label, std::uint64_t> parts[] = {
        {Label::known_findings, summary.findings_known},
        {Label::suppressed_findings, summary.findings_suppressed},
        {Label::nobody_answered, summary.unanswered},
        {Label::still_open, summary.open},
    };
    for (const auto& [name, count] : parts) {
        if (count > 0) {
            add_named(name, grouped(count));
        }
    }
    if (const std::string skipped = skipped_counts(summary, language); !skipped.empty()) {
        add_named(Label::skipped, skipped);
    }
    return line;
}

}  // namespace suowen::report
