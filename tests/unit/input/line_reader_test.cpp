// SPDX-License-Identifier: Apache-2.0
#include "input/line_reader.h"

#include <algorithm>
#include <sstream>

#include "catch.h"

namespace suowen::input {
namespace {

// Gives `bytes` and then fails.
class FailingSource final : public ByteSource {
public:
    explicit FailingSource(std::string bytes) : bytes_(std::move(bytes)) {}

    std::size_t read(char* into, std::size_t capacity) override {
        const std::size_t count = bytes_.copy(into, capacity);
        bytes_.erase(0, count);
        failure_ = count == 0 ? "the disk is on fire" : "";
        return count;
    }

    const std::string& failure() const override { return failure_; }

private:
    std::string bytes_;
    std::string failure_;
};

LineReader reader_of(std::istringstream& stream) {
    return LineReader(open_stream(stream), "log", "auto");
}

// The lines with their numbers and offsets.
std::string seen_in(const std::string& text) {
    std::istringstream stream(text);
    LineReader lines = reader_of(stream);
    std::string seen;
    while (const std::optional<Line> line = lines.next()) {
        seen += std::string(line->text) + "@" + std::to_string(line->number) + "+" +
                std::to_string(line->offset_bytes) + " ";
    }
    return seen;
}

TEST_CASE("lines come with number and offset, whatever ends them") {
    std::istringstream stream("a\r\n\n客户\nlast");
    CHECK(reader_of(stream).head() == "a\r\n\n客户\nlast");
    CHECK(seen_in("a\r\n\n客户\nlast") == "a@1+0 @2+3 客户@3+4 last@4+11 ");
}

TEST_CASE("a file of lines that end with CR alone has lines") {
    CHECK(seen_in("a\r客户\r\rlast\r") == "a@1+0 客户@2+2 @3+9 last@4+10 ");
    CHECK(seen_in("a\rb\n") == "a\rb@1+0 ");
    CHECK(seen_in("a\r") == "a@1+0 ");
    const std::string long_line(70'000, 'x');
    CHECK((seen_in(long_line + "\r\nb") == long_line + "@1+0 b@2+70002 "));
}

TEST_CASE("byte order marks of files that were put together are no text") {
    CHECK(seen_in("\uFEFF\uFEFFa\n\uFEFFb\nc\uFEFF\n") == "a@1+0 b@2+5 c\uFEFF@3+7 ");
}

TEST_CASE("lines longer than any read are whole") {
    const std::string text(3'000'000, 'x');
    std::istringstream stream(text + "\nshort\n" + text);
    LineReader lines = reader_of(stream);
    CHECK((lines.next()->text == text));
    CHECK(lines.next()->text == "short");
    CHECK((lines.next()->text == text));
}

TEST_CASE("a line that is too long is left out and told") {
    std::istringstream stream("a\n" + std::string(LineReader::kLongestLineBytes + 5, 'x') +
                              "\nb\n");
    LineReader lines = reader_of(stream);
    CHECK(lines.next()->text == "a");
    const std::optional<Line> after = lines.next();
    CHECK((after->text == "b"));
    CHECK(after->number == 3);
    CHECK(after->offset_bytes == 2 + LineReader::kLongestLineBytes + 6);
    const Diagnostics diagnostics = lines.take_diagnostics();
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].location.line == 2);
    CHECK(lines.skipped_lines() == 1);
}

TEST_CASE("damage is told once a line, and no more than twenty times") {
    std::string text = "fine 客户\n";
    for (int i = 0; i < 30; ++i) {
        text += "客户\xFF\xFF\n";
    }
    for (const bool in_chunks : {false, true}) {
        std::istringstream stream(text);
        LineReader lines = reader_of(stream);
        while (in_chunks ? lines.chunk() : lines.next()) {
        }
        lines.finish();
        const Diagnostics diagnostics = lines.take_diagnostics();
        REQUIRE(diagnostics.size() == 21);
        CHECK(diagnostics[0].location.line == 2);
        CHECK(diagnostics[0].location.column == 3);
        CHECK(diagnostics[19].location.line == 21);
        CHECK(diagnostics[20].message == "and 10 more damaged lines");
    }
}

TEST_CASE("a source that fails ends the text and is told") {
    LineReader lines(std::make_unique<FailingSource>("a\nb"), "log", "auto");
    CHECK(lines.next()->text == "a");
    CHECK(lines.next()->text == "b");
    CHECK_FALSE(lines.next());
    CHECK(lines.is_cut_off());
    lines.finish();
    const Diagnostics diagnostics = lines.take_diagnostics();
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].message == "the text is damaged or ends early: the disk is on fire");
}

}  // namespace
}  // namespace suowen::input
