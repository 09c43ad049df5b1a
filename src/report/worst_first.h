// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <vector>

namespace suowen::report {

// Keeps the `most` items of the highest ranks, those of a rank in the order in which they came, and
// counts the others: memory does not grow with the input.
template <class Rank, class Item>
class WorstFirst {
public:
    explicit WorstFirst(std::size_t most) : most_(most) {}

    // `make` gives the item; it is called only when there is room for it.
    template <class Make>
    void add(const Rank& rank, Make&& make) {
        if (kept_ == most_) {
            ++left_out_;
            if (kept_ == 0 || rank <= by_rank_.rbegin()->first) {
                return;
            }
            drop_last();
        }
        by_rank_[rank].push_back(make());
        ++kept_;
    }

    template <class Visit>
    void each(Visit&& visit) const {
        for (const auto& [rank, items] : by_rank_) {
            for (const Item& item : items) {
                visit(item);
            }
        }
    }

    [[nodiscard]] std::uint64_t left_out() const { return left_out_; }

private:
    void drop_last() {
        const auto last = std::prev(by_rank_.end());
        last->second.pop_back();
        if (last->second.empty()) {
            by_rank_.erase(last);
        }
        --kept_;
    }

    std::size_t most_;
    std::size_t kept_ = 0;
    std::uint64_t left_out_ = 0;
    std::map<Rank, std::vector<Item>, std::greater<>> by_rank_;  // No list is empty.
};

}  // namespace suowen::report
