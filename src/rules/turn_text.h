// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "text/pattern_set.h"

namespace suowen::rules {

// A turn's text as the rules see it, made once per turn by whoever calls the matcher.
struct TurnText {
    std::string normalized;
    text::Candidates candidates;  // Of RuleSet::patterns.
};

}  // namespace suowen::rules
