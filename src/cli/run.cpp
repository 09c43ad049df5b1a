// SPDX-License-Identifier: Apache-2.0
#include "cli/run.h"

namespace suowen::cli {

ExitCode run(const std::vector<std::string>& arguments, Streams io) {
    if (arguments.size() == 1 && arguments[0] == "--version") {
        io.out << "suowen " << SUOWEN_VERSION << '\n';
        return ExitCode::clean;
    }
    io.err << "suowen: unknown command\n";
    return ExitCode::usage;
}

}  // namespace suowen::cli
