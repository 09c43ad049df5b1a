// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <cstddef>
#include <memory>

namespace suowen {
namespace detail {

// Items travel in batches: one conversation is too little work to pay for a task of its own.
inline constexpr std::size_t kBatchItems = 32;
inline constexpr std::size_t kBatchesPerJob = 2;

// What was written before give() is seen after take(). The pipeline guarantees as much already, but
// inside a library that the thread sanitizer does not see into; said here, it costs nothing and
// lets the sanitizer watch everything else.
class HandOver {
public:
    void give() { given_.store(true, std::memory_order_release); }

    void take() const { static_cast<void>(given_.load(std::memory_order_acquire)); }

private:
    std::atomic<bool> given_{false};
};

template <class Item, class Done>
struct Batch {
    std::vector<Item> items;
    std::vector<Done> results;
    HandOver produced;
    HandOver transformed;
};

}  // namespace detail

template <class Item, class Done>
void ordered_map(unsigned jobs,
                 const std::function<std::optional<Item>()>& produce,
                 const std::function<Done(Item)>& transform,
                 const std::function<void(Done)>& commit) {
    if (jobs <= 1) {
        while (std::optional<Item> item = produce()) {
            commit(transform(std::move(*item)));
        }
        return;
    }
    // Travels as a plain pointer; the last stage owns it.
    using Batch = detail::Batch<Item, Done>;
    detail::HandOver last_produced;
    detail::HandOver last_committed;
    const auto next_batch = [&](tbb::flow_control& control) -> Batch* {
        last_produced.take();
        auto batch = std::make_unique<Batch>();
        while (batch->items.size() < detail::kBatchItems) {
            std::optional<Item> item = produce();
            if (!item) {
                break;
            }
            batch->items.push_back(std::move(*item));
        }
        if (batch->items.empty()) {
            control.stop();
            last_produced.give();
            return nullptr;
        }
        batch->produced.give();
        last_produced.give();
        return batch.release();
    };
    const auto transform_batch = [&](Batch* batch) {
        batch->produced.take();
        batch->results.reserve(batch->items.size());
        for (Item& item : batch->items) {
            batch->results.push_back(transform(std::move(item)));
        }
        batch->transformed.give();
        return batch;
    };
    const auto commit_batch = [&](Batch* last_used) {
        const std::unique_ptr<Batch> batch(last_used);
        batch->transformed.take();
        last_committed.take();
        for (Done& done : batch->results) {
            commit(std::move(done));
        }
        last_committed.give();
    };
    using tbb::filter_mode;
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
    tbb::parallel_pipeline(
        jobs * detail::kBatchesPerJob,
        tbb::make_filter<void, Batch*>(filter_mode::serial_in_order, next_batch) &
            tbb::make_filter<Batch*, Batch*>(filter_mode::parallel, transform_batch) &
            tbb::make_filter<Batch*, void>(filter_mode::serial_in_order, commit_batch));
    last_produced.take();
    last_committed.take();
}

}  // namespace suowen
