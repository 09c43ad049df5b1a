// SPDX-License-Identifier: Apache-2.0
#include "input/text_reader.h"

#include <fmt/format.h>

#include <utility>

#include "input/blank.h"
#include "input/chat_line.h"
#include "input/conversation_builder.h"
#include "input/item_queue.h"
#include "input/message_shelf.h"
#include "input/place.h"
#include "input/wechat_text.h"

namespace suowen::input {
namespace {

// `text` is a part of `line`.
bool has_mark_before(std::string_view text, std::string_view line) {
    return !text.empty() &&
           line.substr(0, static_cast<std::size_t>(text.data() - line.data())).ends_with("\u200E");
}

class TextReader final : public TranscriptReader {
public:
    TextReader(LineReader& lines, const ReadOptions& options, TurnJudge judge)
        : lines_(lines),
          judge_(judge),
          style_(guess_chat_style(lines.head())),
          builder_(lines.path(), options),
          shelf_(lines.path(), options, items_) {}

    std::optional<StreamItem> next() override {
        while (items_.empty() && !is_at_end_) {
            const std::optional<Line> line = lines_.next();
            line ? read_line(*line) : finish();
        }
        return items_.pop();
    }

private:
    void read_line(const Line& line) {
        if (is_in_turn_ && is_forward(text_) && line.text.starts_with("  ")) {
            append_text(line.text);
        } else if (is_ruler(line.text)) {
            ruler_ = line.text;
        } else if (const std::optional<std::string_view> id = separator_in(line.text)) {
            ruler_.clear();
            end_conversation();
            id_ = *id;
        } else if (const std::optional<ChatLine> start = parse_chat_line(line.text, style_)) {
            if (!std::exchange(ruler_, {}).empty() && has_turns()) {
                end_conversation();
            }
            note_stray_lines();
            end_turn();
            start_turn(*start, line);
        } else if (is_in_turn_) {
            append_text(line.text);
        } else if (!is_blank(line.text)) {
            first_stray_line_ = stray_lines_++ == 0 ? line.number : first_stray_line_;
        }
    }

    [[nodiscard]] std::optional<std::string_view> separator_in(std::string_view line) const {
        const auto heading = ruler_.empty() ? std::nullopt : parse_qq_heading(line);
        return heading ? heading : parse_separator(line);
    }

    [[nodiscard]] bool has_turns() const { return is_in_turn_ || !builder_.empty(); }

    // A ruler ends a conversation if a turn follows; with text behind it, it is part of that text.
    void append_text(std::string_view line) {
        if (!ruler_.empty() && !is_blank(line)) {
            text_ += '\n';
            text_ += std::exchange(ruler_, {});
        }
        text_ += text_.empty() ? "" : "\n";
        text_ += line;
        if (text_.size() > LineReader::kLongestLineBytes) {
            end_large_conversation();
        }
    }

    void start_turn(const ChatLine& start, const Line& line) {
        is_in_turn_ = true;
        name_ = start.name;
        text_ = start.text;
        room_ = start.room;
        is_marked_ = has_mark_before(start.text, line.text);
        message_ = {};
        message_.time = start.time;
        message_.line = line.number;
        message_.offset_bytes = line.offset_bytes;
        if (start.name.empty()) {
            message_.role = Role::system;
        }
    }

    void end_turn() {
        if (!std::exchange(is_in_turn_, false)) {
            return;
        }
        // Blank lines behind a text separate it from the next turn.
        text_.erase(text_.find_last_not_of(" \t\r\n") + 1);
        const JudgedTurn judged = judge_(text_, is_marked_);
        if (judged.sort == TurnSort::recalled) {
            return shelf_.leave_out("recalled");
        }
        if (judged.sort == TurnSort::notice) {
            message_.role = Role::system;
            name_.clear();
        }
        if (judged.sort == TurnSort::attachment) {
            message_.kind = TurnKind::attachment;
        }
        const std::string words = words_of_wechat(judged.text);
        const ExportedName speaker = exported_name(name_);
        message_.name = speaker.name;
        message_.account = speaker.account;
        if (speaker.name == kOneself || speaker.account == kOneself) {
            message_.is_self = true;
        }
        message_.text = words;
        if (!room_.empty()) {
            const ExportedName room = exported_name(room_);
            shelf_.add(room.account.empty() ? room.name : room.account, message_);
            return;
        }
        if (!builder_.add(message_)) {
            count_skipped(1);
        }
        if (builder_.is_full()) {
            end_large_conversation();
        }
    }

    void end_conversation() {
        end_turn();
        note_stray_lines();
        if (!builder_.empty()) {
            push_conversation(lines_.is_cut_off());
        }
        id_.clear();
        ended_parts_ = 0;
    }

    void push_conversation(bool is_cut_off) {
        Conversation conversation = builder_.finish(part_id(id_, ended_parts_ + 1));
        conversation.is_cut_off = is_cut_off;
        count_skipped(
            push_with_roles(std::move(conversation), builder_.roles(), noted_roles_, items_));
    }

    void finish() {
        is_at_end_ = true;
        end_conversation();
        shelf_.finish(lines_.is_cut_off());
        count_skipped(shelf_.lost_records());
    }

    void end_large_conversation() {
        end_turn();
        if (builder_.empty()) {
            return;
        }
        push_conversation(true);
        ++ended_parts_;
        if (!std::exchange(has_told_parts_, true)) {
            items_.push(
                diagnostic_at(DiagnosticLevel::warning,
                              {lines_.path()},
                              "a conversation is larger than 8 MB; such ones are read in parts",
                              "put a line like `=== 会话 ID ===` between conversations"));
        }
    }

    // Titles and the like: lines in front of the first turn of a conversation.
    void note_stray_lines() {
        if (stray_lines_ > 0) {
            items_.push(diagnostic_at(
                DiagnosticLevel::note,
                {lines_.path(), first_stray_line_, 0, 0},
                fmt::format("{} lines before the first turn left out", stray_lines_)));
        }
        stray_lines_ = 0;
    }

    LineReader& lines_;
    TurnJudge judge_;
    ChatStyle style_;
    ConversationBuilder builder_;
    std::string id_;
    std::uint64_t ended_parts_ = 0;  // Of the conversation.
    bool has_told_parts_ = false;
    bool is_in_turn_ = false;
    bool is_at_end_ = false;
    std::string name_;
    std::string room_;
    std::string text_;
    bool is_marked_ = false;  // For `judge_`.
    std::string ruler_;       // The last line, if it was one.
    ConversationBuilder::Message message_;
    std::uint64_t stray_lines_ = 0;
    std::uint64_t first_stray_line_ = 0;
    RoleBasis noted_roles_ = RoleBasis::stated;
    ItemQueue items_;
    MessageShelf shelf_;  // The conversations of logs that mix those of several groups.
};

Confidence detect(std::string_view head) {
    // Markup holds lines that look like those of chats, such as attributes and time stamps.
    if (trimmed(head).starts_with("<?xml") || trimmed(head).starts_with("<!DOCTYPE")) {
        return 0;
    }
    return guess_chat_style(head).confidence;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_text_log(lines, options, [](std::string_view text, bool) {
        return JudgedTurn{TurnSort::message, text};
    });
}

}  // namespace

std::unique_ptr<TranscriptReader> open_text_log(LineReader& lines,
                                                const ReadOptions& options,
                                                TurnJudge judge) {
    return std::make_unique<TextReader>(lines, options, judge);
}

TranscriptFormat text_format() {
    return {"text", "plain text chat logs with names and times", detect, open};
}

}  // namespace suowen::input
