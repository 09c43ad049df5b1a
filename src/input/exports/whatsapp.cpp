// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "input/blank.h"
#include "input/chat_line.h"
#include "input/exports/exports.h"
#include "input/speaker.h"
#include "input/text_reader.h"

namespace suowen::input {
namespace {

// What iPhones put in front of words of their own.
constexpr std::string_view kMark = "\u200E";

template <class Words>
bool is_among(const Words& words, std::string_view text) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::string_view without_full_stop(std::string_view text) {
    for (const std::string_view stop : {".", "。"}) {
        if (text.ends_with(stop)) {
            return text.substr(0, text.size() - stop.size());
        }
    }
    return text;
}

bool is_deleted(std::string_view text) {
    constexpr auto kWords = std::to_array<std::string_view>({"This message was deleted",
                                                             "You deleted this message",
                                                             "此消息已删除",
                                                             "此消息已被删除",
                                                             "您删除了此消息",
                                                             "你已删除此消息",
                                                             "此訊息已刪除",
                                                             "您已刪除此訊息",
                                                             "Se eliminó este mensaje",
                                                             "Este mensaje fue eliminado",
                                                             "Eliminaste este mensaje",
                                                             "Diese Nachricht wurde gelöscht",
                                                             "Du hast diese Nachricht gelöscht",
                                                             "Mensagem apagada",
                                                             "Esta mensagem foi apagada",
                                                             "Você apagou esta mensagem",
                                                             "Ce message a été supprimé",
                                                             "Vous avez supprimé ce message"});
    return is_among(kWords, without_full_stop(text));
}

// The first line of nearly every chat; iPhones put the name of the other side, or of the group, in
// front of it.
bool is_about_encryption(std::string_view text) {
    constexpr auto kBeginnings = std::to_array<std::string_view>(
        {"Messages and calls are end-to-end encrypted",
         "Messages to this chat and calls are now secured with end-to-end encryption",
         "Messages to this group are now secured with end-to-end encryption",
         "消息和通话都进行端到端加密",
         "Los mensajes y las llamadas están cifrados de extremo a extremo",
         "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt",
         "As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta",
         "As mensagens e ligações são protegidas com a criptografia de ponta a ponta",
         "As mensagens e as ligações são protegidas com a criptografia de ponta a ponta",
         "Les messages et les appels sont chiffrés de bout en bout"});
    return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) {
        return text.starts_with(beginning);
    });
}

// `<attached: 00000012-PHOTO.jpg>`, in whatever language.
bool is_named_file(std::string_view text) {
    const bool has_colon =
        text.find(':') != std::string_view::npos || text.find("：") != std::string_view::npos;
    return text.starts_with('<') && text.ends_with('>') && has_colon &&
           text.find('.') != std::string_view::npos && text.find('\n') == std::string_view::npos;
}

// `IMG-20231115-WA0001.jpg (file attached)`, as Android has it in front of what was written below.
bool is_attached_file(std::string_view line, bool is_marked) {
    constexpr auto kWords = std::to_array<std::string_view>({"(file attached)",
                                                             "(文件附件)",
                                                             "(archivo adjunto)",
                                                             "(Datei angehängt)",
                                                             "(arquivo anexado)",
                                                             "(fichier joint)"});
    const std::size_t open = line.rfind(" (");
    return open != std::string_view::npos && line.ends_with(')') &&
           line.substr(0, open).find('.') != std::string_view::npos &&
           (is_marked || is_among(kWords, line.substr(open + 1)));
}

// Behind the words: `<This message was edited>`, or the file that they describe.
std::string_view without_remarks(std::string_view text) {
    for (;;) {
        const std::size_t mark = text.rfind(kMark);
        if (mark == std::string_view::npos || mark == 0 || !text.ends_with('>') ||
            !text.substr(mark + kMark.size()).starts_with('<')) {
            return text;
        }
        text = trimmed(text.substr(0, mark));
    }
}

std::string_view behind_last_mark(std::string_view text) {
    const std::size_t mark = text.rfind(kMark);
    return mark == std::string_view::npos ? text : text.substr(mark + kMark.size());
}

// Words that a phone marks as its own are no one's, unless they stand for what somebody sent: a
// file, a place on the map, or a poll, which has several lines.
JudgedTurn judge(std::string_view text, bool is_marked) {
    if (is_deleted(text)) {
        return {TurnSort::recalled, text};
    }
    const std::string_view first = first_line(text);
    if (is_attached_file(first, is_marked)) {
        const std::string_view below = trimmed(text.substr(first.size()));
        return below.empty() ? JudgedTurn{TurnSort::attachment, text}
                             : JudgedTurn{TurnSort::message, below};
    }
    const std::string_view words = without_remarks(text);
    const bool is_place = is_marked && words.find("https://maps.") != std::string_view::npos;
    if (is_place || is_named_file(words) ||
        kind_of(behind_last_mark(words)) == TurnKind::attachment) {
        return {TurnSort::attachment, words};
    }
    const bool is_own = is_marked && first.size() == text.size() && words.size() == text.size();
    const bool is_notice = is_own || is_about_encryption(text);
    return {is_notice ? TurnSort::notice : TurnSort::message, words};
}

// `15/11/23, 06:13 - Li: text` and `[2023/11/15 上午6:13:20] Li: text`.
Confidence detect(std::string_view head) {
    std::string_view line = first_line(head);
    while (line.starts_with(kMark)) {
        line.remove_prefix(kMark.size());
    }
    constexpr std::size_t kLongestTime = 40;
    const bool is_bracketed = line.starts_with('[');
    const std::size_t end = line.substr(0, kLongestTime).find(is_bracketed ? "] " : " - ");
    if (end == std::string_view::npos) {
        return 0;
    }
    const std::string_view time = line.substr(is_bracketed ? 1 : 0, end);
    const bool has_date = std::count(time.begin(), time.end(), '/') == 2 ||
                          std::count(time.begin(), time.end(), '.') >= 2;
    const bool begins = !time.empty() && time.front() >= '0' && time.front() <= '9';
    constexpr Confidence kSure = 96;
    return has_date && begins && time.find(':') != std::string_view::npos &&
                   guess_chat_style(head).layout == ChatLayout::time_name_text
               ? kSure
               : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_text_log(lines, options, judge);
}

}  // namespace

TranscriptFormat whatsapp_format() {
    return {"whatsapp", "WhatsApp chats exported as text", detect, open};
}

}  // namespace suowen::input
