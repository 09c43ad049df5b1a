// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/rule_info.h"
#include "model/timestamp.h"
#include "rules/document.h"

namespace suowen::rules {

using Words = std::span<const std::string_view>;

// The one of `known` that `word` was probably meant to be; empty when none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, Words known);

// `did you mean "x"?` or, failing that, what can stand there.
[[nodiscard]] std::string suggestion(std::string_view word, Words known);

// Reads values of one pack and notes what is wrong with them, with place, source line and help.
// A reader that gives nothing has said why. `what` names a value in messages: `"within"`.
class FieldReader {
public:
    // Borrows all three.
    FieldReader(const std::string& name, std::string_view text, Diagnostics& problems)
        : name_(name), text_(text), problems_(problems) {}

    void error(const Node& at, std::string message, std::string help = {});

    // An error at a byte of what a scalar says.
    void error_inside(const Node& scalar,
                      std::size_t offset,
                      std::string message,
                      std::string help = {});

    // So many problems that nobody reads more; further ones are left out.
    [[nodiscard]] bool has_said_enough() const { return problems_.size() > kMostProblems; }

    [[nodiscard]] SourceLocation location(const Node& node) const;

    // The source line of a location of this pack.
    [[nodiscard]] std::string excerpt(const SourceLocation& place);

    [[nodiscard]] bool expect_map(const Node& node, std::string_view what);

    // Says which keys of a map are unknown, there twice or no words.
    void check_keys(const Node& map, Words known);

    // The value of `key`; says so when it is missing.
    [[nodiscard]] const Node* require(const Node& map,
                                      std::string_view key,
                                      std::string_view owner);

    [[nodiscard]] std::optional<std::string> text(const Node& node, std::string_view what);
    [[nodiscard]] std::optional<bool> boolean(const Node& node, std::string_view what);
    [[nodiscard]] std::optional<std::uint32_t> count(const Node& node,
                                                     std::string_view what,
                                                     std::uint32_t least,
                                                     std::uint32_t most);
    [[nodiscard]] std::optional<double> fraction(const Node& node, std::string_view what);
    [[nodiscard]] std::optional<Milliseconds> duration(const Node& node, std::string_view what);
    [[nodiscard]] std::optional<std::chrono::year_month_day> date(const Node& node,
                                                                  std::string_view what);
    [[nodiscard]] std::optional<Timestamp> timestamp(const Node& node, std::string_view what);

    // A map of zh and en. With `needs_both`, both must be there, else one.
    enum class Need : std::uint8_t { both, one };
    [[nodiscard]] std::optional<Bilingual> bilingual(const Node& node,
                                                     std::string_view what,
                                                     Need need);

    // Letters, digits, `_`, `-` and `.`, beginning with a letter.
    [[nodiscard]] std::optional<std::string> identifier(const Node& node, std::string_view what);

    // A list's items; a single scalar or map stands for a list of one.
    [[nodiscard]] std::vector<const Node*> one_or_more(const Node& node, std::string_view what);

    // A list's items; anything else is an error.
    [[nodiscard]] std::vector<const Node*> list(const Node& node, std::string_view what);

    // The index in `known` of a word: `unknown severity "hgih"`.
    [[nodiscard]] std::optional<std::size_t> word(const Node& node,
                                                  std::string_view what,
                                                  Words known);

    // The values of one word or a list of words, in order; Enum's values are indices into `known`.
    template <class Enum>
    std::vector<Enum> words(const Node& node, std::string_view what, Words known) {
        std::vector<Enum> found;
        for (const Node* item : one_or_more(node, what)) {
            if (const auto index = word(*item, what, known)) {
                found.push_back(static_cast<Enum>(*index));
            }
        }
        return found;
    }

private:
    static constexpr std::size_t kMostProblems = 500;

    void report(SourceLocation place, std::string message, std::string help);
    void wrong_type(const Node& node, std::string_view what, std::string_view expected);

    const std::string& name_;
    std::string_view text_;
    Diagnostics& problems_;
    std::optional<Lines> lines_;  // Made for the first problem; most packs have none.
};

}  // namespace suowen::rules
