// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "input/conversation_stream.h"

namespace suowen::input {

// All that a stream gave.
struct Reading {
    std::vector<Conversation> conversations;
    Diagnostics diagnostics;
    InputCounts counts;
};

inline Reading read_all(InputOptions options) {
    Reading reading;
    ConversationStream stream(std::move(options));
    while (std::optional<StreamItem> item = stream.next()) {
        if (auto* const conversation = std::get_if<Conversation>(&*item)) {
            reading.conversations.push_back(std::move(*conversation));
        } else {
            reading.diagnostics.push_back(std::get<Diagnostic>(*item));
        }
    }
    reading.counts = stream.counts();
    return reading;
}

inline Reading read_paths(std::vector<std::string> paths) {
    InputOptions options;
    options.paths = std::move(paths);
    return read_all(std::move(options));
}

// As standard input.
inline Reading read_text(const std::string& text, const std::string& format = "auto") {
    std::istringstream stream(text);
    InputOptions options;
    options.paths = {"-"};
    options.format = format;
    options.standard_input = &stream;
    return read_all(std::move(options));
}

// The conversations and how many turns they have: "A:3 B:2".
inline std::string ids_in(const Reading& reading) {
    std::string ids;
    for (const Conversation& conversation : reading.conversations) {
        ids += fmt::format(
            "{}{}:{}", ids.empty() ? "" : " ", conversation.id, conversation.turns.size());
    }
    return ids;
}

}  // namespace suowen::input
