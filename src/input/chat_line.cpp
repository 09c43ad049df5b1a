// SPDX-License-Identifier: Apache-2.0
#include "input/chat_line.h"

#include <algorithm>
#include <array>
#include <map>

#include "input/blank.h"
#include "input/speaker.h"
#include "input/time_parser.h"

namespace suowen::input {
namespace {

constexpr std::size_t kLongestNameBytes = 96;
// Longer lines that end in a time are text.
constexpr std::size_t kLongestHeaderBytes = 192;

bool skip(std::string_view& text, std::string_view token) {
    if (!text.starts_with(token)) {
        return false;
    }
    text.remove_prefix(token.size());
    return true;
}

// Marks that phones write around names and times to set the direction of the text.
void skip_marks(std::string_view& text) {
    while (skip(text, "\u200E") || skip(text, "\u200F") || skip(text, "\u202A") ||
           skip(text, "\u202C")) {
    }
}

// `2026-03-01 6:13:20` and `2026-11-15 16:13:20.250` have the same shape, `0-0-0 0:0:0`.
std::string shape_of(std::string_view time) {
    std::string shape;
    for (const char c : time) {
        const bool is_digit = c >= '0' && c <= '9';
        const char kind = is_digit ? '0'
                          : c == '.' || c == ',' || c == ':' || c == '-' || c == '/' || c == ' '
                              ? c
                              : 'a';
        if (shape.empty() || kind == ':' || kind != shape.back()) {
            shape.push_back(kind);
        }
    }
    const std::size_t clock = shape.rfind(':');
    const std::size_t fraction = shape.find_first_of(".,", clock == std::string::npos ? 0 : clock);
    if (clock != std::string::npos &&
        shape.compare(fraction == std::string::npos ? shape.size() : fraction + 1, 1, "0") == 0) {
        shape.erase(fraction, 2);
    }
    return shape;
}

struct Colon {
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
};

// The first colon, of either width, that can end a name.
Colon find_colon(std::string_view text) {
    const std::string_view start = text.substr(0, kLongestNameBytes + 3);
    const std::size_t narrow = start.find(':');
    const std::size_t wide = start.find("：");
    if (narrow == std::string_view::npos && wide == std::string_view::npos) {
        return {};
    }
    return narrow < wide ? Colon{narrow, 1} : Colon{wide, 3};
}

bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= kLongestNameBytes && !name.ends_with(':') &&
           !name.ends_with("：") && !name.starts_with("> ") &&
           name.find_first_of("\t\"{}|\\=") == std::string_view::npos;
}

struct TimedStart {
    std::string_view rest;  // Behind the time.
    std::string shape;
    TurnTime time;
    bool is_marked = false;  // Brackets or a dash set the time off.
};

// `TIME rest`, `[TIME] rest`, `TIME - rest`.
std::optional<TimedStart> parse_timed_start(std::string_view line) {
    skip_marks(line);
    const bool is_bracketed = skip(line, "[") || skip(line, "【") || skip(line, "(");
    const std::optional<ParsedTime> parsed = parse_time_prefix(line);
    if (!parsed || !parsed->has_clock) {
        return std::nullopt;
    }
    TimedStart start;
    start.time = parsed->time;
    start.shape = shape_of(line.substr(0, parsed->size));
    line.remove_prefix(parsed->size);
    if (is_bracketed) {
        start.is_marked = skip(line, "]") || skip(line, "】") || skip(line, ")");
        if (!start.is_marked) {
            return std::nullopt;
        }
    } else if (!line.starts_with(' ') && !line.starts_with('\t') && !line.starts_with("　")) {
        return std::nullopt;
    }
    start.rest = trimmed(line);
    if (skip(start.rest, "- ")) {
        start.is_marked = true;
        start.rest = trimmed(start.rest);
    }
    skip_marks(start.rest);
    return start;
}

struct Candidate {
    ChatLine line;
    std::string shape;
};

std::optional<Candidate> parse_time_name(std::string_view line) {
    if (line.size() > kLongestHeaderBytes) {
        return std::nullopt;
    }
    std::optional<TimedStart> start = parse_timed_start(line);
    if (!start) {
        return std::nullopt;
    }
    std::string_view name = start->rest;
    if (name.ends_with(':')) {
        name.remove_suffix(1);
    } else if (name.ends_with("：")) {
        name.remove_suffix(3);
    }
    if (!is_name(name)) {
        return std::nullopt;
    }
    return Candidate{{name, {}, start->time}, std::move(start->shape)};
}

std::optional<Candidate> parse_time_name_text(std::string_view line) {
    std::optional<TimedStart> start = parse_timed_start(line);
    if (!start) {
        return std::nullopt;
    }
    const Colon colon = find_colon(start->rest);
    const std::string_view name = trimmed(start->rest.substr(0, colon.at));
    if (colon.size == 0 || !is_name(name)) {
        // Without a speaker it is a notice, but only where a mark sets it apart from plain text.
        return start->is_marked && !start->rest.empty()
                   ? std::optional(Candidate{{{}, start->rest, start->time}, start->shape})
                   : std::nullopt;
    }
    std::string_view text = trimmed(start->rest.substr(colon.at + colon.size));
    skip_marks(text);
    return Candidate{{name, text, start->time}, std::move(start->shape)};
}

bool is_before_time(char c) {
    return c == ' ' || c == '\t' || c == '(' || c == '[';
}

// A digit, or the first byte of 上午 and the like.
bool can_start_time(char c) {
    return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0xE0;
}

// Takes `[售后群(1@chatroom)]` off the end of a name, and gives what stands in the brackets.
std::string_view take_room(std::string_view& name) {
    const std::size_t open = name.rfind(" [");
    if (open == std::string_view::npos || !name.ends_with(']')) {
        return {};
    }
    const std::string_view room = name.substr(open + 2, name.size() - open - 3);
    if (room.find("@chatroom") == std::string_view::npos) {
        return {};
    }
    name = trimmed(name.substr(0, open));
    return room;
}

std::optional<Candidate> parse_name_time(std::string_view line) {
    const std::size_t end = std::min(line.size(), kLongestHeaderBytes);
    for (std::size_t at = 1; at + 1 < end; ++at) {
        if (!is_before_time(line[at]) || !can_start_time(line[at + 1])) {
            continue;
        }
        std::string_view rest = line.substr(at + 1);
        const std::optional<ParsedTime> parsed = parse_time_prefix(rest);
        std::string_view name = trimmed(line.substr(0, at));
        const std::string_view room = take_room(name);
        if (!parsed || !parsed->has_clock || !is_name(name)) {
            continue;
        }
        std::string shape = shape_of(rest.substr(0, parsed->size));
        rest.remove_prefix(parsed->size);
        if (!skip(rest, ")")) {
            skip(rest, "]");
        }
        rest = trimmed(rest);
        if (rest.empty() || skip(rest, ":") || skip(rest, "：")) {
            return Candidate{{name, trimmed(rest), parsed->time, room}, std::move(shape)};
        }
    }
    return std::nullopt;
}

std::optional<Candidate> parse_name_text(std::string_view line) {
    const Colon colon = find_colon(line);
    if (colon.size == 0 || line.front() == ' ' || line.front() == '\t') {
        return std::nullopt;
    }
    const std::string_view name = trimmed(line.substr(0, colon.at));
    const std::string_view text = line.substr(colon.at + colon.size);
    if (!is_name(name) || text.starts_with("//")) {
        return std::nullopt;
    }
    return Candidate{{name, trimmed(text), {}}, {}};
}

std::optional<Candidate> parse_candidate(std::string_view line, ChatLayout layout) {
    if (line.empty()) {
        return std::nullopt;
    }
    switch (layout) {
        case ChatLayout::time_name:
            return parse_time_name(line);
        case ChatLayout::name_time:
            return parse_name_time(line);
        case ChatLayout::time_name_text:
            return parse_time_name_text(line);
        case ChatLayout::name_text:
            return parse_name_text(line);
    }
    return std::nullopt;
}

std::vector<std::string_view> lines_of(std::string_view head) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t end = std::min(head.find('\n', at), head.size());
        lines.push_back(trimmed(head.substr(at, end - at)));
        at = end + 1;
    }
    return lines;
}

// Times are written by machines: the shape that most candidates have is the one that counts.
std::string common_shape(const std::vector<std::optional<Candidate>>& candidates) {
    std::map<std::string, int> counts;
    for (const std::optional<Candidate>& candidate : candidates) {
        if (candidate) {
            ++counts[candidate->shape];
        }
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
            return a.second < b.second;
        });
    return most == counts.end() ? std::string() : most->first;
}

// A layout fits when its headers have texts. A server's log has a time in every line too, but then
// nothing is left for a text below.
ChatStyle guess_timed_style(const std::vector<std::string_view>& lines, ChatLayout layout) {
    std::vector<std::optional<Candidate>> candidates;
    for (const std::string_view line : lines) {
        candidates.push_back(parse_candidate(line, layout));
    }
    ChatStyle style;
    style.layout = layout;
    style.time_shape = common_shape(candidates);
    int headers = 0;
    int with_text = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!candidates[i] || candidates[i]->shape != style.time_shape) {
            continue;
        }
        ++headers;
        const bool has_text_below =
            i + 1 < lines.size() && !lines[i + 1].empty() && !candidates[i + 1];
        with_text += has_text_below || !candidates[i]->line.text.empty() ? 1 : 0;
    }
    if (headers > 0 && with_text * 2 >= headers) {
        style.confidence = headers > 1 ? 80 : 60;
        // The layout that explains more lines is the better one.
        style.confidence += std::min(with_text * 10 / static_cast<int>(lines.size() + 1), 9);
    }
    return style;
}

bool is_label(std::string_view name) {
    constexpr std::array<std::string_view, 18> kLabels = {"导出时间",
                                                          "聊天名称",
                                                          "时间",
                                                          "内容",
                                                          "地址",
                                                          "电话",
                                                          "注意",
                                                          "备注",
                                                          "订单号",
                                                          "订单编号",
                                                          "http",
                                                          "https",
                                                          "time",
                                                          "date",
                                                          "subject",
                                                          "note",
                                                          "todo",
                                                          "url"};
    return std::find(kLabels.begin(), kLabels.end(), name) != kLabels.end();
}

ChatStyle guess_untimed_style(const std::vector<std::string_view>& lines) {
    std::map<std::string_view, int> counts;
    int filled = 0;
    for (const std::string_view line : lines) {
        filled += line.empty() || parse_separator(line) ? 0 : 1;
        const std::optional<Candidate> candidate = parse_candidate(line, ChatLayout::name_text);
        if (candidate && !is_label(candidate->line.name)) {
            ++counts[candidate->line.name];
        }
    }
    ChatStyle style;
    style.layout = ChatLayout::name_text;
    int headers = 0;
    int with_role = 0;
    for (const auto& [name, count] : counts) {
        const bool has_role = role_from_name(name).has_value();
        if (has_role || count > 1) {
            style.speakers.emplace_back(name);
            headers += count;
            with_role += has_role ? 1 : 0;
        }
    }
    if (style.speakers.size() >= 2 && with_role >= 1) {
        style.confidence = 70;
    } else if (style.speakers.size() >= 2 && headers * 5 >= filled * 4) {
        style.confidence = 50;
    }
    return style;
}

bool is_decoration(char c) {
    switch (c) {
        case '=':
        case '-':
        case '*':
        case '#':
        case '~':
        case '_':
        case '[':
        case ']':
        case '<':
        case '>':
            return true;
        default:
            return is_blank(c);
    }
}

// Without the decoration at both ends.
std::string_view strip_decoration(std::string_view line) {
    for (std::size_t size = line.size() + 1; size != line.size();) {
        size = line.size();
        while (!line.empty() && is_decoration(line.front())) {
            line.remove_prefix(1);
        }
        while (!line.empty() && is_decoration(line.back())) {
            line.remove_suffix(1);
        }
        skip(line, "【");
        if (line.ends_with("】")) {
            line.remove_suffix(3);
        }
    }
    return line;
}

bool skip_any(std::string_view& text, std::initializer_list<std::string_view> tokens) {
    return std::any_of(
        tokens.begin(), tokens.end(), [&](std::string_view token) { return skip(text, token); });
}

}  // namespace

ChatStyle guess_chat_style(std::string_view head) {
    const std::vector<std::string_view> lines = lines_of(head);
    ChatStyle best;
    for (const ChatLayout layout :
         {ChatLayout::time_name_text, ChatLayout::time_name, ChatLayout::name_time}) {
        ChatStyle style = guess_timed_style(lines, layout);
        if (style.confidence > best.confidence) {
            best = std::move(style);
        }
    }
    return best.confidence > 0 ? best : guess_untimed_style(lines);
}

std::optional<ChatLine> parse_chat_line(std::string_view line, const ChatStyle& style) {
    line = trimmed(line);
    std::optional<Candidate> candidate = parse_candidate(line, style.layout);
    if (!candidate) {
        return std::nullopt;
    }
    if (style.layout == ChatLayout::name_text) {
        const bool is_speaker =
            std::find(style.speakers.begin(), style.speakers.end(), candidate->line.name) !=
            style.speakers.end();
        return is_speaker ? std::optional(candidate->line) : std::nullopt;
    }
    return style.time_shape.empty() || candidate->shape == style.time_shape
               ? std::optional(candidate->line)
               : std::nullopt;
}

ExportedName exported_name(std::string_view written) {
    std::string_view name = written;
    const std::size_t title = name.find("】");
    if (name.starts_with("【") && title != std::string_view::npos && title + 3 < name.size()) {
        name.remove_prefix(title + 3);
    }
    const std::size_t open = name.find_last_of("(<");
    if (open == std::string_view::npos || open == 0) {
        return {name, {}};
    }
    const char close = name[open] == '(' ? ')' : '>';
    const std::string_view account = name.substr(open + 1, name.size() - open - 2);
    if (name.ends_with(close) && account == kOneself) {
        return {trimmed(name.substr(0, open)), account};
    }
    const bool is_account = name.ends_with(close) && account.size() >= 4 &&
                            std::all_of(account.begin(),
                                        account.end(),
                                        [](char c) {
                                            return (c >= '0' && c <= '9') ||
                                                   (c >= 'a' && c <= 'z') ||
                                                   (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
                                                   c == '@' || c == '.';
                                        }) &&
                            (account.find_first_of("0123456789_@") != std::string_view::npos);
    return is_account ? ExportedName{trimmed(name.substr(0, open)), account}
                      : ExportedName{name, {}};
}

std::optional<std::string_view> parse_qq_heading(std::string_view line) {
    line = trimmed(line);
    if (skip(line, "消息对象:")) {
        return trimmed(line);
    }
    return line.starts_with("消息分组:") ? std::optional(std::string_view()) : std::nullopt;
}

bool is_ruler(std::string_view line) {
    constexpr std::size_t kShortestRuler = 5;
    line = trimmed(line);
    return line.size() >= kShortestRuler &&
           std::string_view("=-*").find(line.front()) != std::string_view::npos &&
           line.find_first_not_of(line.front()) == std::string_view::npos;
}

std::optional<std::string_view> parse_separator(std::string_view line) {
    constexpr std::size_t kLongestSeparator = 256;
    line = trimmed(line);
    if (line.empty() || line.size() > kLongestSeparator) {
        return std::nullopt;
    }
    std::string_view inside = strip_decoration(line);
    const auto decoration = static_cast<std::size_t>(inside.data() - line.data());
    const bool has_word = skip_any(
        inside, {"会话", "对话", "工单", "conversation", "Conversation", "session", "Session"});
    inside = trimmed(inside);
    const bool has_id_word = has_word && skip_any(inside, {"ID", "Id", "id", "编号", "号"});
    inside = trimmed(inside);
    const bool has_colon = has_word && skip_any(inside, {":", "：", "#"});
    inside = trimmed(inside);
    if (inside.find_first_of(" \t") != std::string_view::npos) {
        return std::nullopt;
    }
    const bool is_decorated = decoration >= 3 && (has_word || line.starts_with("==="));
    return is_decorated || (has_id_word && has_colon && !inside.empty()) ? std::optional(inside)
                                                                         : std::nullopt;
}

}  // namespace suowen::input
