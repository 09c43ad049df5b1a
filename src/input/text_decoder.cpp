// SPDX-License-Identifier: Apache-2.0
#include "input/text_decoder.h"

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "base/utf8.h"
#include "input/encoding_guess.h"

namespace suowen::input {
namespace {

constexpr std::size_t kFirstReadBytes = 64 * 1024;
constexpr std::size_t kReadBytes = 512 * 1024;
// Less than this behind the first byte beyond ASCII tells too little about the encoding.
constexpr std::size_t kLookBytes = 16 * 1024;

std::size_t ascii_prefix(std::string_view bytes) {
    std::size_t at = 0;
    std::uint64_t word = 0;
    for (; at + sizeof word <= bytes.size(); at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if ((word & 0x8080808080808080U) != 0) {
            break;
        }
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) {
        ++at;
    }
    return at;
}

// Bytes at the end that are the beginning of a character; the next part has the rest.
std::size_t cut_character(std::string_view bytes) {
    constexpr std::size_t kLongestTail = 3;
    for (std::size_t back = 1; back <= std::min(kLongestTail, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (byte < 0x80) {
            return 0;
        }
        if (byte >= 0xC0) {
            const std::size_t length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
            return back < length ? back : 0;
        }
    }
    return 0;
}

struct ConverterCloser {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

using Converter = std::unique_ptr<UConverter, ConverterCloser>;

// Where the converter replaced what it could not read, as positions in the buffer being filled.
struct Replacements {
    const UChar* buffer = nullptr;
    std::vector<std::ptrdiff_t> positions;
};

void replace_damage(const void* context,
                    UConverterToUnicodeArgs* args,
                    const char*,
                    int32_t,
                    UConverterCallbackReason reason,
                    UErrorCode* error) {
    if (reason > UCNV_IRREGULAR) {
        return;
    }
    auto& found = *static_cast<Replacements*>(const_cast<void*>(context));
    found.positions.push_back(args->target - found.buffer);
    constexpr UChar kReplacement = 0xFFFD;
    *error = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, &kReplacement, 1, 0, error);
}

Converter open_converter(const char* name) {
    UErrorCode error = U_ZERO_ERROR;
    Converter converter(ucnv_open(name, &error));
    return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

const char* icu_name(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf16le:
            return "UTF-16LE";
        case Encoding::utf16be:
            return "UTF-16BE";
        case Encoding::gb18030:
            return "gb18030";
        default:
            return "UTF-8";
    }
}

}  // namespace

char* TextBuffer::reserve(std::size_t count) {
    if (end_ + count > capacity_) {
        const std::size_t needed = size() + count;
        move_to(needed <= capacity_ ? capacity_ : std::max(needed, 2 * size()));
    }
    return bytes_.get() + end_;
}

void TextBuffer::append(std::string_view bytes) {
    std::memcpy(reserve(bytes.size()), bytes.data(), bytes.size());
    grow(bytes.size());
}

void TextBuffer::replace(std::size_t start, char what, char with) {
    std::replace(bytes_.get() + begin_ + start, bytes_.get() + end_, what, with);
}

void TextBuffer::clear_padding() {
    std::memset(bytes_.get() + end_, 0, kPadding);
}

void TextBuffer::shrink() {
    constexpr std::size_t kLargeBytes = 8 * 1024 * 1024;
    if (capacity_ > kLargeBytes && size() < kLargeBytes / 8) {
        move_to(kLargeBytes / 8);
    }
}

void TextBuffer::move_to(std::size_t capacity) {
    const std::size_t kept = size();
    if (capacity == capacity_) {
        std::memmove(bytes_.get(), bytes_.get() + begin_, kept);
    } else {
        auto larger = std::make_unique_for_overwrite<char[]>(capacity + kPadding);
        if (kept > 0) {
            std::memcpy(larger.get(), bytes_.get() + begin_, kept);
        }
        std::memset(larger.get() + capacity, 0, kPadding);
        bytes_ = std::move(larger);
        capacity_ = capacity;
    }
    begin_ = 0;
    end_ = kept;
}

// Three ways lead from bytes to text: ASCII as long as nothing else comes, UTF-8, which is only
// validated in place, and everything else through ICU.
struct TextDecoder::State {
    enum class Mode { start, ascii, utf8, converter };

    std::unique_ptr<ByteSource> source;
    std::string explicit_encoding;  // Empty: found by content.
    Mode mode = Mode::start;
    std::string name = "US-ASCII";
    bool is_binary = false;
    bool at_end = false;
    Converter converter;
    Replacements replacements;
    std::string carried;  // UTF-8: a character cut by the end of the last part.
    std::string raw;      // Converter: bytes to be converted.
    std::vector<UChar> utf16;
    std::uint64_t bytes_read = 0;
    std::uint64_t text_bytes = 0;  // Decoded so far.
    std::deque<std::uint64_t> damage;

    void append_raw(TextBuffer& buffer, std::size_t count) {
        char* const place = buffer.reserve(count);
        const std::size_t size = read_fully(*source, place, count);
        at_end = size < count;
        bytes_read += size;
        buffer.grow(size);
    }

    // Reads the first bytes and settles what can be told from them.
    void start(TextBuffer& buffer) {
        append_raw(buffer, kFirstReadBytes);
        EncodingGuess guess = guess_from_start(buffer.text());
        if (!explicit_encoding.empty()) {
            open_explicit(buffer, guess);
            return;
        }
        is_binary = guess.encoding == Encoding::binary;
        buffer.drop_front(guess.mark_bytes);
        mode = Mode::ascii;
        if (guess.encoding == Encoding::utf8) {
            mode = Mode::utf8;
            name = "UTF-8";
        } else if (guess.encoding == Encoding::utf16le || guess.encoding == Encoding::utf16be) {
            use_converter(icu_name(guess.encoding));
        }
    }

    void open_explicit(TextBuffer& buffer, const EncodingGuess& guess) {
        // ICU's plain "UTF-16" reads the mark itself; any other converter would make it text.
        use_converter(explicit_encoding.c_str());
        const bool fits_mark = (name == "UTF-8" && guess.encoding == Encoding::utf8) ||
                               (name == "UTF-16LE" && guess.encoding == Encoding::utf16le) ||
                               (name == "UTF-16BE" && guess.encoding == Encoding::utf16be);
        if (fits_mark) {
            buffer.drop_front(guess.mark_bytes);
        }
        if (name == "UTF-8") {
            mode = Mode::utf8;
            converter.reset();
        }
    }

    void use_converter(const char* icu) {
        converter = open_converter(icu);
        if (!converter) {
            converter = open_converter("UTF-8");
        }
        UErrorCode error = U_ZERO_ERROR;
        const char* const standard =
            ucnv_getStandardName(ucnv_getName(converter.get(), &error), "IANA", &error);
        name = U_SUCCESS(error) && standard != nullptr ? standard : icu;
        error = U_ZERO_ERROR;
        ucnv_setToUCallBack(
            converter.get(), replace_damage, &replacements, nullptr, nullptr, &error);
        mode = Mode::converter;
    }

    // The last `fresh` bytes of the buffer were just read and are still raw.
    void decode_ascii(TextBuffer& buffer, std::size_t fresh) {
        std::string_view bytes = buffer.text().substr(buffer.size() - fresh);
        const std::size_t plain = ascii_prefix(bytes);
        if (plain == fresh) {
            text_bytes += fresh;
            return;
        }
        if (fresh - plain < kLookBytes && !at_end) {
            const std::size_t before = buffer.size();
            append_raw(buffer, kReadBytes);
            fresh += buffer.size() - before;
            bytes = buffer.text().substr(buffer.size() - fresh);
        }
        const Encoding encoding =
            guess_beyond_ascii(bytes.substr(plain, std::max(kFirstReadBytes, kLookBytes)));
        is_binary = is_binary || (encoding == Encoding::binary && text_bytes == 0);
        if (encoding != Encoding::gb18030) {
            mode = Mode::utf8;
            name = "UTF-8";
            decode_utf8(buffer, fresh);
            return;
        }
        use_converter("gb18030");
        text_bytes += plain;
        decode_by_converter(buffer, fresh - plain);
    }

    void decode_utf8(TextBuffer& buffer, std::size_t fresh) {
        std::string_view bytes = buffer.text().substr(buffer.size() - fresh);
        if (!at_end) {
            const std::size_t cut = cut_character(bytes);
            carried = bytes.substr(bytes.size() - cut);
            buffer.drop_back(cut);
            bytes.remove_suffix(cut);
        }
        if (simdjson::validate_utf8(bytes.data(), bytes.size())) {
            text_bytes += bytes.size();
            return;
        }
        const std::string damaged(bytes);
        buffer.drop_back(bytes.size());
        append_repaired(buffer, damaged);
    }

    void append_repaired(TextBuffer& buffer, std::string_view bytes) {
        std::string repaired;
        repaired.reserve(bytes.size() + bytes.size() / 4);
        for (std::size_t at = 0; at < bytes.size();) {
            const utf8::Decoded decoded = utf8::decode(bytes, at);
            if (decoded.bytes == 1 && decoded.code_point == utf8::kReplacement) {
                damage.push_back(text_bytes + repaired.size());
                utf8::append(repaired, utf8::kReplacement);
            } else {
                repaired.append(bytes.substr(at, decoded.bytes));
            }
            at += decoded.bytes;
        }
        text_bytes += repaired.size();
        buffer.append(repaired);
    }

    void decode_by_converter(TextBuffer& buffer, std::size_t fresh) {
        raw.assign(buffer.text().substr(buffer.size() - fresh));
        buffer.drop_back(fresh);
        // No encoding makes more than two units of one byte.
        utf16.resize(2 * raw.size() + 64);
        const char* next = raw.data();
        UChar* target = utf16.data();
        replacements = {utf16.data(), {}};
        UErrorCode error = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(),
                       &target,
                       utf16.data() + utf16.size(),
                       &next,
                       raw.data() + raw.size(),
                       nullptr,
                       at_end ? 1 : 0,
                       &error);
        append_utf16(buffer, target - utf16.data());
    }

    void append_utf16(TextBuffer& buffer, std::ptrdiff_t units) {
        std::string text;
        text.reserve(static_cast<std::size_t>(units) * 3);
        auto replaced = replacements.positions.begin();
        for (std::ptrdiff_t at = 0; at < units;) {
            if (replaced != replacements.positions.end() && *replaced == at) {
                damage.push_back(text_bytes + text.size());
                ++replaced;
            }
            UChar32 c = 0;
            U16_NEXT(utf16.data(), at, units, c);
            utf8::append(text, U_IS_SURROGATE(c) ? utf8::kReplacement : static_cast<char32_t>(c));
        }
        text_bytes += text.size();
        buffer.append(text);
    }

    void append_part(TextBuffer& buffer) {
        const std::size_t before = buffer.size();
        if (mode == Mode::start) {
            start(buffer);
        } else {
            buffer.append(carried);
            carried.clear();
            append_raw(buffer, kReadBytes);
        }
        // A byte order mark at the start has shortened the buffer.
        const std::size_t fresh = buffer.size() - std::min(before, buffer.size());
        switch (mode) {
            case Mode::start:
            case Mode::ascii:
                return decode_ascii(buffer, fresh);
            case Mode::utf8:
                return decode_utf8(buffer, fresh);
            case Mode::converter:
                return decode_by_converter(buffer, fresh);
        }
    }
};

TextDecoder::TextDecoder(std::unique_ptr<ByteSource> source, std::string_view encoding)
    : state_(std::make_unique<State>()) {
    state_->source = std::move(source);
    state_->explicit_encoding = encoding == "auto" ? std::string_view() : encoding;
}

TextDecoder::~TextDecoder() = default;
TextDecoder::TextDecoder(TextDecoder&&) noexcept = default;

bool TextDecoder::append_to(TextBuffer& buffer) {
    if (state_->at_end) {
        return false;
    }
    state_->append_part(buffer);
    buffer.clear_padding();
    return true;
}

std::deque<std::uint64_t>& TextDecoder::damage() {
    return state_->damage;
}

bool TextDecoder::is_binary() const {
    return state_->is_binary;
}

std::string_view TextDecoder::encoding() const {
    return state_->name;
}

std::uint64_t TextDecoder::bytes_read() const {
    return state_->bytes_read;
}

const std::string& TextDecoder::failure() const {
    return state_->source->failure();
}

std::string text_in_utf8(std::string_view bytes) {
    class ViewSource final : public ByteSource {
    public:
        explicit ViewSource(std::string_view left) : left_(left) {}

        std::size_t read(char* into, std::size_t capacity) override {
            const std::size_t count = left_.copy(into, capacity);
            left_.remove_prefix(count);
            return count;
        }

        const std::string& failure() const override { return none_; }

    private:
        std::string_view left_;
        std::string none_;
    };

    TextDecoder decoder(std::make_unique<ViewSource>(bytes), "auto");
    TextBuffer buffer;
    while (decoder.append_to(buffer)) {
    }
    return std::string(buffer.text());
}

bool is_known_encoding(const std::string& name) {
    return name == "auto" || open_converter(name.c_str()) != nullptr;
}

}  // namespace suowen::input
