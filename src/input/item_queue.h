// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>
#include <utility>

#include "input/stream_item.h"

namespace suowen::input {

// What one record gave, to be handed on one by one.
class ItemQueue {
public:
    [[nodiscard]] bool empty() const { return items_.empty(); }

    void push(Conversation conversation) { items_.emplace_back(std::move(conversation)); }

    void push(Diagnostic diagnostic) { items_.emplace_back(std::move(diagnostic)); }

    void push(StreamItem item) { items_.push_back(std::move(item)); }

    void push(Diagnostics diagnostics) {
        for (Diagnostic& diagnostic : diagnostics) {
            items_.push_back(std::move(diagnostic));
        }
    }

    // Empty if there is none.
    [[nodiscard]] std::optional<StreamItem> pop() {
        if (items_.empty()) {
            return std::nullopt;
        }
        std::optional<StreamItem> item(std::move(items_.front()));
        items_.pop_front();
        return item;
    }

private:
    std::deque<StreamItem> items_;
};

}  // namespace suowen::input
