// SPDX-License-Identifier: Apache-2.0
#include "analysis/lexicon.h"

#include <map>
#include <set>
#include <string>

#include "base/each_part.h"
#include "catch.h"
#include "text/normalizer.h"

namespace suowen::analysis {
namespace {

void check_words(std::string_view words) {
    std::set<std::string> seen;
    CHECK(words.find("||") == std::string_view::npos);
    each_part(words, '|', [&](std::string_view word) {
        CAPTURE(word);
        CHECK(text::normalized(word) == word);
        CHECK(seen.emplace(word).second);
    });
    CHECK(seen.size() > 1);
}

TEST_CASE("concepts are lists of normalized words") {
    for (const std::string_view words : concepts()) {
        check_words(words);
    }
}

TEST_CASE("each field of talk has a name and words, and few words are in many") {
    std::set<std::string> names;
    std::map<std::string, int> uses;
    each_part(fields(), '\n', [&](std::string_view line) {
        if (line.starts_with('#')) {
            return;
        }
        const std::size_t colon = line.find(": ");
        CAPTURE(line);
        REQUIRE(colon != std::string_view::npos);
        CHECK(names.emplace(line.substr(0, colon)).second);
        const std::string_view words = line.substr(colon + 2);
        check_words(words);
        each_part(words, '|', [&](std::string_view word) { ++uses[std::string(word)]; });
    });
    CHECK(names.size() > 300);
    for (const auto& [word, count] : uses) {
        CAPTURE(word);
        CHECK(count <= 4);
    }
}

}  // namespace
}  // namespace suowen::analysis
