// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <nettle/hmac.h>
#include <nettle/sha2.h>

#include <fstream>

namespace suowen {
namespace {

const std::uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

std::string hex(const std::array<std::uint8_t, SHA256_DIGEST_SIZE>& digest) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    out.reserve(digest.size() * 2);
    for (const std::uint8_t byte : digest) {
        out.push_back(kDigits[byte >> 4U]);
        out.push_back(kDigits[byte & 0xFU]);
    }
    return out;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), bytes_of(bytes));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return hex(digest);
}

std::string sha256_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    sha256_ctx context;
    sha256_init(&context);
    std::array<char, std::size_t{1} << 16U> block{};
    while (file) {
        file.read(block.data(), block.size());
        const auto size = static_cast<std::size_t>(file.gcount());
        sha256_update(&context, size, bytes_of({block.data(), size}));
    }
    if (!file.eof()) {
        return {};
    }
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return hex(digest);
}

std::string hmac_sha256_hex(std::string_view key, std::string_view bytes) {
    hmac_sha256_ctx context;
    hmac_sha256_set_key(&context, key.size(), bytes_of(key));
    hmac_sha256_update(&context, bytes.size(), bytes_of(bytes));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    hmac_sha256_digest(&context, digest.size(), digest.data());
    return hex(digest);
}

}  // namespace suowen
