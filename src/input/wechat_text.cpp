// SPDX-License-Identifier: Apache-2.0
#include "input/wechat_text.h"

#include "input/blank.h"
#include "input/html_text.h"

namespace suowen::input {

std::string words_of_wechat(std::string_view content) {
    const std::string_view start = trimmed(content);
    const bool is_xml =
        start.starts_with("<?xml") || start.starts_with("<msg") || start.starts_with("<appmsg");
    if (!is_xml) {
        return std::string(content);
    }
    constexpr std::string_view kOpen = "<title>";
    const std::size_t open = start.find(kOpen);
    const std::size_t close = start.find("</title>", open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
        return {};
    }
    std::string_view title = start.substr(open + kOpen.size(), close - open - kOpen.size());
    constexpr std::string_view kData = "<![CDATA[";
    if (title.starts_with(kData) && title.ends_with("]]>")) {
        title = title.substr(kData.size(), title.size() - kData.size() - 3);
    }
    return without_entities(title);
}

}  // namespace suowen::input
