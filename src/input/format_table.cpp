// SPDX-License-Identifier: Apache-2.0
#include "input/format_table.h"

#include <algorithm>

#include "input/csv_reader.h"
#include "input/json_reader.h"
#include "input/jsonl_reader.h"
#include "input/text_reader.h"

namespace suowen::input {

const std::vector<TranscriptFormat>& format_table() {
    static const std::vector<TranscriptFormat> kTable = {
        jsonl_format(), json_format(), csv_format(), text_format()};
    return kTable;
}

const TranscriptFormat* find_format(std::string_view name) {
    const auto& table = format_table();
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const TranscriptFormat& format) {
            return format.name == name;
        });
    return found == table.end() ? nullptr : &*found;
}

const TranscriptFormat* detect_format(std::string_view head) {
    const TranscriptFormat* best = nullptr;
    Confidence highest = 0;
    for (const TranscriptFormat& format : format_table()) {
        const Confidence confidence = format.detect(head);
        if (confidence > highest) {
            best = &format;
            highest = confidence;
        }
    }
    return best;
}

}  // namespace suowen::input
