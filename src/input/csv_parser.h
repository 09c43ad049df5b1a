// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace suowen::input {

// What becomes of quotes in the wrong place: `a "b" c` in a cell without quotes around it.
enum class Quotes { lenient, strict };

// Puts rows together from lines: a quoted cell may hold line breaks. Not thread-safe.
class CsvParser {
public:
    CsvParser(char delimiter, Quotes quotes);
    ~CsvParser();

    // Takes one line without its break; true if a row ends with it.
    [[nodiscard]] bool add_line(std::string_view line);

    // The cells of the row that ended, none if it cannot be read; valid until the next add_line().
    [[nodiscard]] std::vector<std::string_view> cells() const;

    // Forgets the row that has begun.
    void reset();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace suowen::input
