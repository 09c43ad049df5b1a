// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "input/byte_source.h"

namespace suowen::input {

// What is packed in `packed`, all members one after another; what follows them is ignored, as gzip
// does. A wrong checksum is a failure.
[[nodiscard]] std::unique_ptr<ByteSource> open_gzip(std::unique_ptr<ByteSource> packed);

}  // namespace suowen::input
