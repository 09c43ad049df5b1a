// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace suowen {

// SHA-256 (FIPS 180-4) as 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// The same for all bytes of a file; empty when it cannot be read.
[[nodiscard]] std::string sha256_of_file(const std::string& path);

// HMAC-SHA-256 (RFC 2104) as 64 lower-case hex digits.
[[nodiscard]] std::string hmac_sha256_hex(std::string_view key, std::string_view bytes);

}  // namespace suowen
