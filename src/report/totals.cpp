// SPDX-License-Identifier: Apache-2.0
#include "report/totals.h"

#include <fmt/format.h>

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

std::string states_line(const Summary& summary, Language language) {
    const std::uint64_t old = summary.findings_known + summary.findings_suppressed;
    if (old == 0) {
        return {};
    }
    std::string line = counted(summary.findings - old, Noun::new_finding, language);
    const std::string_view measure = language == Language::zh ? "项" : "";
    const auto add = [&](std::uint64_t number, Label what) {
        if (number > 0) {
            line += fmt::format("{}{} {}{}",
                                label(Label::comma, language),
                                grouped(number),
                                measure,
                                label(what, language));
        }
    };
    add(summary.findings_known, Label::known_findings);
    add(summary.findings_suppressed, Label::suppressed_findings);
    return line;
}

}  // namespace suowen::report
