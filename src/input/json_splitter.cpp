// SPDX-License-Identifier: Apache-2.0
#include "input/json_splitter.h"

#include <algorithm>
#include <utility>

#include "input/blank.h"
#include "input/place.h"

namespace suowen::input {
namespace {

std::vector<std::string> steps_of(std::string_view path) {
    std::vector<std::string> steps;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        steps.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return steps;
}

// Where the plain text of a string ends.
std::size_t end_of_run(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] != '"' && text[at] != '\\' && text[at] != '\n') {
        ++at;
    }
    return at;
}

bool ends_scalar(char c) {
    return c == ',' || c == ']' || c == '}' || is_blank(c);
}

}  // namespace

JsonSplitter::JsonSplitter(LineReader& lines, const std::vector<std::string_view>& paths)
    : lines_(lines) {
    for (const std::string_view path : paths) {
        paths_.push_back(steps_of(path));
        longest_path_ = std::max(longest_path_, paths_.back().size());
    }
}

std::optional<JsonPiece> JsonSplitter::next() {
    if (std::exchange(is_complete_, false)) {
        piece_.reset();
        buffer_.drop_front(buffer_.size());
    }
    while (!damage_) {
        if (chunk_.empty()) {
            const std::optional<Line> chunk = lines_.chunk();
            if (!chunk) {
                break;
            }
            chunk_ = chunk->text;
        }
        while (!chunk_.empty() && !damage_) {
            if (!open_.empty()) {
                copy_container();
                if (is_complete_) {
                    buffer_.clear_padding();
                    piece_->text = buffer_.text();
                    return piece_;
                }
                continue;
            }
            const char c = chunk_.front();
            // Inside of a string nearly every byte is just text.
            if (is_in_string_ && !is_key_ && !is_escaped_ && c != '"' && c != '\\' && c != '\n') {
                const std::size_t run = end_of_run(chunk_, 0);
                if (piece_) {
                    buffer_.append(chunk_.substr(0, run));
                }
                chunk_.remove_prefix(run);
                offset_ += run;
                continue;
            }
            take(c);
            if (is_complete_) {
                buffer_.clear_padding();
                piece_->text = buffer_.text();
                return piece_;
            }
        }
    }
    if (!damage_ && (!levels_.empty() || !open_.empty() || is_in_string_)) {
        fail("the document is cut off");
    }
    return std::nullopt;
}

void JsonSplitter::take(char c) {
    const bool ends_number = is_in_scalar_ && ends_scalar(c);
    if (ends_number) {
        is_in_scalar_ = false;
        if (piece_) {
            is_complete_ = true;
            return;  // The byte is looked at again.
        }
    }
    if (!is_in_string_ && !is_in_scalar_) {
        begin_value(c);
    } else if (is_in_string_) {
        take_in_string(c);
    }
    if (piece_ && !damage_) {
        buffer_.append(std::string_view(&c, 1));
        if (buffer_.size() > kLargestPiece) {
            fail("a record is larger than 64 MiB");
        }
    }
    chunk_.remove_prefix(1);
    ++offset_;
    if (c == '\n') {
        ++line_;
        line_offset_ = offset_;
    }
    is_line_blank_ = c == '\n' || (is_line_blank_ && is_blank(c));
    // A piece ends with the byte that closes it.
    if (piece_ && !damage_ && open_.empty() && !is_in_string_ && !is_in_scalar_) {
        is_complete_ = true;
    }
}

// Copies the container that is a piece, up to its end or that of the chunk. Inside of it only
// quotes and brackets matter.
void JsonSplitter::copy_container() {
    std::size_t at = 0;
    while (at < chunk_.size() && !open_.empty() && !damage_) {
        const char c = chunk_[at];
        if (is_in_string_) {
            if (is_escaped_) {
                is_escaped_ = false;
            } else if (c == '"') {
                is_in_string_ = false;
            } else if (c == '\\') {
                is_escaped_ = true;
            } else if (c == '\n') {
                fail("a string is not closed");
            } else {
                at = end_of_run(chunk_, at);
                continue;
            }
        } else if (c == '"') {
            is_in_string_ = true;
        } else if (c == '{' || c == '[') {
            open_.push_back(c == '[' ? ']' : '}');
            if (open_.size() > kDeepest) {
                fail("brackets are nested too deeply");
            }
        } else if (c == '}' || c == ']') {
            if (open_.back() != c) {
                fail("a bracket closes what was not opened");
            }
            open_.pop_back();
        }
        ++at;
    }
    const std::string_view copied = chunk_.substr(0, at);
    buffer_.append(copied);
    line_ += static_cast<std::uint64_t>(std::count(copied.begin(), copied.end(), '\n'));
    offset_ += at;
    chunk_.remove_prefix(at);
    if (buffer_.size() > kLargestPiece) {
        fail("a record is larger than 64 MiB");
    }
    is_complete_ = open_.empty() && !damage_;
}

void JsonSplitter::take_in_string(char c) {
    if (is_escaped_) {
        is_escaped_ = false;
    } else if (c == '\\') {
        is_escaped_ = true;
    } else if (c == '"') {
        is_in_string_ = false;
        if (is_key_) {
            levels_.back().key = key_;
            is_key_ = false;
        }
        return;
    } else if (c == '\n') {
        return fail("a string is not closed");
    }
    if (is_key_) {
        key_ += c;
    }
}

void JsonSplitter::begin_value(char c) {
    if (is_blank(c)) {
        return;
    }
    if (c == ',') {
        if (levels_.empty()) {
            return fail("a comma outside of any value");
        }
        levels_.back().index += levels_.back().is_list ? 1 : 0;
        expects_key_ = !levels_.back().is_list;
        return;
    }
    if (c == ':') {
        if (levels_.empty() || levels_.back().is_list) {
            return fail("a colon where none belongs");
        }
        return;
    }
    if (c == ']' || c == '}') {
        return close(c == ']');
    }
    if (c == '"' && expects_key_) {
        expects_key_ = false;
        is_in_string_ = true;
        is_key_ = true;
        key_.clear();
        return;
    }
    if (levels_.empty() && std::exchange(has_root_, true)) {
        return fail("more than one document");
    }
    if (!piece_) {
        if (const std::optional<std::size_t> path = find_path()) {
            const auto column = static_cast<std::uint32_t>(offset_ - line_offset_ + 1);
            piece_ = JsonPiece{*path, {}, line_, is_line_blank_ ? column : 0, offset_, {}};
            for (const Level& level : levels_) {
                if (level.is_list) {
                    piece_->indices.push_back(level.index);
                }
            }
        }
    }
    if (c == '"') {
        is_in_string_ = true;
    } else if (c == '[' || c == '{') {
        if (piece_) {
            open_.push_back(c == '[' ? ']' : '}');  // The rest of it is copied at a stroke.
        } else {
            open(c == '[');
        }
    } else if (c == '-' || (c >= '0' && c <= '9') || c == 't' || c == 'f' || c == 'n') {
        is_in_scalar_ = true;
    } else {
        fail("a value cannot begin like this");
    }
}

void JsonSplitter::open(bool is_list) {
    if (levels_.size() == kDeepest) {
        return fail("brackets are nested too deeply");
    }
    levels_.push_back({is_list, 0, {}});
    expects_key_ = !is_list;
}

void JsonSplitter::close(bool is_list) {
    if (levels_.empty() || levels_.back().is_list != is_list) {
        return fail("a bracket closes what was not opened");
    }
    levels_.pop_back();
    expects_key_ = false;
}

std::optional<std::size_t> JsonSplitter::find_path() const {
    if (levels_.size() > longest_path_) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        const std::vector<std::string>& steps = paths_[i];
        const bool fits = steps.size() == levels_.size() &&
                          std::equal(steps.begin(),
                                     steps.end(),
                                     levels_.begin(),
                                     [](const auto& step, const Level& level) {
                                         return level.is_list ? step == "*" : step == level.key;
                                     });
        if (fits) {
            return i;
        }
    }
    return std::nullopt;
}

void JsonSplitter::fail(std::string message) {
    damage_ = diagnostic_at(DiagnosticLevel::error,
                            {lines_.path(), line_, 0, offset_},
                            "broken JSON: " + std::move(message),
                            "what stands before this place was read");
}

}  // namespace suowen::input
