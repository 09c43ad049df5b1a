// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace suowen::input {

// What a WeChat or WeCom message says, where an export holds it as it was sent or stored, or as
// chatlog writes it: of a reply the words without those that it quotes, of a link or a merged
// forward (XML, or in brackets) the title, which is what the sender sees, of an image or recording
// `[图片]`, `[语音]`.
[[nodiscard]] std::string words_of_wechat(std::string_view content);

// The text begins like a merged forward as chatlog writes it: the messages in it follow, with
// headers of their own, each line behind two blanks.
[[nodiscard]] bool is_forward(std::string_view content);

}  // namespace suowen::input
