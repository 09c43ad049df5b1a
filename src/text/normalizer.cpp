// SPDX-License-Identifier: Apache-2.0
#include "text/normalizer.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "text/fold/fold_table.h"

namespace suowen::text {
namespace {

FoldEntry fold_entry(char32_t c) {
    constexpr char32_t kTagsBegin = 0xE0000;
    constexpr char32_t kTagsEnd = 0xE1000;
    if (c < kFoldTableEnd) {
        const FoldEntry* const page = kFoldPages[c / kFoldPageSize];
        return page == nullptr ? kFoldCopy : page[c % kFoldPageSize];
    }
    return c >= kTagsBegin && c < kTagsEnd ? 0 : kFoldCopy;
}

bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

// Folds `original` and hands each piece to `sink(bytes, begin, end)`, where begin and end delimit
// the source of the piece. White space is decided here, once, for both users.
template <class Sink>
void fold(std::string_view original, Sink&& sink) {
    constexpr FoldEntry kMarks = kFoldSequence;
    enum class Gap : std::uint8_t { none, space, line };
    Gap gap = Gap::none;
    bool at_start = true;
    bool after_ascii = false;
    std::size_t gap_begin = 0;
    char packed[3];
    for (std::size_t at = 0; at < original.size();) {
        const utf8::Decoded decoded = utf8::decode(original, at);
        const std::size_t begin = at;
        at += decoded.bytes;
        const FoldEntry entry = fold_entry(decoded.code_point);
        std::string_view bytes;
        if (entry < kMarks) {
            packed[0] = static_cast<char>(entry & 0xFFU);
            packed[1] = static_cast<char>(entry >> 8U & 0xFFU);
            packed[2] = static_cast<char>(entry >> 16U & 0xFFU);
            bytes = {packed, entry >> 24U};
        } else if (entry == kFoldCopy) {
            bytes = decoded.code_point == utf8::kReplacement
                        ? std::string_view("\xEF\xBF\xBD")
                        : original.substr(begin, decoded.bytes);
        } else if (entry == kFoldSpace || entry == kFoldNewline) {
            if (gap == Gap::none) {
                gap_begin = begin;
            }
            gap = entry == kFoldNewline ? Gap::line : std::max(gap, Gap::space);
            continue;
        } else {
            bytes = kFoldSequences[entry & 0xFFFFFFU];
        }
        if (bytes.empty()) {
            continue;
        }
        if (gap != Gap::none) {
            if (gap == Gap::line && !at_start) {
                sink(std::string_view("\n"), gap_begin, begin);
            } else if (after_ascii && is_ascii(bytes.front())) {
                sink(std::string_view(" "), gap_begin, begin);
            }
            gap = Gap::none;
        }
        sink(bytes, begin, at);
        at_start = false;
        after_ascii = is_ascii(bytes.back());
    }
}

// Appends pieces of a few bytes without the cost of string::append for each.
class Appender {
public:
    Appender(std::string& out, std::size_t expected) : out_(out), used_(out.size()) {
        out_.resize(used_ + expected + kSlack);
    }

    ~Appender() { out_.resize(used_); }

    Appender(const Appender&) = delete;
    Appender& operator=(const Appender&) = delete;

    void operator()(std::string_view bytes, std::size_t, std::size_t) {
        if (used_ + bytes.size() > out_.size()) {
            out_.resize(out_.size() + out_.size() / 2 + bytes.size());
        }
        char* const end = out_.data() + used_;
        switch (bytes.size()) {
            case 1:
                end[0] = bytes[0];
                break;
            case 3:
                end[0] = bytes[0];
                end[1] = bytes[1];
                end[2] = bytes[2];
                break;
            default:
                std::memcpy(end, bytes.data(), bytes.size());
        }
        used_ += bytes.size();
    }

private:
    static constexpr std::size_t kSlack = 16;
    std::string& out_;
    std::size_t used_;
};

}  // namespace

void normalize(std::string_view original, std::string& out) {
    fold(original, Appender(out, original.size()));
}

std::string normalized(std::string_view original) {
    std::string out;
    normalize(original, out);
    return out;
}

std::string with_folded_han(std::string_view pattern) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const utf8::Decoded decoded = utf8::decode(pattern, at);
        const std::string_view bytes = pattern.substr(at, decoded.bytes);
        if (utf8::is_han(decoded.code_point)) {
            normalize(bytes, out);
        } else {
            out += bytes;
        }
        at += decoded.bytes;
    }
    return out;
}

ByteRange original_range(std::string_view original, ByteRange normalized_range) {
    ByteRange found{original.size(), original.size()};
    bool has_begin = false;
    std::size_t position = 0;
    fold(original, [&](std::string_view bytes, std::size_t begin, std::size_t end) {
        const std::size_t next = position + bytes.size();
        if (!has_begin && normalized_range.begin < next) {
            found.begin = begin;
            found.end = begin;
            has_begin = true;
        }
        if (has_begin && position < normalized_range.end) {
            found.end = end;
        }
        position = next;
    });
    return found;
}

}  // namespace suowen::text
