// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace suowen::rules {

// rules.yaml as embed_rules wrote it into the binary.
extern const std::string_view kEmbeddedText;      // Verbatim.
extern const std::string_view kEmbeddedDocument;  // Packed, without the tests.
extern const std::string_view kEmbeddedPatterns;  // Packed PreparedPatterns.
extern const std::string_view kEmbeddedSha256;    // Of the text.

}  // namespace suowen::rules
