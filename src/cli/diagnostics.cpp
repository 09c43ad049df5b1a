// SPDX-License-Identifier: Apache-2.0
#include "cli/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "text/display_width.h"
#include "text/personal_data.h"

namespace suowen::cli {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kFewestColumns = 40;

struct LevelWord {
    std::string_view word;
    std::string_view color;
};

LevelWord word_of(DiagnosticLevel level) {
    switch (level) {
        case DiagnosticLevel::note:
            return {"note", "\x1b[1;36m"};
        case DiagnosticLevel::warning:
            return {"warning", "\x1b[1;33m"};
        case DiagnosticLevel::error:
            break;
    }
    return {"error", "\x1b[1;31m"};
}

std::string place_of(const SourceLocation& location) {
    std::string place = location.path.empty() ? "suowen" : text::printable(location.path);
    if (location.line > 0) {
        place += fmt::format(":{}", location.line);
        if (location.column > 0) {
            place += fmt::format(":{}", location.column);
        }
    }
    return place;
}

// The first `count` code points.
std::string_view prefix_of(std::string_view text, std::size_t count) {
    std::size_t bytes = 0;
    for (; count > 0 && bytes < text.size(); --count) {
        bytes += utf8::decode(text, bytes).bytes;
    }
    return text.substr(0, bytes);
}

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

}  // namespace

bool wants_color(ColorChoice choice, bool is_terminal) {
    if (choice != ColorChoice::automatic) {
        return choice == ColorChoice::always;
    }
    const char* terminal = std::getenv("TERM");
    const bool is_dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
    return is_terminal && !is_dumb && !is_set("NO_COLOR");
}

DiagnosticPrinter::DiagnosticPrinter(const Settings& settings, const Streams& io)
    : err_(io.err),
      columns_(std::max(io.columns, kFewestColumns)),
      quiet_(settings.quiet),
      verbose_(settings.verbose),
      mask_(!settings.no_redact),
      color_(wants_color(settings.color, io.err_is_terminal)) {}

void DiagnosticPrinter::print(const Diagnostic& diagnostic) const {
    if (!shows(diagnostic.level)) {
        return;
    }
    const LevelWord level = word_of(diagnostic.level);
    err_ << place_of(diagnostic.location) << ": " << (color_ ? level.color : "") << level.word
         << ':' << (color_ ? "\x1b[0m " : " ") << shown(diagnostic.message) << '\n';
    if (!diagnostic.excerpt.empty()) {
        print_excerpt(diagnostic.excerpt, diagnostic.location.column);
    }
    if (!diagnostic.help.empty()) {
        err_ << "  help: " << shown(diagnostic.help) << '\n';
    }
}

void DiagnosticPrinter::print(const Diagnostics& diagnostics) const {
    for (const Diagnostic& diagnostic : diagnostics) {
        print(diagnostic);
    }
}

void DiagnosticPrinter::error(std::string message, std::string help) const {
    print(Diagnostic{DiagnosticLevel::error, {}, std::move(message), std::move(help), {}});
}

void DiagnosticPrinter::warning(std::string message, std::string help) const {
    print(Diagnostic{DiagnosticLevel::warning, {}, std::move(message), std::move(help), {}});
}

void DiagnosticPrinter::note(std::string message) const {
    print(Diagnostic{DiagnosticLevel::note, {}, std::move(message), {}, {}});
}

bool DiagnosticPrinter::shows(DiagnosticLevel level) const {
    switch (level) {
        case DiagnosticLevel::note:
            return verbose_ && !quiet_;
        case DiagnosticLevel::warning:
            return !quiet_;
        case DiagnosticLevel::error:
            break;
    }
    return true;
}

std::string DiagnosticPrinter::shown(const std::string& words) const {
    return text::printable(mask_ ? text::masked(words) : words);
}

// Masking keeps the number of characters, so that the caret stays where it belongs. A line that is
// too long loses its beginning, so that the caret is in sight.
void DiagnosticPrinter::print_excerpt(const std::string& line, std::size_t column) const {
    const std::string masked = mask_ ? text::masked(line) : line;
    const std::size_t room = columns_ - kIndent;
    const std::string_view before = prefix_of(masked, column > 0 ? column - 1 : 0);
    std::string_view rest = masked;
    std::string head = text::printable(before);
    if (text::display_width(head) + room / 4 > room) {
        rest.remove_prefix(before.size());
        head = "…";
    } else {
        rest.remove_prefix(before.size());
    }
    const std::string indent(kIndent, ' ');
    err_ << indent << text::truncated(head + text::printable(rest), room) << '\n';
    if (column > 0) {
        err_ << indent << std::string(text::display_width(head), ' ') << "^\n";
    }
}

}  // namespace suowen::cli
