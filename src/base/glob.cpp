// SPDX-License-Identifier: Apache-2.0
#include "base/glob.h"

#include <fnmatch.h>

namespace suowen {

bool matches_glob(std::string_view text, const std::string& glob) {
    return fnmatch(glob.c_str(), std::string(text).c_str(), 0) == 0;
}

}  // namespace suowen
