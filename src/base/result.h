// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <variant>

#include "base/check.h"
#include "base/diagnostic.h"

namespace suowen {

template <class E>
struct Unexpected {
    E error;
};

template <class E>
Unexpected<std::decay_t<E>> unexpected(E&& error) {
    return {std::forward<E>(error)};
}

// A value or the reason why there is none. The subset of std::expected that this project uses,
// spelled the same way, so that C++23 is a one-line change.
template <class T, class E>
class [[nodiscard]] Expected {
public:
    Expected(T value) : state_(std::in_place_index<0>, std::move(value)) {}

    template <class U>
    Expected(Unexpected<U> failure) : state_(std::in_place_index<1>, std::move(failure.error)) {}

    [[nodiscard]] bool has_value() const { return state_.index() == 0; }

    explicit operator bool() const { return has_value(); }

    T& value() {
        SUOWEN_CHECK(has_value());
        return *std::get_if<0>(&state_);
    }

    const T& value() const {
        SUOWEN_CHECK(has_value());
        return *std::get_if<0>(&state_);
    }

    E& error() {
        SUOWEN_CHECK(!has_value());
        return *std::get_if<1>(&state_);
    }

    const E& error() const {
        SUOWEN_CHECK(!has_value());
        return *std::get_if<1>(&state_);
    }

    T& operator*() { return value(); }

    const T& operator*() const { return value(); }

    T* operator->() { return &value(); }

    const T* operator->() const { return &value(); }

private:
    std::variant<T, E> state_;
};

// Failure of a whole operation; damage inside a stream travels as a Diagnostic in the stream
// instead.
template <class T>
using Result = Expected<T, Diagnostic>;

}  // namespace suowen
