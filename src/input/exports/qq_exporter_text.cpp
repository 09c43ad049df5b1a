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

std::optional<TurnTime> time_in(std::string_view line) {
    const std::optional<std::string_view> written = behind(line, "时间");
    return written ? parse_time(*written) : std::nullopt;
}

// Between the head, the messages and the foot.
bool is_ruler_of_file(std::string_view line) {
    constexpr std::size_t kShortest = 40;
    return line.size() >= kShortest && line.find_first_not_of('=') == std::string_view::npos;
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
            line ? read(*line) : finish();
        }
        return items_.pop();
    }

private:
    // A line that may be the name above a message: the next one tells.
    struct NameLine {
        std::string text;
        std::uint64_t number = 0;
        std::uint64_t offset_bytes = 0;
    };

    void read(const Line& line) {
        const std::string_view text = trimmed(line.text);
        if (const std::optional<NameLine> name = std::exchange(name_line_, std::nullopt)) {
            if (const std::optional<TurnTime> time = time_in(text)) {
                return begin_message(*name, *time);
            }
            read_inside(name->text);
        }
        if (text.size() > 1 && text.size() <= kLongestName && text.ends_with(':')) {
            name_line_ = NameLine{std::string(text), line.number, line.offset_bytes};
        } else {
            read_inside(line.text);
        }
    }

    // A line of the head, of the foot or of a message below its time.
    void read_inside(std::string_view line) {
        const std::string_view text = trimmed(line);
        if (is_ruler_of_file(text)) {
            end_message();
        } else if (name_.empty()) {
            chat_ = behind(text, "聊天名称").value_or(chat_);
        } else if (!has_words_) {
            has_words_ = is_in_words_ = behind(text, "内容").has_value();
            words_ = behind(text, "内容").value_or(std::string_view());
        } else if (behind(text, "资源") || behind(text, "提及") || behind(text, "回复")) {
            is_in_words_ = false;
        } else if (is_in_words_) {
            words_ += "\n";
            words_ += line;
        }
    }

    void begin_message(const NameLine& name, const TurnTime& time) {
        end_message();
        name_ = name.text.substr(0, name.text.size() - 1);
        message_ = {};
        message_.time = time;
        message_.line = name.number;
        message_.offset_bytes = name.offset_bytes;
    }

    void end_message() {
        if (has_words_) {
            message_.name = name_;
            message_.text = trimmed(words_);
            shelf_.add(chat_, message_);
        }
        name_.clear();
        has_words_ = is_in_words_ = false;
    }

    void finish() {
        is_at_end_ = true;
        if (name_line_) {
            read_inside(name_line_->text);
        }
        end_message();
        shelf_.finish(lines_.is_cut_off());
        count_skipped(shelf_.lost_records());
    }

    static constexpr std::size_t kLongestName = 96;

    LineReader& lines_;
    ItemQueue items_;
    MessageShelf shelf_;
    std::string chat_;
    std::optional<NameLine> name_line_;
    std::string name_;  // Of the message being read; empty outside of messages.
    std::string words_;
    ConversationBuilder::Message message_;
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
