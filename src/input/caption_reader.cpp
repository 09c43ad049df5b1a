// SPDX-License-Identifier: Apache-2.0
#include "input/caption_reader.h"

#include <algorithm>
#include <string>

#include "input/blank.h"
#include "input/html_text.h"
#include "input/item_queue.h"
#include "input/message_shelf.h"

namespace suowen::input {
namespace {

constexpr std::string_view kArrow = "-->";

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
        if (is_in_cue_ && !words_.empty()) {
            const std::string name = take_name();
            const std::string text = text_of_html(words_);
            // A speaker who goes on has no name in the next cue.
            speaker_ = name.empty() ? speaker_ : name;
            message_.name = speaker_;
            message_.text = text;
            shelf_.add("", message_);
        }
        words_.clear();
        is_in_cue_ = false;
    }

    // `<v.loud Anna>words` or `Anna: words`.
    std::string take_name() {
        constexpr std::size_t kLongest = 48;
        if (words_.starts_with("<v")) {
            const std::size_t end = std::min(words_.find('>'), words_.size() - 1);
            const std::size_t space = std::min(words_.find_first_of(" \t"), end);
            std::string name = without_entities(trimmed(words_.substr(space, end - space)));
            words_.erase(0, end + 1);
            return name;
        }
        for (const std::string_view colon : {"：", ": "}) {
            const std::size_t at = words_.find(colon);
            if (at != std::string::npos && at > 0 && at <= kLongest && words_.find('\n') > at) {
                std::string name = words_.substr(0, at);
                words_.erase(0, at + colon.size());
                return name;
            }
        }
        return {};
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
