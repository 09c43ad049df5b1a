// SPDX-License-Identifier: Apache-2.0
#include "analysis/wording.h"

#include "analysis/runs.h"
#include "base/utf8.h"

namespace suowen::analysis {

Wording wording_of(std::string_view normalized) {
    constexpr float kLatinWord = 1.5F;  // In Chinese characters.
    Wording wording;
    each_run(normalized, [&](RunKind kind, std::string_view run) {
        if (kind == RunKind::word) {
            wording.length += kLatinWord;
        } else if (kind == RunKind::number) {
            wording.length += 1;
            ++wording.numbers;
        } else if (utf8::is_han(utf8::decode(run, 0).code_point)) {
            wording.length += 1;
        }
    });
    return wording;
}

}  // namespace suowen::analysis
