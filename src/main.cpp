// SPDX-License-Identifier: Apache-2.0
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>

#include "base/descriptor_buffer.h"
#include "base/file_identity.h"
#include "cli/run.h"

namespace {

std::size_t terminal_columns() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
    return 80;
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE,
                SIG_IGN);  // A closed pipe shows as a failed write and ends the run quietly.
    std::ios::sync_with_stdio(false);
    try {
        const std::vector<std::string> arguments(argv + 1, argv + argc);
        suowen::DescriptorBuffer buffer(STDOUT_FILENO);
        std::ostream out(&buffer);
        const suowen::cli::Streams io{std::cin,
                                      out,
                                      std::cerr,
                                      isatty(STDOUT_FILENO) == 1,
                                      isatty(STDERR_FILENO) == 1,
                                      terminal_columns(),
                                      isatty(STDIN_FILENO) == 1,
                                      suowen::identity_of_file(STDOUT_FILENO),
                                      [&] { return buffer.error(); }};
        return static_cast<int>(suowen::cli::run(arguments, io));
    } catch (const std::exception& error) {
        std::cerr << "suowen: internal error: " << error.what() << '\n';
        return static_cast<int>(suowen::cli::ExitCode::internal_error);
    }
}
