// SPDX-License-Identifier: Apache-2.0
#include "model/relevance.h"

#include <array>

namespace suowen {
namespace {

constexpr std::array<std::string_view, kVerdictCount> kVerdictNames = {
    "answered", "partial", "deflected", "off_topic", "clarifying", "no_question", "unjudged"};

constexpr std::array<std::string_view, 13> kAnswerKindNames = {"none",
                                                               "duration",
                                                               "date",
                                                               "price",
                                                               "quantity",
                                                               "place",
                                                               "yes_no",
                                                               "contact",
                                                               "method",
                                                               "reason",
                                                               "status",
                                                               "which",
                                                               "document"};

constexpr std::array<std::string_view, 13> kCueNames = {"greeting",
                                                        "thanks",
                                                        "closing",
                                                        "hold",
                                                        "hand_over",
                                                        "boilerplate",
                                                        "evasion",
                                                        "promotion",
                                                        "apology",
                                                        "ask_back",
                                                        "promise",
                                                        "refusal",
                                                        "affront"};

}  // namespace

std::string_view name_of(Verdict verdict) {
    return kVerdictNames.at(static_cast<std::size_t>(verdict));
}

std::string_view name_of(AnswerKind kind) {
    return kAnswerKindNames.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(Cue cue) {
    return kCueNames.at(static_cast<std::size_t>(cue));
}

std::string_view name_of(ReactionKind reaction) {
    constexpr std::array<std::string_view, 4> kNames = {"none", "accepts", "objects", "asks_again"};
    return kNames.at(static_cast<std::size_t>(reaction));
}

std::optional<Verdict> verdict_from(std::string_view name) {
    for (std::size_t i = 0; i < kVerdictNames.size(); ++i) {
        if (kVerdictNames.at(i) == name) {
            return static_cast<Verdict>(i);
        }
    }
    return std::nullopt;
}

}  // namespace suowen
