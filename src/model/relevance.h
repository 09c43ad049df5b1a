// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace suowen {

// How a reply treats the question that was open when it was sent. The words are public interface;
// see docs/relevance.md for what each means.
enum class Verdict : std::uint8_t {
    answered,
    partial,
    deflected,
    off_topic,
    clarifying,
    no_question,
    unjudged,
};
inline constexpr std::size_t kVerdictCount = 7;

// The kind of answer that a question asks for and a reply gives.
enum class AnswerKind : std::uint8_t {
    none,
    duration,
    date,
    price,
    quantity,
    place,
    yes_no,
    contact,
    method,
    reason,
    status,
    which,
    document,
};

// Signs in a reply that say what kind of talk it is.
enum class Cue : std::uint8_t {
    greeting,
    thanks,
    closing,
    hold,
    hand_over,
    boilerplate,
    evasion,
    promotion,
    apology,
    ask_back,
    promise,
    refusal,
    affront,  // An insult or a threat, as the rules find them.
};

// What the customer said to a reply, as far as it tells whether it was an answer.
enum class ReactionKind : std::uint8_t {
    none,
    accepts,     // Thanks or agreement.
    objects,     // "That is not what I asked", a person is wanted, a complaint.
    asks_again,  // The words of the question once more.
};

// What a verdict rests on, in log odds: above zero it is more likely so than not. Each is asked of
// a reply to which the ones before said no; docs/relevance.md has what they are made of.
struct VerdictOdds {
    double filler = 0;  // A greeting, a hold or a farewell: no_question.
    double asking = 0;  // Asks back for what it needs: clarifying.
    double doubt = 0;   // Answers nothing: deflected or off_topic.
    double drift = 0;   // What answers nothing is about something else: off_topic.
    double half = 0;    // What answers something leaves a part of the question open: partial.

    // What the form of a reply settles, whatever the sums say.
    bool is_bare_answer = false;   // A word or a number alone: never in doubt.
    bool is_phrase_alone = false;  // "以页面为准": never an answer.
    bool is_whole = false;         // Takes up all that was asked: never half.
};

// Why a reply got its score: the words, so that a person can check.
struct Evidence {
    std::vector<std::string>
        matched;  // Tokens of the question that the reply takes up, as the question has them.
    std::vector<std::string> missing;  // Content tokens of the question that it does not.
    // A word of the question and one of the reply that are of one field of talk, where they are not
    // the same: 咳嗽, 体温. They come from the built-in list, so that they name nobody.
    std::vector<std::pair<std::string, std::string>> related;
    AnswerKind expects = AnswerKind::none;
    std::vector<std::string>
        gives;  // The words of the reply that are of the expected kind, or answer otherwise.
    std::vector<Cue> cues;
    ReactionKind reaction = ReactionKind::none;
    // Of a reply that answers nothing: its words that evasions use most, a few. They come from the
    // built-in list, so that they name nobody.
    std::vector<std::string_view> generalities;
    std::optional<VerdictOdds> odds;  // Where a question was open and the reply has a text.
};

struct Relevance {
    Verdict verdict = Verdict::unjudged;
    std::optional<double> score;  // 0..1; empty for no_question, clarifying and unjudged.
    double rating = 0;  // What the score would be if the verdict had one; 0 where nothing is open.
    // How likely it is, 0..1, that the reply does what the verdict says: answers, in whole or in
    // part, answers nothing, asks back or is small talk. Empty where no odds were asked.
    std::optional<double> certainty;
    Evidence evidence;

    // Takes the verdict back: what comes before or after, or a rule, shows that it is an evasion.
    void deflect() {
        verdict = Verdict::deflected;
        score = rating;
        certainty.reset();
    }
};

[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] std::string_view name_of(AnswerKind kind);
[[nodiscard]] std::string_view name_of(Cue cue);
[[nodiscard]] std::string_view name_of(ReactionKind reaction);

// The verdict of that name; empty for any other word.
[[nodiscard]] std::optional<Verdict> verdict_from(std::string_view name);

// A reply that does not treat the question it should answer.
[[nodiscard]] constexpr bool is_bad(Verdict verdict) {
    return verdict == Verdict::deflected || verdict == Verdict::off_topic;
}

}  // namespace suowen
