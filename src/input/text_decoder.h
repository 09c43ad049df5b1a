// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include "input/byte_source.h"

namespace suowen::input {

// Grows without writing zeros first, which std::string cannot; `kPadding` bytes behind the end can
// always be read, which simdjson asks for.
class TextBuffer {
public:
    static constexpr std::size_t kPadding = 64;

    [[nodiscard]] std::string_view text() const { return {bytes_.get() + begin_, end_ - begin_}; }

    [[nodiscard]] std::size_t size() const { return end_ - begin_; }

    // Room for `count` bytes behind the end, to be taken into the text with grow().
    [[nodiscard]] char* reserve(std::size_t count);

    void grow(std::size_t count) { end_ += count; }

    void append(std::string_view bytes);

    void drop_front(std::size_t count) { begin_ += count; }

    void drop_back(std::size_t count) { end_ -= count; }

    // From `start` on.
    void replace(std::size_t start, char what, char with);

    // Makes what can be read behind the end the same in every run.
    void clear_padding();

    // Gives the memory back that one huge record needed.
    void shrink();

private:
    void move_to(std::size_t capacity);

    std::unique_ptr<char[]> bytes_;
    std::size_t capacity_ = 0;  // Without the padding.
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

// Turns the bytes of a source into UTF-8 that is always valid: what cannot be decoded becomes
// U+FFFD. The encoding is the one asked for, or found by content: a byte order mark, the zero bytes
// of UTF-16, else the first text beyond ASCII tells UTF-8 from GB18030.
class TextDecoder {
public:
    // `encoding` is "auto" or one that is_known_encoding().
    TextDecoder(std::unique_ptr<ByteSource> source, std::string_view encoding);
    ~TextDecoder();
    TextDecoder(TextDecoder&&) noexcept;

    // Appends the next part of the text; false at the end, and from then on.
    bool append_to(TextBuffer& buffer);

    // Offsets in the decoded text of every U+FFFD that stands for damage, oldest first. The caller
    // takes them out.
    [[nodiscard]] std::deque<std::uint64_t>& damage();

    // The first bytes show that this is no text in any encoding.
    [[nodiscard]] bool is_binary() const;

    // As IANA writes it; "US-ASCII" as long as nothing else was seen.
    [[nodiscard]] std::string_view encoding() const;

    [[nodiscard]] std::uint64_t bytes_read() const;

    [[nodiscard]] const std::string& failure() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// A short text of unknown encoding, such as a name in an archive, which Chinese Windows writes in
// GBK.
[[nodiscard]] std::string text_in_utf8(std::string_view bytes);

[[nodiscard]] bool is_known_encoding(const std::string& name);

}  // namespace suowen::input
