// SPDX-License-Identifier: Apache-2.0
#include "input/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace suowen::input {
namespace {

constexpr Bytef kFirstOfMember = 0x1F;
constexpr std::size_t kBlockBytes = 64 * 1024;

// By zlib itself, as libarchive does not compare checksums.
class GzipSource final : public ByteSource {
public:
    explicit GzipSource(std::unique_ptr<ByteSource> packed) : packed_(std::move(packed)) {
        constexpr int kExpectGzip = 16;
        if (::inflateInit2(&stream_, MAX_WBITS + kExpectGzip) != Z_OK) {
            failure_ = "gzip: out of memory";
        }
    }

    ~GzipSource() override { ::inflateEnd(&stream_); }

    std::size_t read(char* into, std::size_t capacity) override {
        const auto room = static_cast<uInt>(std::min(capacity, block_.size()));
        stream_.next_out = reinterpret_cast<Bytef*>(into);
        stream_.avail_out = room;
        while (stream_.avail_out == room && failure_.empty() && has_more()) {
            inflate_some();
        }
        return room - stream_.avail_out;
    }

    const std::string& failure() const override { return failure_; }

private:
    // Whether a member goes on or another one follows; what else follows is padding.
    bool has_more() {
        if (stream_.avail_in == 0) {
            const std::size_t count =
                packed_->read(reinterpret_cast<char*>(block_.data()), block_.size());
            stream_.next_in = block_.data();
            stream_.avail_in = static_cast<uInt>(count);
        }
        if (stream_.avail_in == 0) {
            failure_ = packed_->failure().empty() && is_in_member_ ? "gzip: unexpected end"
                                                                   : packed_->failure();
            return false;
        }
        return is_in_member_ || *stream_.next_in == kFirstOfMember;
    }

    void inflate_some() {
        const int result = ::inflate(&stream_, Z_NO_FLUSH);
        is_in_member_ = result != Z_STREAM_END;
        if (!is_in_member_) {
            ::inflateReset(&stream_);
        } else if (result != Z_OK) {
            failure_ = std::string("gzip: ") + (stream_.msg == nullptr ? "damaged" : stream_.msg);
        }
    }

    std::unique_ptr<ByteSource> packed_;
    std::array<Bytef, kBlockBytes> block_{};
    ::z_stream stream_{};
    bool is_in_member_ = true;
    std::string failure_;
};

}  // namespace

std::unique_ptr<ByteSource> open_gzip(std::unique_ptr<ByteSource> packed) {
    return std::make_unique<GzipSource>(std::move(packed));
}

}  // namespace suowen::input
