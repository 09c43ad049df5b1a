// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <streambuf>

namespace suowen {

// Writes to a file descriptor, which stays open, and remembers why that failed: errno is long
// overwritten when a stream is asked at the end. Not thread-safe.
class DescriptorBuffer final : public std::streambuf {
public:
    explicit DescriptorBuffer(int descriptor);
    DescriptorBuffer(const DescriptorBuffer&) = delete;
    DescriptorBuffer& operator=(const DescriptorBuffer&) = delete;
    ~DescriptorBuffer() override;

    // The errno of the first write that failed; 0 when none did. Nothing is written after that.
    [[nodiscard]] int error() const { return error_; }

protected:
    int_type overflow(int_type c) override;
    int sync() override;

private:
    [[nodiscard]] bool drain();

    int descriptor_;
    int error_ = 0;
    std::array<char, 1 << 16> block_{};
};

}  // namespace suowen
