// SPDX-License-Identifier: Apache-2.0
#include "report/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "text/display_width.h"

namespace suowen::report {
namespace {

struct Words {
    std::string_view zh;
    std::string_view en;
};

std::string_view in(const Words& words, Language language) {
    return language == Language::zh ? words.zh : words.en;
}

struct LabelRow {
    Label label;
    Words words;
};

constexpr LabelRow kLabels[] = {
    {Label::nothing_found, {"未发现问题", "nothing found"}},
    {Label::nothing_to_audit, {"没有可审计的对话", "no conversations to audit"}},
    {Label::overview, {"总览", "Overview"}},
    {Label::of_which, {"其中 ", ""}},
    {Label::off_the_point, {"未切题", "off the point"}},
    {Label::nobody_answered, {"无人答复", "unanswered"}},
    {Label::still_open, {"尚无定论", "still open"}},
    {Label::responded, {"响应时间", "response time"}},
    {Label::half, {"半数", "half"}},
    {Label::nine_of_ten, {"九成", "nine in ten"}},
    {Label::within, {"少于", "under"}},
    {Label::longer_than, {"超过", "over"}},
    {Label::risks, {"风险", "Risks"}},
    {Label::category, {"类别", "category"}},
    {Label::total, {"合计", "total"}},
    {Label::consequences, {"可能涉及的责任", "may lead to"}},
    {Label::consequence_note,
     {"按发现计数，是否成立须人工核实", "counted by finding; a person has to confirm each"}},
    {Label::hidden_findings, {"低于 --min-severity，未列出", "below --min-severity, not shown"}},
    {Label::known_findings, {"已在基线中", "known from the baseline"}},
    {Label::suppressed_findings, {"已豁免", "suppressed"}},
    {Label::what_to_do, {"防控建议", "What to do"}},
    {Label::agents, {"客服", "Agents"}},
    {Label::agent, {"客服", "agent"}},
    {Label::teams, {"团队", "Teams"}},
    {Label::team, {"团队", "team"}},
    {Label::channels, {"渠道", "Channels"}},
    {Label::channel, {"渠道", "channel"}},
    {Label::bot, {"机器人", "bot"}},
    {Label::unnamed, {"（未具名）", "(no name)"}},
    {Label::replies, {"须作答", "to a question"}},
    {Label::share, {"占比", "share"}},
    {Label::share_interval, {"占比（95% 区间）", "share (95% interval)"}},
    {Label::findings, {"发现", "findings"}},
    {Label::few_replies, {"样本少，不宜比较", "few replies: do not compare"}},
    {Label::statutes, {"涉及法条", "Statutes"}},
    {Label::statute, {"法条", "statute"}},
    {Label::may_lead_to, {"责任", "liability"}},
    {Label::worst_findings, {"最严重的发现", "Worst findings"}},
    {Label::worst_replies, {"最不切题的回复", "Replies furthest off the point"}},
    {Label::more_in_ndjson, {"全部见 --format ndjson", "all of them with --format ndjson"}},
    {Label::and_more, {"另有", "and"}},
    {Label::same_words, {"处说法相同", "more with the same words"}},
    {Label::conversation, {"对话", "conversation"}},
    {Label::time, {"时间", "time"}},
    {Label::waited, {"已等候", "waited"}},
    {Label::customer, {"客户", "customer"}},
    {Label::no_reply, {"（无人答复）", "(no reply)"}},
    {Label::attachment, {"[附件]", "[attachment]"}},
    {Label::words, {"原话", "words"}},
    {Label::basis, {"依据", "law"}},
    {Label::to_check, {"待核实", "to check"}},
    {Label::advice, {"建议", "advice"}},
    {Label::verdict, {"判定", "verdict"}},
    {Label::relevance, {"相关度", "relevance"}},
    {Label::relevance_note,
     {"相关度表示提问与回复说的是不是同一件事，判定表示回复是否答了所问；相关度高，也可能没有作答",
      "relevance measures how much matter question and reply share, the verdict says whether the "
      "reply answers: a high relevance may still be off the point"}},
    {Label::expects, {"所问", "asked for"}},
    {Label::gives, {"所答", "given"}},
    {Label::shared, {"已提及", "repeated"}},
    {Label::missing, {"未提及", "missing"}},
    {Label::related, {"相关词", "related"}},
    {Label::generalities, {"敷衍词", "evasive"}},
    {Label::likely, {"可能性", "likely"}},
    {Label::certainty, {"把握", "certainty"}},
    {Label::reaction, {"反应", "reaction"}},
    {Label::signs, {"话术", "signs"}},
    {Label::nothing, {"无", "nothing"}},
    {Label::skipped, {"未审计的输入", "Input not audited"}},
    {Label::passed_over,
     {"不是会话记录，已略过；suowen detect 可逐个列出",
      "no transcripts, passed over; suowen detect lists each file"}},
    {Label::rules, {"规则", "rules"}},
    {Label::list_separator, {"、", ", "}},
    {Label::comma, {"，", ", "}},
    {Label::gap, {"", " "}},
    {Label::colon, {"：", ": "}},
};

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < std::size(kLabels); ++i) {
        if (static_cast<std::size_t>(kLabels[i].label) != i) {
            return false;
        }
    }
    return std::size(kLabels) == static_cast<std::size_t>(Label::colon) + 1;
}

static_assert(is_in_order(), "one row a label, in the order of the enumeration");

struct NounRow {
    std::string_view zh;
    std::string_view en_one;
    std::string_view en_many;
};

constexpr std::array<NounRow, 14> kNouns = {{
    {"段对话", "conversation", "conversations"},
    {"条回复", "reply", "replies"},
    {"条须作答", "of them to a question", "of them to a question"},
    {"个提问", "question", "questions"},
    {"项发现", "finding", "findings"},
    {"项新发现", "new finding", "new findings"},
    {"条规则", "rule", "rules"},
    {"位客服", "agent", "agents"},
    {"个团队", "team", "teams"},
    {"个渠道", "channel", "channels"},
    {"条法条", "statute", "statutes"},
    {"条提示", "message", "messages"},
    {"个文件", "file", "files"},
    {"条记录", "record", "records"},
}};

constexpr std::array<Words, kVerdictCount> kVerdicts = {{
    {"切题", "answered"},
    {"部分回答", "partial"},
    {"回避敷衍", "deflected"},
    {"答非所问", "off topic"},
    {"追问核实", "clarifying"},
    {"无须作答", "no question"},
    {"无法判断", "not judged"},
}};

constexpr std::array<Words, 13> kAnswerKinds = {{
    {"不限", "anything"},
    {"时长", "a duration"},
    {"日期", "a date"},
    {"价格", "a price"},
    {"数量", "a quantity"},
    {"地点", "a place"},
    {"是或否", "yes or no"},
    {"联系方式", "a contact"},
    {"方法", "a method"},
    {"原因", "a reason"},
    {"进度", "a status"},
    {"哪一个", "which one"},
    {"凭证", "a document"},
}};

constexpr std::array<Words, 4> kReactions = {{
    {"", ""},
    {"认可", "the customer accepts"},
    {"不认可", "the customer objects"},
    {"再次提问", "the customer asks again"},
}};

constexpr std::array<Words, 13> kCues = {{
    {"问候", "greeting"},
    {"致谢", "thanks"},
    {"结束语", "closing"},
    {"请稍候", "hold"},
    {"转接", "hand-over"},
    {"套话", "boilerplate"},
    {"推诿", "evasion"},
    {"推销", "promotion"},
    {"致歉", "apology"},
    {"反问", "asking back"},
    {"承诺", "promise"},
    {"拒绝", "refusal"},
    {"侮辱威胁", "insult or threat"},
}};

constexpr std::array<Words, kSeverityCount> kSeverities = {{
    {"提示", "info"},
    {"低", "low"},
    {"中", "medium"},
    {"高", "high"},
    {"严重", "critical"},
}};

constexpr std::array<Words, 3> kConsequences = {{
    {"民事", "civil"},
    {"行政", "administrative"},
    {"刑事", "criminal"},
}};

constexpr std::array<Words, 9> kOpenFacts = {{
    {"是否故意", "intent"},
    {"所述是否属实", "whether it is true"},
    {"是否造成损失", "loss"},
    {"是否取得同意", "consent"},
    {"金额", "the amount"},
    {"页面如何展示", "what the page showed"},
    {"合同条款", "the terms"},
    {"当事人身份", "who it was"},
    {"前后语境", "the context"},
}};

template <class Enum, std::size_t N>
std::string_view title(const std::array<Words, N>& table, Enum value, Language language) {
    return in(table.at(static_cast<std::size_t>(value)), language);
}

struct Unit {
    std::uint64_t seconds;
    Words words;
    Words brief;  // Beside another unit.
};

constexpr std::array<Unit, 4> kUnits = {{{86400, {"天", "day"}, {"天", "d"}},
                                         {3600, {"小时", "hour"}, {"小时", "h"}},
                                         {60, {"分钟", "minute"}, {"分", "min"}},
                                         {1, {"秒", "second"}, {"秒", "s"}}}};

std::string counted_unit(std::uint64_t count, const Unit& unit, Language language) {
    const bool is_plural = language == Language::en && count != 1;
    return fmt::format("{} {}{}", count, in(unit.words, language), is_plural ? "s" : "");
}

// Value of 一 to 九 and 零; of 十, 百 and 千 what they multiply by.
std::optional<unsigned> numeral_value(char32_t c) {
    constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
    const std::size_t digit = kDigits.find(c);
    if (digit != std::u32string_view::npos) {
        return static_cast<unsigned>(digit);
    }
    return c == U'十'   ? std::optional(10U)
           : c == U'百' ? std::optional(100U)
           : c == U'千' ? std::optional(1000U)
                        : std::nullopt;
}

// Reads a Chinese number (二百五十三) at `at` and moves behind it; empty when there is none.
std::optional<unsigned> read_numeral(std::string_view text, std::size_t& at) {
    unsigned total = 0;
    unsigned digit = 0;
    const std::size_t begin = at;
    while (at < text.size()) {
        const utf8::Decoded decoded = utf8::decode(text, at);
        const std::optional<unsigned> value = numeral_value(decoded.code_point);
        if (!value) {
            break;
        }
        if (*value >= 10) {
            total += (digit == 0 ? 1 : digit) * *value;
            digit = 0;
        } else {
            digit = *value;
        }
        at += decoded.bytes;
    }
    return at == begin ? std::nullopt : std::optional(total + digit);
}

bool skip(std::string_view text, std::size_t& at, std::string_view word) {
    if (text.substr(at, word.size()) != word) {
        return false;
    }
    at += word.size();
    return true;
}

// "Art. 253-1 para. 2" for 第二百五十三条之一第二款; the article as it is when it is written
// otherwise.
std::string article_in_english(const std::string& article) {
    std::size_t at = 0;
    if (!skip(article, at, "第")) {
        return article;
    }
    const std::optional<unsigned> number = read_numeral(article, at);
    if (!number || !skip(article, at, "条")) {
        return article;
    }
    std::string out = fmt::format("Art. {}", *number);
    if (skip(article, at, "之")) {
        const std::optional<unsigned> inserted = read_numeral(article, at);
        if (!inserted) {
            return article;
        }
        out += fmt::format("-{}", *inserted);
    }
    if (skip(article, at, "第")) {
        const std::optional<unsigned> paragraph = read_numeral(article, at);
        if (!paragraph || !skip(article, at, "款")) {
            return article;
        }
        out += fmt::format(" para. {}", *paragraph);
    }
    return at == article.size() ? out : article;
}

// Titles inside of a title take the other brackets (GB/T 15834).
std::string in_title_brackets(std::string_view law) {
    std::string out = "《";
    for (std::size_t at = 0; at < law.size();) {
        const utf8::Decoded decoded = utf8::decode(law, at);
        const std::string_view bytes = law.substr(at, decoded.bytes);
        out += bytes == "《"   ? std::string_view("〈")
               : bytes == "》" ? std::string_view("〉")
                               : bytes;
        at += decoded.bytes;
    }
    return out + "》";
}

}  // namespace

std::string_view label(Label label, Language language) {
    return in(kLabels[static_cast<std::size_t>(label)].words, language);
}

std::size_t widest(std::initializer_list<Label> labels, Language language) {
    std::size_t columns = 0;
    for (const Label each : labels) {
        columns = std::max(columns, text::display_width(label(each, language)));
    }
    return columns;
}

std::string labelled(Label name, std::string_view text, Language language) {
    return text.empty()
               ? std::string()
               : fmt::format("{}{}{}", label(name, language), label(Label::colon, language), text);
}

std::string counted(std::uint64_t count, Noun noun, Language language) {
    const NounRow& row = kNouns.at(static_cast<std::size_t>(noun));
    const std::string_view word = language == Language::zh ? row.zh
                                  : count == 1             ? row.en_one
                                                           : row.en_many;
    return fmt::format("{} {}", grouped(count), word);
}

std::string and_more(std::uint64_t rest, Noun noun, Language language) {
    return fmt::format("{} {}", label(Label::and_more, language), counted(rest, noun, language));
}

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) {
        digits.insert(at - 3, 1, ',');
    }
    return digits;
}

std::string percentage(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) {
        return "-";
    }
    return fmt::format("{:.1f}%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string duration_words(std::uint64_t seconds, Language language) {
    for (const Unit& unit : kUnits) {
        if (seconds >= unit.seconds && seconds % unit.seconds == 0) {
            return counted_unit(seconds / unit.seconds, unit, language);
        }
    }
    return counted_unit(0, kUnits.back(), language);
}

std::string wait_words(Milliseconds wait, Language language) {
    auto seconds = static_cast<std::uint64_t>(
        std::max<std::int64_t>(std::chrono::floor<std::chrono::seconds>(wait).count(), 0));
    for (std::size_t i = 0; i + 1 < kUnits.size(); ++i) {
        const Unit& unit = kUnits.at(i);
        const Unit& next = kUnits.at(i + 1);
        const std::uint64_t rest = seconds % unit.seconds / next.seconds;
        if (seconds >= unit.seconds && rest > 0) {
            return fmt::format("{} {} {} {}",
                               seconds / unit.seconds,
                               in(unit.brief, language),
                               rest,
                               in(next.brief, language));
        }
        if (seconds >= unit.seconds) {
            return counted_unit(seconds / unit.seconds, unit, language);
        }
    }
    return counted_unit(seconds, kUnits.back(), language);
}

std::string time_words(const TurnTime& time) {
    constexpr std::size_t kDay = std::string_view("2026-03-01").size();
    constexpr std::size_t kSeconds = std::string_view("2026-03-01T10:00:40").size();
    std::string words = iso_time(time).substr(0, kSeconds);
    if (words.size() > kDay) {
        words[kDay] = ' ';
    }
    return words;
}

std::string_view title_of(Verdict verdict, Language language) {
    return title(kVerdicts, verdict, language);
}

std::string_view title_of(AnswerKind kind, Language language) {
    return title(kAnswerKinds, kind, language);
}

std::string_view title_of(Cue cue, Language language) {
    return title(kCues, cue, language);
}

std::string_view title_of(ReactionKind reaction, Language language) {
    return title(kReactions, reaction, language);
}

std::string_view title_of(Severity severity, Language language) {
    return title(kSeverities, severity, language);
}

std::string_view title_of(Consequence consequence, Language language) {
    return title(kConsequences, consequence, language);
}

std::string_view title_of(OpenFact fact, Language language) {
    return title(kOpenFacts, fact, language);
}

std::string citation(const Statute& statute, Language language) {
    if (language == Language::zh && !statute.law.zh.empty()) {
        return in_title_brackets(statute.law.zh) + statute.article;
    }
    return fmt::format(
        "{}, {}", suowen::in(statute.law, Language::en), article_in_english(statute.article));
}

}  // namespace suowen::report
