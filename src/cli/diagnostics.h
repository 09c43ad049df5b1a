// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

#include "base/diagnostic.h"
#include "cli/options.h"
#include "cli/run.h"

namespace suowen::cli {

// Writes diagnostics for people, as compilers do: place, level, message; the line with a caret;
// help. Everything is safe to print, and personal data in it is masked unless the settings say
// otherwise.
class DiagnosticPrinter {
public:
    DiagnosticPrinter(const Settings& settings, const Streams& io);

    // Notes are shown with --verbose, warnings not with --quiet.
    void print(const Diagnostic& diagnostic) const;

    void print(const Diagnostics& diagnostics) const;

    // An error of the program's use, which has no place: "suowen: error: …".
    void error(std::string message, std::string help = {}) const;

    // A warning that has no place, not shown with --quiet.
    void warning(std::string message, std::string help = {}) const;

    // A remark, shown with --verbose.
    void note(std::string message) const;

private:
    [[nodiscard]] bool shows(DiagnosticLevel level) const;
    [[nodiscard]] std::string shown(const std::string& words) const;
    void print_excerpt(const std::string& line, std::size_t column) const;

    std::ostream& err_;
    std::size_t columns_;
    bool quiet_;
    bool verbose_;
    bool mask_;
    bool color_;
};

// Whether a stream gets colors.
[[nodiscard]] bool wants_color(ColorChoice choice, bool is_terminal);

}  // namespace suowen::cli
