// SPDX-License-Identifier: Apache-2.0
#include "input/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>

#include "input/gzip.h"
#include "input/text_decoder.h"

namespace suowen::input {
namespace {

constexpr std::size_t kBlockBytes = 64 * 1024;
constexpr std::string_view kGzipMagic = "\x1F\x8B";

struct ArchiveFreer {
    void operator()(::archive* archive) const { ::archive_read_free(archive); }
};

using ArchiveHandle = std::unique_ptr<::archive, ArchiveFreer>;

std::string reason_of(::archive* archive) {
    const char* const reason = ::archive_error_string(archive);
    return reason == nullptr ? "unreadable archive" : reason;
}

// libarchive converts names through the locale; the "C" locale, which programs start in and tests
// run in, would lose every name that is not English.
class Utf8Locale {
public:
    Utf8Locale()
        : utf8_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)),
          previous_(utf8_ == nullptr ? nullptr : ::uselocale(utf8_)) {}

    ~Utf8Locale() {
        if (utf8_ != nullptr) {
            ::uselocale(previous_);
            ::freelocale(utf8_);
        }
    }

    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t utf8_;
    locale_t previous_;
};

// The content of the entry that the archive stands at.
class EntrySource final : public ByteSource {
public:
    explicit EntrySource(::archive* archive) : archive_(archive) {}

    std::size_t read(char* into, std::size_t capacity) override {
        if (!failure_.empty()) {
            return 0;
        }
        la_ssize_t count = ARCHIVE_RETRY;
        while (count == ARCHIVE_RETRY) {
            count = ::archive_read_data(archive_, into, capacity);
        }
        if (count < 0) {
            failure_ = reason_of(archive_);
            return 0;
        }
        return static_cast<std::size_t>(count);
    }

    const std::string& failure() const override { return failure_; }

private:
    ::archive* archive_;
    std::string failure_;
};

// Hands a source to libarchive block by block.
struct BlockFeed {
    std::unique_ptr<PeekedSource> source;
    std::array<char, kBlockBytes> block;
};

la_ssize_t read_block(::archive* archive, void* context, const void** block) {
    auto& feed = *static_cast<BlockFeed*>(context);
    const std::size_t count = feed.source->read(feed.block.data(), feed.block.size());
    if (count == 0 && !feed.source->failure().empty()) {
        ::archive_set_error(archive, EIO, "%s", feed.source->failure().c_str());
        return -1;
    }
    *block = feed.block.data();
    return static_cast<la_ssize_t>(count);
}

}  // namespace

struct Archive::State {
    BlockFeed feed;
    ArchiveHandle handle{::archive_read_new()};
    std::uint64_t entries = 0;
    bool is_gzip = false;
    bool is_open = false;
    std::string failure;
    std::string password;

    void open() {
        ::archive* const archive = handle.get();
        if (!password.empty()) {
            ::archive_read_add_passphrase(archive, password.c_str());
        }
        ::archive_read_support_filter_zstd(archive);
        ::archive_read_support_filter_xz(archive);
        ::archive_read_support_filter_bzip2(archive);
        ::archive_read_support_format_zip(archive);
        ::archive_read_support_format_tar(archive);
        ::archive_read_support_format_raw(archive);
        ::archive_read_support_format_empty(archive);
        const int descriptor = feed.source->seekable_descriptor();
        int result = ARCHIVE_OK;
        // The directory of a .zip file is at its end; with it, damaged entries cost less.
        if (descriptor >= 0 && ::lseek(descriptor, 0, SEEK_SET) == 0) {
            result = ::archive_read_open_fd(archive, descriptor, kBlockBytes);
        } else {
            result = ::archive_read_open(archive, &feed, nullptr, read_block, nullptr);
        }
        is_open = true;
        if (result != ARCHIVE_OK) {
            failure = reason_of(archive);
        }
    }

    // The name as the archive has it, or one that is at least unique in it.
    std::string name_of(::archive_entry* entry) const {
        const char* name = ::archive_entry_pathname_utf8(entry);
        if (name == nullptr) {
            name = ::archive_entry_pathname(entry);
        }
        return name == nullptr ? fmt::format("entry-{}", entries) : text_in_utf8(name);
    }

    // All of a gzip file, which libarchive would unpack without comparing checksums.
    std::optional<Entry> gzip() {
        return ++entries == 1 ? std::optional(Entry{{}, open_gzip(std::move(feed.source))})
                              : std::nullopt;
    }

    std::optional<Entry> next_file() {
        for (;;) {
            ::archive_entry* entry = nullptr;
            int result = ARCHIVE_RETRY;
            while (result == ARCHIVE_RETRY) {
                result = ::archive_read_next_header(handle.get(), &entry);
            }
            if (result == ARCHIVE_EOF) {
                return std::nullopt;
            }
            // ARCHIVE_WARN is about names and attributes; the content is there.
            if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
                failure = reason_of(handle.get());
                return std::nullopt;
            }
            ++entries;
            if (::archive_format(handle.get()) == ARCHIVE_FORMAT_RAW) {
                return Entry{{}, std::make_unique<EntrySource>(handle.get())};
            }
            const auto type = ::archive_entry_filetype(entry);
            if (type == AE_IFREG || type == 0) {
                return Entry{name_of(entry), std::make_unique<EntrySource>(handle.get())};
            }
        }
    }
};

bool is_packed(std::string_view head) {
    using namespace std::string_view_literals;
    for (const std::string_view magic : {kGzipMagic,
                                         "\x28\xB5\x2F\xFD"sv,
                                         "\xFD"
                                         "7zXZ\0"sv,
                                         "BZh"sv,
                                         "PK\3\4"sv,
                                         "PK\5\6"sv}) {
        if (head.starts_with(magic)) {
            return true;
        }
    }
    constexpr std::size_t kTarMagicOffset = 257;
    return head.size() > kTarMagicOffset && head.substr(kTarMagicOffset).starts_with("ustar");
}

Archive::Archive(std::unique_ptr<PeekedSource> source, std::string password)
    : state_(std::make_unique<State>()) {
    state_->password = std::move(password);
    state_->is_gzip = source->head().starts_with(kGzipMagic);
    state_->feed.source = std::move(source);
}

Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;

std::optional<Archive::Entry> Archive::next() {
    if (state_->is_gzip) {
        return state_->gzip();
    }
    const Utf8Locale locale;
    if (!state_->is_open) {
        state_->open();
    }
    return state_->failure.empty() ? state_->next_file() : std::nullopt;
}

const std::string& Archive::failure() const {
    return state_->failure;
}

namespace {

std::optional<std::string> read_whole(ByteSource& source, std::size_t most) {
    std::string bytes;
    for (std::size_t count = 1; count > 0 && bytes.size() <= most;) {
        const std::size_t before = bytes.size();
        bytes.resize(before + kBlockBytes);
        count = read_fully(source, bytes.data() + before, kBlockBytes);
        bytes.resize(before + count);
    }
    return bytes.size() <= most && source.failure().empty() ? std::optional(std::move(bytes))
                                                            : std::nullopt;
}

// `name` is the rest of a path behind the archive; empty for `source` itself.
std::optional<std::string> read_entry(std::unique_ptr<ByteSource> source,
                                      std::string_view name,
                                      std::size_t most,
                                      const std::string& password,
                                      std::size_t deepest = kDeepestArchive) {
    if (name.empty()) {
        return read_whole(*source, most);
    }
    auto peeked = std::make_unique<PeekedSource>(std::move(source));
    if (deepest == 0 || !is_packed(peeked->head())) {
        return std::nullopt;
    }
    Archive archive(std::move(peeked), password);
    while (std::optional<Archive::Entry> entry = archive.next()) {
        std::string_view rest = name;
        if (entry->name.empty()) {  // An archive in a compressed file has the path of that.
            return read_entry(std::move(entry->source), name, most, password, deepest - 1);
        }
        if (!rest.starts_with(entry->name)) {
            continue;
        }
        rest.remove_prefix(entry->name.size());
        if (rest.empty() || rest.starts_with('!')) {
            rest.remove_prefix(std::min<std::size_t>(rest.size(), 1));
            return read_entry(std::move(entry->source), rest, most, password, deepest - 1);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> read_file_at(const std::string& path,
                                        std::size_t most,
                                        const std::string& password) {
    for (std::size_t end = path.find('!');; end = path.find('!', end + 1)) {
        const std::string file = path.substr(0, end);
        std::error_code ignored;
        // A pipe would lose what is read from it.
        if (std::filesystem::is_regular_file(file, ignored)) {
            if (Result<std::unique_ptr<ByteSource>> source = open_file(file)) {
                const std::string_view name =
                    end == std::string::npos ? "" : std::string_view(path).substr(end + 1);
                return read_entry(std::move(*source), name, most, password);
            }
        }
        if (end == std::string::npos) {
            return std::nullopt;
        }
    }
}

}  // namespace suowen::input
