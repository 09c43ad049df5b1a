// SPDX-License-Identifier: Apache-2.0
#include "report/unread.h"

#include "report/labels.h"

namespace suowen::report {

void Unread::add(const Diagnostic& diagnostic) {
    if (diagnostic.level == DiagnosticLevel::note) {
        return;
    }
    ++count_;
    if (first_.size() < most_) {
        first_.push_back(diagnostic);
    }
}

std::string skipped_counts(const Summary& summary, Language language) {
    std::string words;
    const auto add = [&](std::uint64_t number, Noun noun) {
        if (number > 0) {
            words += words.empty() ? std::string_view() : label(Label::list_separator, language);
            words += counted(number, noun, language);
        }
    };
    add(summary.skipped_files, Noun::skipped_file);
    add(summary.skipped_records, Noun::skipped_record);
    return words;
}

}  // namespace suowen::report
