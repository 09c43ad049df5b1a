// SPDX-License-Identifier: Apache-2.0
#include "input/caption_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "input/blank.h"
#include "input/html_text.h"
#include "input/item_queue.h"
#include "input/message_shelf.h"

namespace suowen::input {
namespace {

constexpr std::string_view kArrow = "-->";

// What one speaker says in a cue.
struct Voice {
    std::string name;  // Empty for whoever spoke last.
    std::string words;
};

// `Name` in the tag `v.loud Name`; empty for tags that only style or time the words.
std::optional<std::string_view> voice_name(std::string_view tag) {
    if (!tag.starts_with('v') || (tag.size() > 1 && !is_blank(tag[1]) && tag[1] != '.')) {
        return std::nullopt;
    }
    return trimmed(tag.substr(std::min(tag.find_first_of(" \t"), tag.size())));
}

// `Anna: words`, as files without voices have it.
void take_name(Voice& voice) {
    constexpr std::size_t kLongest = 48;
    const std::string& words = voice.words;
    for (const std::string_view colon : {"：", ": "}) {
        const std::size_t at = words.find(colon);
        if (at != std::string::npos && at > 0 && at <= kLongest && words.find('\n') > at) {
            voice.name = words.substr(0, at);
            voice.words.erase(0, at + colon.size());
            return;
        }
    }
}

// What stands between `<` and `>` is a tag of captions, and no words: "<3", "price<100 and size>5".
bool is_caption_tag(std::string_view inside) {
    constexpr std::array<std::string_view, 9> kNames = {
        "b", "c", "font", "i", "lang", "rt", "ruby", "u", "v"};
    if (inside.starts_with('/')) {
        inside.remove_prefix(1);
    }
    const bool is_time = inside.find(':') != std::string_view::npos &&
                         inside.find_first_not_of("0123456789:.") == std::string_view::npos;
    const std::string_view name = inside.substr(0, inside.find_first_of(". \t"));
    return is_time || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// The voices in a cue, which are `<v Name>` up to the next one; at least one.
std::vector<Voice> voices_in(std::string_view cue) {
    std::vector<Voice> voices(1);
    while (!cue.empty()) {
        const bool may_be_tag = cue.front() == '<' && cue.size() > 1 && !is_blank(cue[1]);
        const std::size_t close = may_be_tag ? cue.find('>') : std::string_view::npos;
        if (close != std::string_view::npos && is_caption_tag(cue.substr(1, close - 1))) {
            if (const auto name = voice_name(cue.substr(1, close - 1))) {
                voices.push_back({without_entities(*name), {}});
            }
            cue.remove_prefix(close + 1);
            continue;
        }
        // Up to the next tag, or all that is left where this one is never closed.
        const bool is_open = may_be_tag && close == std::string_view::npos;
        const std::size_t end = is_open ? cue.size() : std::min(cue.find('<', 1), cue.size());
        voices.back().words += cue.substr(0, end);
        cue.remove_prefix(end);
    }
    take_name(voices.front());
    return voices;
}

class CaptionReader final : public TranscriptReader {
public:
    CaptionReader(LineReader& lines, const ReadOptions& options)
        : lines_(lines), shelf_(lines.path(), options, items_) {}

    std::optional<StreamItem> next() override {
        while (items_.empty() && !is_at_end_) {
            const std::optional<Line> line = lines_.next();
            if (line) {
                read(*line);
            } else {
                end_cue();
                shelf_.finish(lines_.is_cut_off());
                count_skipped(shelf_.lost_records());
                is_at_end_ = true;
            }
        }
        return items_.pop();
    }

private:
    void read(const Line& line) {
        if (line.text.find(kArrow) != std::string_view::npos) {
            end_cue();
            is_in_cue_ = true;
            message_ = {};
            message_.line = line.number;
            message_.offset_bytes = line.offset_bytes;
        } else if (is_blank(line.text)) {
            end_cue();
        } else if (is_in_cue_) {
            words_ += words_.empty() ? "" : "\n";
            words_ += line.text;
        }
    }

    void end_cue() {
        for (const Voice& voice : voices_in(words_)) {
            const std::string text = without_entities(trimmed(voice.words));
            // A speaker who goes on has no name in the next cue.
            speaker_ = voice.name.empty() ? speaker_ : voice.name;
            message_.name = speaker_;
            message_.text = text;
            if (!text.empty()) {
                shelf_.add("", message_);
            }
        }
        words_.clear();
        is_in_cue_ = false;
    }

    LineReader& lines_;
    ItemQueue items_;
    MessageShelf shelf_;
    ConversationBuilder::Message message_;
    std::string words_;
    std::string speaker_;
    bool is_in_cue_ = false;
    bool is_at_end_ = false;
};

}  // namespace

std::unique_ptr<TranscriptReader> open_captions(LineReader& lines, const ReadOptions& options) {
    return std::make_unique<CaptionReader>(lines, options);
}

bool has_cue_times(std::string_view head) {
    const std::size_t arrow = head.find(kArrow);
    if (arrow == std::string_view::npos || arrow < 9) {
        return false;
    }
    const std::string_view before = trimmed(
        head.substr(arrow - std::min<std::size_t>(arrow, 14), std::min<std::size_t>(arrow, 14)));
    return before.find(':') != std::string_view::npos &&
           before.find_first_of(".,") != std::string_view::npos;
}

}  // namespace suowen::input
