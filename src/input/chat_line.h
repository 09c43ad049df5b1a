// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/timestamp.h"

namespace suowen::input {

// How a plain text log writes who speaks and when.
enum class ChatLayout {
    time_name,       // `2026-03-01 10:00:00 客服03`, the text in the lines below
    name_time,       // `客服03 2026-03-01 10:00:00`, the text below, or behind a colon
    time_name_text,  // `[10:00] 客户: text`, `15/11/23, 06:13 - Li: text`
    name_text,       // `客户：text`
};

// A line that starts a turn. Views point into the line.
struct ChatLine {
    std::string_view name;  // Empty: a notice of the system.
    std::string_view text;  // The rest of the line; more may follow in the lines below.
    TurnTime time;
    std::string_view room = {};  // The group, where chatlog mixes several: `售后群(1@chatroom)`.
};

// What tells the lines that start a turn from those that go on with one.
struct ChatStyle {
    ChatLayout layout = ChatLayout::time_name;
    std::string time_shape;  // Digits as `0`; a time that is written differently is text.
    std::vector<std::string> speakers;  // For name_text alone: who may stand before the colon.
    int confidence = 0;                 // 0 to 100, as Confidence.
};

// The name, or account, of whoever exported the log.
inline constexpr std::string_view kOneself = "我";

// A speaker as QQ and WeChat exports write one: `【管理员】小王(20002)`, `小王<kefu@example.com>`,
// `小王(我)`.
struct ExportedName {
    std::string_view name;
    std::string_view account;  // Empty where there is none.
};

[[nodiscard]] ExportedName exported_name(std::string_view written);

// The style of a log, from its first lines. No confidence if this is no chat.
[[nodiscard]] ChatStyle guess_chat_style(std::string_view head);

[[nodiscard]] std::optional<ChatLine> parse_chat_line(std::string_view line,
                                                      const ChatStyle& style);

// The id, maybe empty, on a line that only separates conversations: `=== 会话 bank-01 ===`,
// `会话ID：bank-01`.
[[nodiscard]] std::optional<std::string_view> parse_separator(std::string_view line);

// The other side, on a line of the head that QQ writes between rulers in front of each chat:
// `消息对象:小李`; empty for the line above it, `消息分组:我的好友`.
[[nodiscard]] std::optional<std::string_view> parse_qq_heading(std::string_view line);

// A line of nothing but `=`, `-` or `*`.
[[nodiscard]] bool is_ruler(std::string_view line);

}  // namespace suowen::input
