// SPDX-License-Identifier: Apache-2.0
#pragma once

// Catch2 v3 split its single header; Debian 12 has v2.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
