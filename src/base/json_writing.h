// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/rapidjson.h>

#include <string_view>

namespace suowen {

// A string, or a key, through any writer of RapidJSON.
template <class Writer>
void write(Writer& out, std::string_view text) {
    out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

template <class Writer>
void write(Writer& out, std::string_view key, std::string_view text) {
    write(out, key);
    write(out, text);
}

}  // namespace suowen
