// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace suowen::input {

// What a WeChat message says where an export holds it as it was stored: a reply that quotes another
// message, a link or a merged forward are XML, whose title is what the sender sees.
[[nodiscard]] std::string words_of_wechat(std::string_view content);

}  // namespace suowen::input
