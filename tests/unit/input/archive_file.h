// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <utility>
#include <vector>

#include "catch.h"

namespace suowen::input {

using Files = std::vector<std::pair<std::string, std::string>>;

// An archive in the format and compression that libarchive takes from the ending of `path`.
// A password encrypts it (ZIP alone).
inline void write_archive(const std::string& path,
                          const Files& files,
                          const std::string& password = {}) {
    ::archive* const archive = ::archive_write_new();
    REQUIRE(::archive_write_set_format_filter_by_ext(archive, path.c_str()) == ARCHIVE_OK);
    if (!password.empty()) {
        REQUIRE(::archive_write_set_options(archive, "zip:encryption=aes256") == ARCHIVE_OK);
        REQUIRE(::archive_write_set_passphrase(archive, password.c_str()) == ARCHIVE_OK);
    }
    REQUIRE(::archive_write_open_filename(archive, path.c_str()) == ARCHIVE_OK);
    for (const auto& [name, bytes] : files) {
        ::archive_entry* const entry = ::archive_entry_new();
        ::archive_entry_set_pathname(entry, name.c_str());
        ::archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
        ::archive_entry_set_perm(entry, 0644);
        ::archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        ::archive_write_header(archive, entry);
        ::archive_write_data(archive, bytes.data(), bytes.size());
        ::archive_entry_free(entry);
    }
    ::archive_write_free(archive);
}

}  // namespace suowen::input
