// SPDX-License-Identifier: Apache-2.0
#include "input/wechat_text.h"

#include <algorithm>
#include <array>

#include "input/blank.h"
#include "input/html_text.h"

namespace suowen::input {
namespace {

std::string title_of_xml(std::string_view xml) {
    constexpr std::string_view kOpen = "<title>";
    const std::size_t open = xml.find(kOpen);
    const std::size_t close = xml.find("</title>", open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
        return {};
    }
    std::string_view title = xml.substr(open + kOpen.size(), close - open - kOpen.size());
    constexpr std::string_view kData = "<![CDATA[";
    if (title.starts_with(kData) && title.ends_with("]]>")) {
        title = title.substr(kData.size(), title.size() - kData.size() - 3);
    }
    return without_entities(title);
}

// `11-15 06:13:20`, as chatlog always dates what is quoted.
bool ends_in_time(std::string_view line) {
    constexpr std::string_view kShape = "00-00 00:00:00";
    const std::string_view end = line.substr(line.size() - std::min(line.size(), kShape.size()));
    return std::equal(end.begin(), end.end(), kShape.begin(), kShape.end(), [](char c, char of) {
        return of == '0' ? c >= '0' && c <= '9' : c == of;
    });
}

// Above the words of a reply chatlog puts the message that it answers, under a header, in lines
// that begin with `> `.
std::string_view behind_chatlog_quote(std::string_view text) {
    constexpr std::string_view kMark = "> ";
    const std::string_view header = trimmed(text.substr(0, text.find('\n')));
    if (!ends_in_time(header) && header != "> [引用]") {
        return text;
    }
    while (text.starts_with(kMark)) {
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    return text;
}

// WeChat itself sends `「小李：几年？」`, and WeCom a line that says so, above a row of dashes.
std::string_view behind_row_of_dashes(std::string_view text) {
    constexpr std::ptrdiff_t kFewest = 6;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at)) {
        const std::size_t end = std::min(text.find('\n', ++at), text.size());
        const std::string_view line = text.substr(at, end - at);
        if (line.find_first_not_of("- \r") == std::string_view::npos &&
            std::count(line.begin(), line.end(), '-') >= kFewest) {
            return text.substr(std::min(end + 1, text.size()));
        }
    }
    return text;
}

// Without the message that a reply quotes: those are the words of somebody else, and stand where
// they were said too.
std::string_view behind_quote(std::string_view text) {
    if (text.starts_with("> ")) {
        return behind_chatlog_quote(text);
    }
    const bool is_quote = text.starts_with("「") || text.starts_with("这是一条引用/回复消息");
    return is_quote ? behind_row_of_dashes(text) : text;
}

constexpr std::string_view kForward = "[合并转发|";

// A message that chatlog writes as a link, `![图片](URL)` or `[链接|TITLE](URL)`: the kind alone,
// as other exports write it, or the title.
std::string words_of_link(std::string_view text) {
    constexpr auto kMedia = std::to_array<std::string_view>({"图片", "语音", "视频", "文件"});
    constexpr auto kTitled = std::to_array<std::string_view>({"链接", "小程序", "分享", "视频号"});
    const std::size_t begin = text.find('[') + 1;
    const std::string_view label = text.substr(begin, text.rfind("](") - begin);
    const std::string_view kind = label.substr(0, label.find('|'));
    const std::string_view title = label.substr(std::min(kind.size() + 1, label.size()));
    const auto is_in = [&](const auto& kinds) {
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    if (is_in(kTitled) && !title.empty()) {
        return std::string(title);
    }
    return is_in(kMedia) || is_in(kTitled) ? "[" + std::string(kind) + "]" : std::string(text);
}

}  // namespace

std::string words_of_wechat(std::string_view content) {
    const std::string_view start = trimmed(content);
    if (start.starts_with("<?xml") || start.starts_with("<msg") || start.starts_with("<appmsg")) {
        return title_of_xml(start);
    }
    if (is_forward(start)) {
        const std::string_view first = trimmed(start.substr(0, start.find('\n')));
        return std::string(first.substr(kForward.size(), first.rfind(']') - kForward.size()));
    }
    const bool is_link = (start.starts_with('[') || start.starts_with("![")) &&
                         start.ends_with(')') && start.find("](") != std::string_view::npos;
    return is_link ? words_of_link(start) : std::string(behind_quote(content));
}

bool is_forward(std::string_view content) {
    return content.starts_with(kForward);
}

}  // namespace suowen::input
