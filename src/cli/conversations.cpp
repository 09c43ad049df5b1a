// SPDX-License-Identifier: Apache-2.0
#include "cli/conversations.h"

#include <optional>
#include <utility>
#include <variant>

namespace suowen::cli {

input::InputOptions input_options(const Settings& settings, const Streams& io) {
    input::InputOptions options;
    options.paths = settings.operands;
    if (options.paths.empty()) {
        options.paths.emplace_back("-");
    }
    options.excludes = settings.excludes;
    options.encoding = settings.encoding;
    options.format = settings.input_format;
    options.standard_input = &io.in;
    options.output = io.out_file;
    options.read = settings.read;
    return options;
}

bool for_each_conversation(const Settings& settings,
                           const Streams& io,
                           const DiagnosticPrinter& printer,
                           const std::function<void(Conversation)>& visit) {
    input::ConversationStream input(input_options(settings, io));
    bool is_all_read = true;
    while (std::optional<input::StreamItem> item = input.next()) {
        if (const auto* diagnostic = std::get_if<Diagnostic>(&*item)) {
            printer.print(*diagnostic);
            is_all_read = is_all_read && diagnostic->level != DiagnosticLevel::error;
        } else {
            visit(std::move(std::get<Conversation>(*item)));
        }
    }
    return is_all_read;
}

}  // namespace suowen::cli
