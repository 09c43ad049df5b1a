// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "input/blank.h"
#include "input/exports/exports.h"
#include "input/item_queue.h"
#include "input/message_shelf.h"
#include "input/time_parser.h"

namespace suowen::input {
namespace {

// The rest of a line behind its label; the colon may be of either width.
std::optional<std::string_view> behind(std::string_view line, std::string_view label) {
    if (!line.starts_with(label)) {
        return std::nullopt;
    }
    line.remove_prefix(label.size());
    for (const std::string_view colon : {":", "："}) {
        if (line.starts_with(colon)) {
            return trimmed(line.substr(colon.size()));
        }
    }
    return std::nullopt;
}

// Messages are blocks: a name with a colon, and lines with labels below it. A head and a foot stand
// between rulers.
class QqExporterTextReader final : public TranscriptReader {
public:
    QqExporterTextReader(LineReader& lines, const ReadOptions& options)
        : lines_(lines), shelf_(lines.path(), options, items_) {}

    std::optional<StreamItem> next() override {
        while (items_.empty() && !is_at_end_) {
            const std::optional<Line> line = lines_.next();
            if (line) {
                read(*line);
            } else {
                end_message();
                shelf_.finish(lines_.is_cut_off());
                count_skipped(shelf_.lost_conversations());
                is_at_end_ = true;
            }
        }
        return items_.pop();
    }

private:
    void read(const Line& line) {
        const std::string_view text = trimmed(line.text);
        if (text.starts_with("=====")) {
            end_message();
        } else if (const auto name = behind(text, "聊天名称")) {
            chat_ = *name;
        } else if (const auto time = behind(text, "时间"); time && !name_.empty() && !has_time_) {
            message_.time = parse_time(*time).value_or(TurnTime{});
            has_time_ = true;
        } else if (const auto words = behind(text, "内容"); words && has_time_ && !has_words_) {
            words_ = *words;
            has_words_ = true;
            is_in_words_ = true;
        } else if (has_words_ && is_detail(text)) {
            is_in_words_ = false;
        } else if (is_name(text)) {
            begin_message(text, line);
        } else if (is_in_words_) {
            words_ += "\n";
            words_ += line.text;
        }
    }

    static bool is_detail(std::string_view text) {
        return behind(text, "资源") || behind(text, "提及") || behind(text, "回复");
    }

    // A name stands alone behind a blank line; what follows tells whether it was one.
    [[nodiscard]] static bool is_name(std::string_view text) {
        constexpr std::size_t kLongest = 96;
        return text.size() > 1 && text.size() <= kLongest && text.ends_with(':');
    }

    void begin_message(std::string_view text, const Line& line) {
        end_message();
        name_ = text.substr(0, text.size() - 1);
        message_ = {};
        message_.line = line.number;
        message_.offset_bytes = line.offset_bytes;
    }

    void end_message() {
        if (has_words_) {
            message_.name = name_;
            message_.text = trimmed(words_);
            shelf_.add(chat_, message_);
        }
        name_.clear();
        has_time_ = has_words_ = is_in_words_ = false;
    }

    LineReader& lines_;
    ItemQueue items_;
    MessageShelf shelf_;
    std::string chat_;
    std::string name_;
    std::string words_;
    ConversationBuilder::Message message_;
    bool has_time_ = false;
    bool has_words_ = false;
    bool is_in_words_ = false;
    bool is_at_end_ = false;
};

Confidence detect(std::string_view head) {
    const bool has_labels = head.find("\n时间:") != std::string_view::npos &&
                            head.find("\n内容:") != std::string_view::npos;
    return head.find("QQChatExporter") != std::string_view::npos && has_labels ? 97 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return std::make_unique<QqExporterTextReader>(lines, options);
}

}  // namespace

TranscriptFormat qq_exporter_text_format() {
    return {"qq-exporter-text", "QQ chats exported by QQChatExporter (text)", detect, open};
}

}  // namespace suowen::input
