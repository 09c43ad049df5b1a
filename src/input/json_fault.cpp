// SPDX-License-Identifier: Apache-2.0
#include "input/json_fault.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace suowen::input {

std::optional<JsonFault> find_json_fault(std::string_view text) {
    rapidjson::MemoryStream stream(text.data(), text.size());
    rapidjson::Reader reader;
    rapidjson::BaseReaderHandler<> ignore_values;
    // Iterative: brackets nested a hundred thousand deep must not cost a hundred thousand frames.
    const rapidjson::ParseResult result =
        reader.Parse<rapidjson::kParseIterativeFlag>(stream, ignore_values);
    if (!result.IsError()) {
        return std::nullopt;
    }
    std::string reason = rapidjson::GetParseError_En(result.Code());
    if (!reason.empty() && reason.front() >= 'A' && reason.front() <= 'Z') {
        reason.front() = static_cast<char>(reason.front() - 'A' + 'a');
    }
    while (reason.ends_with('.')) {
        reason.pop_back();
    }
    return JsonFault{result.Offset(), std::move(reason)};
}

}  // namespace suowen::input
