// SPDX-License-Identifier: Apache-2.0
#include "input/line_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "input/place.h"

namespace suowen::input {
namespace {
// A file in the wrong encoding is damaged in every line; nobody reads thousands of messages.
constexpr std::uint64_t kMostDamagedLines = 20;
}  // namespace

LineReader::LineReader(std::unique_ptr<ByteSource> source,
                       std::string path,
                       std::string_view encoding)
    : decoder_(std::move(source), encoding), path_(std::move(path)) {}

bool LineReader::fill() {
    const std::size_t before = buffer_.size();
    if (!decoder_.append_to(buffer_)) {
        return false;
    }
    if (!std::exchange(is_started_, true) && buffer_.size() > 0) {
        const std::string_view text = buffer_.text();
        // The last one may be half of a CR LF.
        const bool has_cr = text.substr(0, text.size() - 1).find('\r') != std::string_view::npos;
        ends_lines_with_cr_ = has_cr && text.find('\n') == std::string_view::npos;
    }
    if (ends_lines_with_cr_) {
        buffer_.replace(before, '\r', '\n');
    }
    return true;
}

std::string_view LineReader::head() {
    while (buffer_.size() < kHeadBytes && fill()) {
    }
    return buffer_.text().substr(0, kHeadBytes);
}

std::optional<Line> LineReader::next() {
    drop_taken();
    std::size_t searched = 0;
    for (;;) {
        const std::string_view text = buffer_.text();
        const void* const found =
            text.size() > searched
                ? std::memchr(text.data() + searched, '\n', text.size() - searched)
                : nullptr;
        const std::size_t size =
            found == nullptr
                ? text.size()
                : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        if (size > kLongestLineBytes) {
            skip_long_line();
            searched = 0;
            continue;
        }
        if (found != nullptr) {
            return take(size, size + 1);
        }
        searched = text.size();
        if (!fill()) {
            return searched == 0 ? std::nullopt : std::optional(take(searched, searched));
        }
    }
}

std::optional<Line> LineReader::chunk() {
    drop_taken();
    if (buffer_.size() == 0 && !fill()) {
        return std::nullopt;
    }
    Line chunk{buffer_.text(), next_number_, next_offset_};
    if (!decoder_.damage().empty()) {
        note_damage(chunk);
    }
    taken_ = chunk.text.size();
    next_offset_ += chunk.text.size();
    next_number_ +=
        static_cast<std::uint64_t>(std::count(chunk.text.begin(), chunk.text.end(), '\n'));
    return chunk;
}

Diagnostics LineReader::take_diagnostics() {
    return std::exchange(diagnostics_, {});
}

void LineReader::drop_taken() {
    constexpr std::size_t kLargeBytes = std::size_t{1} << 20U;
    const std::size_t size = std::exchange(taken_, 0);
    buffer_.drop_front(size);
    if (size > kLargeBytes) {
        buffer_.shrink();
    }
}

Line LineReader::take(std::size_t size, std::size_t with_break) {
    Line line{buffer_.text().substr(0, size), next_number_, next_offset_};
    if (!decoder_.damage().empty()) {
        note_damage(line);
    }
    taken_ = with_break;
    ++next_number_;
    next_offset_ += with_break;
    if (line.text.ends_with('\r')) {
        line.text.remove_suffix(1);
    }
    constexpr std::string_view kMark = "\uFEFF";
    if (line.text.starts_with(kMark)) {
        line.text.remove_prefix(kMark.size());
        line.offset_bytes += kMark.size();
    }
    return line;
}

void LineReader::finish() {
    if (std::exchange(is_finished_, true)) {
        return;
    }
    if (damaged_lines_ > kMostDamagedLines) {
        add_error({path_, 0, 0, 0},
                  fmt::format("and {} more damaged lines", damaged_lines_ - kMostDamagedLines));
    }
    if (is_cut_off()) {
        add_error({path_, next_number_, 0, next_offset_},
                  fmt::format("the text is damaged or ends early: {}", decoder_.failure()));
        if (decoder_.failure().find("assphrase") != std::string::npos) {
            diagnostics_.back().help = "--password-file FILE gives the password of the archive";
        }
    }
}

void LineReader::skip_long_line() {
    add_error({path_, next_number_, 0, next_offset_}, "line is longer than 64 MiB, skipped");
    ++skipped_lines_;
    for (bool at_break = false; !at_break;) {
        const std::size_t found = buffer_.text().find('\n');
        at_break = found != std::string_view::npos;
        const std::size_t size = at_break ? found + 1 : buffer_.size();
        buffer_.drop_front(size);
        next_offset_ += size;
        buffer_.shrink();
        if (!at_break && !fill()) {
            break;
        }
    }
    decoder_.damage().clear();
    ++next_number_;
}

// `line` may be many, where a chunk was taken at once.
void LineReader::note_damage(const Line& line) {
    std::deque<std::uint64_t>& damage = decoder_.damage();
    const std::uint64_t end = line.offset_bytes + line.text.size();
    std::uint64_t number = line.number;
    std::size_t line_start = 0;
    std::uint64_t last_damaged = 0;
    for (; !damage.empty() && damage.front() < end; damage.pop_front()) {
        const auto at = static_cast<std::size_t>(damage.front() - line.offset_bytes);
        for (std::size_t found = line.text.find('\n', line_start); found < at;
             found = line.text.find('\n', line_start)) {
            line_start = found + 1;
            ++number;
        }
        if (std::exchange(last_damaged, number) == number) {
            continue;
        }
        if (++damaged_lines_ <= kMostDamagedLines) {
            add_error(
                {path_,
                 number,
                 column_at(line.text.substr(line_start), at - line_start),
                 line.offset_bytes + line_start},
                fmt::format("bytes that are not {}, replaced by U+FFFD", decoder_.encoding()));
            if (damaged_lines_ == 1) {
                diagnostics_.back().help =
                    "--encoding NAME says what else they are, for example windows-1252";
            }
        }
    }
}

void LineReader::add_error(SourceLocation location, std::string message) {
    diagnostics_.push_back(
        diagnostic_at(DiagnosticLevel::error, std::move(location), std::move(message)));
}

}  // namespace suowen::input
