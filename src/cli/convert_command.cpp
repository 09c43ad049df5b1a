// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/conversations.h"
#include "report/native_json.h"

namespace suowen::cli {
ExitCode convert(const Settings& settings, const Streams& io) {
    const DiagnosticPrinter printer(settings, io);
    if (settings.operands.empty() && io.in_is_terminal) {
        printer.error("nothing to convert", "name files or folders: suowen convert export.json");
        return ExitCode::usage;
    }
    const bool is_all_read =
        for_each_conversation(settings, io, printer, [&](const Conversation& conversation) {
            io.out << report::native_json(conversation) << '\n';
        });
    return is_all_read ? ExitCode::clean : ExitCode::unread;
}

}  // namespace suowen::cli
