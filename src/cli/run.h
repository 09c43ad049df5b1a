// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/file_identity.h"

namespace suowen::cli {

// What the program ends with; documented in the man page.
enum class ExitCode : int {
    clean = 0,     // Nothing meets --fail-on; also when who reads the output has gone away.
    findings = 1,  // Something was.
    usage = 2,     // Wrong options, rules or configuration; nothing was audited.
    unread = 3,    // Some input could not be read or the report could not be written; wins over 1.
    internal_error = 70,  // A bug.
};

// The outside world, so that tests can run the program in-process.
struct Streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    std::size_t columns = 80;  // Of the terminal.
    bool in_is_terminal = false;
    std::optional<FileIdentity> out_file{};  // What `out` writes to, when it is a regular file.
    std::function<int()> out_error = [] { return 0; };  // The errno of `out`; 0 when it is unknown.
};

// Runs the program with the words after its name.
ExitCode run(const std::vector<std::string>& arguments, Streams io);

}  // namespace suowen::cli
