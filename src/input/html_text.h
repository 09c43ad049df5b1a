// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace suowen::input {

// What a reader sees of a message written in HTML: tags and comments are left out, blocks begin on
// a line of their own, entities stand for their characters. What is no tag of HTML is text.
[[nodiscard]] std::string text_of_html(std::string_view html);

// It shows an image, or a recording, of which text_of_html() has nothing.
[[nodiscard]] bool has_media(std::string_view html);

// The characters that &lt; &#39; &amp; and the like stand for.
[[nodiscard]] std::string without_entities(std::string_view text);

}  // namespace suowen::input
