// SPDX-License-Identifier: Apache-2.0
#include "input/byte_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <system_error>

namespace suowen::input {
namespace {

std::string reason_of(int error) {
    return std::generic_category().message(error);
}

class FileSource final : public ByteSource {
public:
    explicit FileSource(int descriptor) : descriptor_(descriptor) {}

    ~FileSource() override { ::close(descriptor_); }

    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    std::size_t read(char* into, std::size_t capacity) override {
        while (failure_.empty()) {
            const ssize_t count = ::read(descriptor_, into, capacity);
            if (count >= 0) {
                return static_cast<std::size_t>(count);
            }
            if (errno != EINTR) {
                failure_ = reason_of(errno);
            }
        }
        return 0;
    }

    const std::string& failure() const override { return failure_; }

    int seekable_descriptor() const override {
        return ::lseek(descriptor_, 0, SEEK_CUR) < 0 ? -1 : descriptor_;
    }

private:
    int descriptor_;
    std::string failure_;
};

class StreamSource final : public ByteSource {
public:
    explicit StreamSource(std::istream& stream) : stream_(stream) {}

    std::size_t read(char* into, std::size_t capacity) override {
        if (!failure_.empty()) {
            return 0;
        }
        // A stream that was told to throw must not.
        try {
            stream_.read(into, static_cast<std::streamsize>(capacity));
        } catch (const std::exception&) {
        }
        if (stream_.bad()) {
            failure_ = "read error";
        }
        return static_cast<std::size_t>(stream_.gcount());
    }

    const std::string& failure() const override { return failure_; }

private:
    std::istream& stream_;
    std::string failure_;
};

}  // namespace

std::size_t read_fully(ByteSource& source, char* into, std::size_t capacity) {
    std::size_t size = 0;
    while (size < capacity) {
        const std::size_t count = source.read(into + size, capacity - size);
        if (count == 0) {
            break;
        }
        size += count;
    }
    return size;
}

Result<std::unique_ptr<ByteSource>> open_file(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        Diagnostic diagnostic;
        diagnostic.location.path = path;
        diagnostic.message = "cannot open: " + reason_of(errno);
        return unexpected(std::move(diagnostic));
    }
    return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(descriptor));
}

std::unique_ptr<ByteSource> open_text(std::string text) {
    class TextSource final : public ByteSource {
    public:
        explicit TextSource(std::string text) : text_(std::move(text)) {}

        std::size_t read(char* into, std::size_t capacity) override {
            const std::size_t count = text_.copy(into, capacity, given_);
            given_ += count;
            return count;
        }

        const std::string& failure() const override { return failure_; }

    private:
        std::string text_;
        std::size_t given_ = 0;
        std::string failure_;
    };

    return std::make_unique<TextSource>(std::move(text));
}

std::unique_ptr<ByteSource> open_stream(std::istream& stream) {
    return std::make_unique<StreamSource>(stream);
}

PeekedSource::PeekedSource(std::unique_ptr<ByteSource> source)
    : source_(std::move(source)), head_(kHeadBytes, '\0') {
    head_.resize(read_fully(*source_, head_.data(), head_.size()));
}

std::size_t PeekedSource::read(char* into, std::size_t capacity) {
    if (given_ == head_.size()) {
        return source_->read(into, capacity);
    }
    const std::size_t count = std::min(capacity, head_.size() - given_);
    std::memcpy(into, head_.data() + given_, count);
    given_ += count;
    return count;
}

}  // namespace suowen::input
