// SPDX-License-Identifier: Apache-2.0
#include "base/descriptor_buffer.h"

#include <unistd.h>

#include <cerrno>

namespace suowen {

DescriptorBuffer::DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
    setp(block_.data(), block_.data() + block_.size());
}

DescriptorBuffer::~DescriptorBuffer() {
    static_cast<void>(drain());
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type c) {
    if (!drain()) {
        return traits_type::eof();
    }
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
        sputc(traits_type::to_char_type(c));
    }
    return traits_type::not_eof(c);
}

int DescriptorBuffer::sync() {
    return drain() ? 0 : -1;
}

bool DescriptorBuffer::drain() {
    const char* at = pbase();
    while (error_ == 0 && at < pptr()) {
        const ssize_t written = ::write(descriptor_, at, static_cast<std::size_t>(pptr() - at));
        if (written > 0) {
            at += written;
        } else if (written == 0 || errno != EINTR) {
            error_ = written == 0 ? EIO : errno;
        }
    }
    setp(block_.data(), block_.data() + block_.size());
    return error_ == 0;
}

}  // namespace suowen
