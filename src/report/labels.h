// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "model/relevance.h"
#include "model/rule_info.h"
#include "model/timestamp.h"

namespace suowen::report {

// All words that the reports for people add to what they report, in both languages; labels.cpp has
// the table.
enum class Label : std::uint8_t {
    nothing_found,
    nothing_to_audit,
    overview,
    of_which,
    off_the_point,
    nobody_answered,
    still_open,
    responded,
    half,
    nine_of_ten,
    within,
    longer_than,
    risks,
    category,
    total,
    consequences,
    consequence_note,
    hidden_findings,
    known_findings,
    suppressed_findings,
    what_to_do,
    agents,
    agent,
    teams,
    team,
    channels,
    channel,
    bot,
    unnamed,
    replies,
    share,
    share_interval,
    findings,
    few_replies,
    statutes,
    statute,
    may_lead_to,
    worst_findings,
    worst_replies,
    more_in_ndjson,
    and_more,
    same_words,
    conversation,
    time,
    waited,
    customer,
    no_reply,
    attachment,
    words,
    basis,
    to_check,
    advice,
    verdict,
    relevance,
    relevance_note,
    expects,
    gives,
    shared,
    missing,
    related,
    generalities,
    likely,
    certainty,
    reaction,
    signs,
    nothing,
    skipped,
    passed_over,
    rules,
    list_separator,
    comma,
    gap,
    colon,
};

[[nodiscard]] std::string_view label(Label label, Language language);

// The columns that the widest of the labels takes.
[[nodiscard]] std::size_t widest(std::initializer_list<Label> labels, Language language);

// "待核实：金额", "to check: the amount"; empty when there is no text.
[[nodiscard]] std::string labelled(Label name, std::string_view text, Language language);

// Things that are counted.
enum class Noun : std::uint8_t {
    conversation,
    reply,
    asked_reply,
    question,
    finding,
    new_finding,
    rule,
    agent,
    team,
    channel,
    statute,
    diagnostic,
    skipped_file,
    skipped_record,
};

// "1,204 段对话", "1 conversation".
[[nodiscard]] std::string counted(std::uint64_t count, Noun noun, Language language);

// "另有 3 位客服", "and 3 agents": what a list leaves out.
[[nodiscard]] std::string and_more(std::uint64_t rest, Noun noun, Language language);

// "1,204"
[[nodiscard]] std::string grouped(std::uint64_t number);

// "8.1%" of `whole`; "-" when that is 0.
[[nodiscard]] std::string percentage(std::uint64_t part, std::uint64_t whole);

// "30 秒", "1 hour", from the bounds of the response-time histogram.
[[nodiscard]] std::string duration_words(std::uint64_t seconds, Language language);

// "8 小时 52 分", "8 h 52 min": the largest unit and the next.
[[nodiscard]] std::string wait_words(Milliseconds wait, Language language);

// "2026-03-01 10:00:40", by the clock that the log went by; as much of it as is known.
[[nodiscard]] std::string time_words(const TurnTime& time);

[[nodiscard]] std::string_view title_of(Verdict verdict, Language language);
[[nodiscard]] std::string_view title_of(AnswerKind kind, Language language);
[[nodiscard]] std::string_view title_of(Cue cue, Language language);
[[nodiscard]] std::string_view title_of(ReactionKind reaction, Language language);
[[nodiscard]] std::string_view title_of(Severity severity, Language language);
[[nodiscard]] std::string_view title_of(Consequence consequence, Language language);
[[nodiscard]] std::string_view title_of(OpenFact fact, Language language);

// The titles one after another, as the language lists things.
template <class List>
[[nodiscard]] std::string titles_of(const List& list, Language language) {
    std::string out;
    for (const auto& item : list) {
        out += out.empty() ? std::string_view() : label(Label::list_separator, language);
        out += title_of(item, language);
    }
    return out;
}

// 《中华人民共和国消费者权益保护法》第二十条; Consumer Rights Protection Law of the PRC, Art. 20
[[nodiscard]] std::string citation(const Statute& statute, Language language);

}  // namespace suowen::report
