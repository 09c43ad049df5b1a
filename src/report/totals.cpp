// SPDX-License-Identifier: Apache-2.0
#include "report/totals.h"

#include <utility>

#include "report/labels.h"

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
    if (summary.skipped_files + summary.skipped_records > 0) {
        add_named(Label::skipped, counted(summary.skipped_files, Noun::skipped_file, language));
        add(counted(summary.skipped_records, Noun::skipped_record, language));
    }
    return line;
}

}  // namespace suowen::report
