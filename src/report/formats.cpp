// SPDX-License-Identifier: Apache-2.0
#include "report/formats.h"

#include <algorithm>

namespace suowen::report {

const std::vector<ReportFormat>& report_formats() {
    static const std::vector<ReportFormat> formats = {
        {"text", "totals and the worst cases, for people", make_text_reporter},
        {"json", "one JSON document", make_json_reporter},
        {"ndjson", "one JSON object a line, for other programs", make_ndjson_reporter},
    };
    return formats;
}

const ReportFormat* find_report_format(std::string_view name) {
    const std::vector<ReportFormat>& formats = report_formats();
    const auto found = std::find_if(
        formats.begin(), formats.end(), [name](const auto& format) { return format.name == name; });
    return found == formats.end() ? nullptr : &*found;
}

}  // namespace suowen::report
