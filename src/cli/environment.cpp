// SPDX-License-Identifier: Apache-2.0
#include "cli/environment.h"

#include <fmt/chrono.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <string_view>

namespace suowen::cli {

Language language_of(const Settings& settings) {
    if (settings.language) {
        return *settings.language;
    }
    for (const char* variable : std::array{"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* locale = std::getenv(variable);
        if (locale != nullptr && *locale != '\0') {
            return std::string_view(locale).substr(0, 2) == "zh" ? Language::zh : Language::en;
        }
    }
    return Language::zh;
}

report::Redaction redaction_of(const Settings& settings) {
    return settings.no_redact ? report::Redaction::none : report::Redaction::mask;
}

std::string now_in_utc() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

std::optional<rules::RuleSet> load_rules(const Settings& settings,
                                         const DiagnosticPrinter& printer) {
    Expected<rules::RuleSet, Diagnostics> rules =
        settings.rules.empty() ? rules::load_builtin_rules() : rules::load_rules(settings.rules);
    if (!rules) {
        printer.print(rules.error());
        return std::nullopt;
    }
    return std::move(*rules);
}

}  // namespace suowen::cli
