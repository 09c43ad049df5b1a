// SPDX-License-Identifier: Apache-2.0
#include "model/summary.h"

#include <random>
#include <string>
#include <vector>

#include "catch.h"

namespace suowen {
namespace {

Summary random_summary(std::mt19937& random) {
    const auto number = [&] { return random() % 1000; };
    Summary summary;
    summary.replies = number();
    summary.findings = number();
    summary.by_verdict.at(number() % kVerdictCount) = number();
    summary.by_rule["R" + std::to_string(number() % 3)] = number();
    summary.by_agent["a" + std::to_string(number() % 3)].replies = number();
    summary.response_times.add(Milliseconds{number() * 100});
    return summary;
}

TEST_CASE("categories are counted in the order in which all reports list them") {
    Summary summary;
    for (const char* category : {"untimely", "zeta", "abuse", "fraud", "alpha", "right_to_know"}) {
        ++summary.by_category[category];
    }
    std::vector<std::string> order;
    for (const auto& [category, count] : summary.by_category) {
        order.push_back(category);
    }
    CHECK(order ==
          std::vector<std::string>{"right_to_know", "fraud", "abuse", "untimely", "alpha", "zeta"});
}

TEST_CASE("the summary of two logs is the sum of their summaries, in any grouping") {
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
        const Summary a = random_summary(random);
        const Summary b = random_summary(random);
        const Summary c = random_summary(random);
        Summary left = a;
        left += b;
        left += c;
        Summary right = b;
        right += c;
        Summary whole = a;
        whole += right;
        REQUIRE(left == whole);
        Summary zero;
        zero += a;
        REQUIRE(zero == a);
    }
}

TEST_CASE("a response time falls into the first bucket whose bound is above it") {
    ResponseTimes times;
    times.add(Milliseconds{9'999});
    times.add(Milliseconds{10'000});
    times.add(Milliseconds{700'000'000});
    CHECK(times.buckets.front() == 1);
    CHECK(times.buckets.at(1) == 1);
    CHECK(times.buckets.back() == 1);
    CHECK(times.count == 3);
}

}  // namespace
}  // namespace suowen
