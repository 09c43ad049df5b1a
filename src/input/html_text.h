// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace suowen::input {

// What a reader sees of a message written in HTML: tags are left out, blocks begin on a line of
// their own, entities stand for their characters.
[[nodiscard]] std::string text_of_html(std::string_view html);

// The characters that &lt; &#39; &amp; and the like stand for.
[[nodiscard]] std::string without_entities(std::string_view text);

}  // namespace suowen::input
