// SPDX-License-Identifier: Apache-2.0
#include "report/log_span.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/labels.h"
#include "report/words.h"

namespace suowen::report {
namespace {

constexpr std::size_t kMostNames = 3;

std::string_view name_in(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace

void LogNames::add(const Conversation& conversation) {
    const std::string& path = conversation.source.path;
    if (paths_.size() < kMostNames &&
        std::find(paths_.begin(), paths_.end(), path) == paths_.end()) {
        paths_.push_back(path);
    }
}

std::string LogNames::words(const Summary& summary, Language language) const {
    std::string names;
    for (const std::string& path : paths_) {
        names += names.empty() ? std::string_view() : label(Label::list_separator, language);
        names += shown(name_in(path), redaction_);
    }
    if (summary.files <= paths_.size() || paths_.empty()) {
        return names;
    }
    return language == Language::zh
               ? fmt::format("{} 等 {} 个文件", names, grouped(summary.files))
               : fmt::format("{} and {} more", names, grouped(summary.files - paths_.size()));
}

std::string span_words(const Days& days, Language language) {
    if (days.empty()) {
        return {};
    }
    const std::string first = iso_day(days.begin()->first);
    const std::string last = iso_day(days.rbegin()->first);
    return first == last
               ? first
               : fmt::format("{} {} {}", first, language == Language::zh ? "至" : "to", last);
}

}  // namespace suowen::report
