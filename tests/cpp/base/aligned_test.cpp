#include "base/aligned.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <new>
#include <vector>

namespace houvast {
namespace {

struct alignas(64) Line {
  double lane[8] = {};
};

TEST(Aligned, EveryArrayStandsOnTheBytesOfItsType) {
  std::vector<detail::AlignedArray<Line>> kept;  // so that each has other memory
  for (std::size_t size = 0; size < 200; ++size) {
    detail::AlignedArray<Line>& lines = kept.emplace_back(size);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(lines.data()) % 64, 0U) << size;
    for (std::size_t i = 0; i < size; ++i) {
      auto& lane = lines[i].lane;
      EXPECT_EQ(std::count(std::begin(lane), std::end(lane), 0.0), 8) << size << ' ' << i;
      std::fill(std::begin(lane), std::end(lane), 1.0);  // what the next one gets was used
    }
    if (size % 3 == 0) kept.pop_back();
  }
}

TEST(Aligned, WhatNoMemoryHoldsIsRefused) {
  EXPECT_THROW(detail::AlignedArray<Line>(std::numeric_limits<std::size_t>::max() / 2), std::bad_alloc);
}

}  // namespace
}  // namespace houvast
