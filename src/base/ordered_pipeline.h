// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace suowen {

// Runs `produce` (serial, until it returns nothing) -> `transform` (up to `jobs` at a time, any
// thread) -> `commit` (serial, in the order of production). At most a few batches are in flight, so
// memory stays flat. With one job everything runs on the calling thread. None of the three may
// throw.
template <class Item, class Done>
void ordered_map(unsigned jobs,
                 const std::function<std::optional<Item>()>& produce,
                 const std::function<Done(Item)>& transform,
                 const std::function<void(Done)>& commit);

}  // namespace suowen

#include "base/ordered_pipeline_impl.h"
