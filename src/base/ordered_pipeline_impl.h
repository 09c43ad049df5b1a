// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <cstddef>
#include <memory>

namespace suowen {
namespace detail {

// Items travel in batches: one conversation is too little work to pay for a task of its own.
inline constexpr std::size_t kBatchItems = 32;
inline constexpr std::size_t kBatchesPerJob = 2;

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
    using Items = std::vector<Item>;
    using Results = std::vector<Done>;
    const auto next_batch = [&](tbb::flow_control& control) -> std::shared_ptr<Items> {
        auto batch = std::make_shared<Items>();
        while (batch->size() < detail::kBatchItems) {
            std::optional<Item> item = produce();
            if (!item) {
                break;
            }
            batch->push_back(std::move(*item));
        }
        if (batch->empty()) {
            control.stop();
        }
        return batch;
    };
    const auto transform_batch = [&](const std::shared_ptr<Items>& batch) {
        auto results = std::make_shared<Results>();
        results->reserve(batch->size());
        for (Item& item : *batch) {
            results->push_back(transform(std::move(item)));
        }
        return results;
    };
    const auto commit_batch = [&](const std::shared_ptr<Results>& results) {
        for (Done& done : *results) {
            commit(std::move(done));
        }
    };
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
    tbb::parallel_pipeline(jobs * detail::kBatchesPerJob,
                           tbb::make_filter<void, std::shared_ptr<Items>>(
                               tbb::filter_mode::serial_in_order, next_batch) &
                               tbb::make_filter<std::shared_ptr<Items>, std::shared_ptr<Results>>(
                                   tbb::filter_mode::parallel, transform_batch) &
                               tbb::make_filter<std::shared_ptr<Results>, void>(
                                   tbb::filter_mode::serial_in_order, commit_batch));
}

}  // namespace suowen
