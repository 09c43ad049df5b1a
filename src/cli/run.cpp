// SPDX-License-Identifier: Apache-2.0
#include "cli/run.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include "cli/command_line.h"
#include "cli/diagnostics.h"

namespace suowen::cli {
namespace {

// The configuration file that the values ask for; empty for none.
std::string config_file_of(const OptionValues& values) {
    Settings settings;
    for (const OptionInfo& option : options()) {
        if (option.name == "config" || option.name == "no-config") {
            const auto found = values.find(option.name);
            if (found != values.end()) {
                option.apply(settings, found->second.back().text);
            }
        }
    }
    if (settings.no_config) {
        return {};
    }
    return settings.config.empty() ? find_config_file() : settings.config;
}

// Command line, then environment, then configuration file.
Expected<Settings, Diagnostics> settings_of(Invocation& invocation, std::string& config_file) {
    OptionValues values = std::move(invocation.values);
    add_missing(values, values_from_environment());
    config_file = config_file_of(values);
    if (!config_file.empty()) {
        Expected<OptionValues, Diagnostics> more = values_from_file(config_file);
        if (!more) {
            return unexpected(std::move(more.error()));
        }
        resolve_map_name(values, *more);
        add_missing(values, std::move(*more));
    }
    Settings settings;
    settings.operands = std::move(invocation.operands);
    Diagnostics problems = apply(values, invocation.command->command, settings);
    if (!problems.empty()) {
        return unexpected(std::move(problems));
    }
    return settings;
}

// The end of every command that wrote to the standard output. Who closes a pipe has seen enough, as
// `head` has; everything else that keeps the output from its place is an error.
ExitCode finish(ExitCode code, const Streams& io, const DiagnosticPrinter& printer) {
    io.out.flush();
    const int error = io.out_error();
    if (io.out || error == EPIPE) {
        return code;
    }
    printer.error(fmt::format("the standard output cannot be written: {}",
                              std::strerror(error != 0 ? error : EIO)));
    return ExitCode::unread;
}

ExitCode run_command(Invocation& invocation, const Streams& io) {
    std::string config_file;
    Expected<Settings, Diagnostics> settings = settings_of(invocation, config_file);
    if (!settings) {
        DiagnosticPrinter(Settings(), io).print(settings.error());
        return ExitCode::usage;
    }
    const DiagnosticPrinter printer(*settings, io);
    for (const std::string& variable : unknown_variables()) {
        printer.warning(fmt::format("{} is ignored: no option has that variable", variable),
                        "suowen --help lists the options");
    }
    if (!config_file.empty()) {
        printer.note(fmt::format("configuration: {}", config_file));
    }
    return finish(invocation.command->run(*settings, io), io, printer);
}

}  // namespace

ExitCode run(const std::vector<std::string>& arguments, Streams io) {
    if (arguments.empty()) {
        io.err << help_text();
        return ExitCode::usage;
    }
    auto parsed = parse_command_line(arguments);
    if (!parsed) {
        DiagnosticPrinter(Settings(), io).print(parsed.error());
        return ExitCode::usage;
    }
    if (const auto* answer = std::get_if<Answer>(&*parsed)) {
        io.out << answer->text;
        return finish(ExitCode::clean, io, DiagnosticPrinter(Settings(), io));
    }
    return run_command(std::get<Invocation>(*parsed), io);
}

}  // namespace suowen::cli
