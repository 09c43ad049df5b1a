// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace suowen::input {

// A stream of bytes, read once from front to back. Not thread-safe.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    // Puts up to `capacity` bytes at `into`; 0 at the end or after a failure, and from then on.
    [[nodiscard]] virtual std::size_t read(char* into, std::size_t capacity) = 0;

    // Why the bytes ended early, in lower case; empty as long as nothing failed.
    [[nodiscard]] virtual const std::string& failure() const = 0;

    // A descriptor that can seek, at any position, or -1.
    [[nodiscard]] virtual int seekable_descriptor() const { return -1; }
};

// Fills `into` as far as the source goes; less than `capacity` only at its end.
[[nodiscard]] std::size_t read_fully(ByteSource& source, char* into, std::size_t capacity);

// A file, device or pipe by name. Fails when it cannot be opened.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> open_file(const std::string& path);

// A text in memory.
[[nodiscard]] std::unique_ptr<ByteSource> open_text(std::string text);

// Borrows `stream`, which must outlive the source.
[[nodiscard]] std::unique_ptr<ByteSource> open_stream(std::istream& stream);

// Looks at the first bytes of a source without losing them.
class PeekedSource final : public ByteSource {
public:
    explicit PeekedSource(std::unique_ptr<ByteSource> source);

    // The first bytes, up to kHeadBytes of them, whatever has been read since.
    [[nodiscard]] std::string_view head() const { return head_; }

    [[nodiscard]] std::size_t read(char* into, std::size_t capacity) override;

    [[nodiscard]] const std::string& failure() const override { return source_->failure(); }

    [[nodiscard]] int seekable_descriptor() const override {
        return source_->seekable_descriptor();
    }

    static constexpr std::size_t kHeadBytes = 512;

private:
    std::unique_ptr<ByteSource> source_;
    std::string head_;
    std::size_t given_ = 0;  // Bytes of the head that were read.
};

}  // namespace suowen::input
