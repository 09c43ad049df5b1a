// SPDX-License-Identifier: Apache-2.0
#include "analysis/odds.h"

#include <numeric>

#include "catch.h"

namespace suowen::analysis {
namespace {

constexpr double kYes = 9;
constexpr double kNo = -9;

double of(const VerdictChances& chances, Verdict verdict) {
    return chances.at(static_cast<std::size_t>(verdict));
}

TEST_CASE("each verdict has the odds that lead to it") {
    CHECK(likeliest(chances_of({kYes, kYes, kYes, kYes, kYes})) == Verdict::no_question);
    CHECK(likeliest(chances_of({kNo, kYes, kYes, kYes, kYes})) == Verdict::clarifying);
    CHECK(likeliest(chances_of({kNo, kNo, kYes, kYes, kYes})) == Verdict::off_topic);
    CHECK(likeliest(chances_of({kNo, kNo, kYes, kNo, kYes})) == Verdict::deflected);
    CHECK(likeliest(chances_of({kNo, kNo, kNo, kYes, kYes})) == Verdict::partial);
    CHECK(likeliest(chances_of({kNo, kNo, kNo, kYes, kNo})) == Verdict::answered);
}

TEST_CASE("the chances of the verdicts sum to one, and unjudged has none") {
    const VerdictChances chances = chances_of({-0.3, 0.2, 1.7, -2.0, 0.4});
    CHECK(std::accumulate(chances.begin(), chances.end(), 0.0) == Approx(1));
    CHECK(of(chances, Verdict::unjudged) == 0);
    // Each takes half of what is left.
    const VerdictChances even = chances_of({0, 0, 0, kNo, kNo});
    CHECK(of(even, Verdict::no_question) == Approx(0.5));
    CHECK(of(even, Verdict::clarifying) == Approx(0.25));
    CHECK(of(even, Verdict::deflected) == Approx(0.125).epsilon(0.001));
}

TEST_CASE("what is more likely an answer than none is an answer, whole or in part") {
    const VerdictChances chances = chances_of({kNo, kNo, -0.1, kNo, 0.01});
    CHECK(of(chances, Verdict::deflected) > of(chances, Verdict::partial));
    CHECK(likeliest(chances) == Verdict::partial);
}

TEST_CASE("certainty takes the verdicts together that answer, and those that do not") {
    const VerdictChances chances = chances_of({kNo, kNo, 0, 0, 0});
    CHECK(certainty_of(Verdict::partial, chances) == Approx(0.5).margin(1e-3));
    CHECK(certainty_of(Verdict::off_topic, chances) == Approx(0.5).margin(1e-3));
    CHECK(certainty_of(Verdict::clarifying, chances) == Approx(0).margin(1e-3));
}

TEST_CASE("likely small talk gives way to an answer that is likelier than the rest together") {
    // A little less than even, and next to nothing is asked back.
    CHECK(likeliest(chances_of({-0.1, kNo, kNo, kNo, 0})) == Verdict::answered);
    // Asking back takes a half of the rest, so that small talk is the likeliest.
    CHECK(likeliest(chances_of({-0.1, 0, kNo, kNo, 0})) == Verdict::no_question);
}

TEST_CASE("what the form of a reply settles is not left to the sums") {
    VerdictOdds odds = {kNo, kNo, kNo, kNo, kYes};
    odds.is_whole = true;
    CHECK(likeliest(chances_of(odds)) == Verdict::answered);
    odds.is_phrase_alone = true;
    CHECK(likeliest(chances_of(odds)) == Verdict::deflected);
    odds.doubt = kYes;
    odds.is_bare_answer = true;
    CHECK(likeliest(chances_of(odds)) == Verdict::answered);
}

}  // namespace
}  // namespace suowen::analysis
