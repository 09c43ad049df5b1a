// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "model/relevance.h"

namespace suowen::analysis {

// A set of Cue or AnswerKind values as bits.
using Bits = std::uint32_t;

template <class Enum>
[[nodiscard]] constexpr Bits bit(Enum value) {
    return Bits{1} << static_cast<unsigned>(value);
}

// Where a cue stands in a text.
struct CueHit {
    Cue cue;
    ByteRange span;
};

// Words of the kind of answer that a reply gives.
struct GivenHit {
    AnswerKind kind;
    ByteRange span;
};

// How something is said, beside its length (wording.h).
enum class Manner : std::uint8_t {
    // Of a question:
    numbers,     // Names a number or an amount.
    negates,     // Says what is not so.
    presses,     // Impatience, a complaint, the same question again.
    accepts,     // Thanks, or begins with agreement.
    objects,     // Says that it was not answered, wants a person, complains, or calls out; see also
                 // Reading, which hears a raised voice in the text as written.
    goes_on,     // Ends with a question of yes or no, or "and that one?".
    open_ended,  // Asks for more than yes or no: what, how, why.
    // Of a reply:
    polar,      // Begins with yes or no.
    courteous,  // Addresses the customer politely.
    praises,    // Praises goods or seller.
    // Of a reply, what asking back is made of:
    questions,     // A question mark.
    alternatives,  // "6期还是12期", "brick or plasterboard".
    interrogates,  // what, which, how much.
    demands,       // "send me", "read it out".
    names_input,   // A number, photo or name that only the customer has.
    requests,      // "is it so that", "could you", "please".
    offers,        // After something else: "要我帮您锁吗", "shall I send it". Needs nothing.
};

// Verbs on which a question of yes or no can turn, and which its answer says again: "能…吗" and
// "不能", "do you" and "we don't". They are too common to count as shared words.
enum class Modal : std::uint8_t { can, have, be, will, need, act };

// What can be read from a normalized text by patterns.
struct Signs {
    std::vector<CueHit> cues;
    std::vector<GivenHit> given;
    Bits manners = 0;
    Bits modals = 0;    // Modals: of a question those it turns on, of a reply those it says.
    Bits expects = 0;   // AnswerKinds that it asks for.
    bool asks = false;  // It asks or wants something.
    bool is_small_talk = false;  // All of it is thanks, greeting, agreement.
    bool insists = false;        // It repeats or corrects an earlier question.
    bool affirms = false;        // It says yes or no, or does what was asked.

    [[nodiscard]] bool has(Manner manner) const { return (manners & bit(manner)) != 0; }
};

// What to look for: a question is asked other things than a reply.
enum class Look : std::uint8_t { question, reply, expectation };

// Signs of the kind that `look` asks for; a question has no `given` and `affirms`, a reply no
// `expects`, `asks`, `insists` and small talk, and an expectation is `expects` alone.
[[nodiscard]] Signs signs_in(std::string_view normalized, Look look);

}  // namespace suowen::analysis
