// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/rapidjson.h>

#include <string>
#include <string_view>

namespace suowen {

// Whether a terminal that shows the text acts on it although JSON lets it stand: DEL, C1 controls
// and bidirectional controls.
[[nodiscard]] bool is_active(std::string_view text);

// The text as a JSON string, in quotes, those characters as \u escapes.
[[nodiscard]] std::string quoted_json(std::string_view text);

// A string, or a key, through any writer of RapidJSON.
template <class Writer>
void write(Writer& out, std::string_view text) {
    if (is_active(text)) {
        const std::string quoted = quoted_json(text);
        out.RawValue(quoted.data(), quoted.size(), rapidjson::kStringType);
        return;
    }
    out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

template <class Writer>
void write(Writer& out, std::string_view key, std::string_view text) {
    write(out, key);
    write(out, text);
}

}  // namespace suowen
