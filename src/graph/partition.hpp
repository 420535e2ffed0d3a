#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace houvast::inline v0_1::graph::detail {

/// Groups as given, checked and numbered 0..count - 1 in order of their codes, without empty groups.
struct Partition {
  std::vector<std::int32_t> group;  ///< per node, -1 = none
  std::vector<std::int64_t> size;   ///< per group
  std::vector<std::string> label;   ///< per group
  std::int64_t members = 0;         ///< nodes with a group

  [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(size.size()); }
};

enum class Groupless { kAllowed, kRefused };

/// @throws ValueError HV-301 not one code per node, HV-302 a code that is too small or has no label
[[nodiscard]] Partition partition_of(std::span<const std::int32_t> groups, std::int64_t nodes,
                                     std::span<const std::string> labels, Groupless groupless);

}  // namespace houvast::inline v0_1::graph::detail
