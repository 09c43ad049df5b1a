// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string_view>

namespace suowen::cli {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

// A string, or a key.
inline void write(JsonWriter& out, std::string_view text) {
    out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

inline void write(JsonWriter& out, std::string_view key, std::string_view text) {
    write(out, key);
    write(out, text);
}

}  // namespace suowen::cli
