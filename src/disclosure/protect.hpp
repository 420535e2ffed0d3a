#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "houvast/disclosure/release.hpp"

namespace houvast::detail {

/// "5–9", "10–19", "20–49", "50–99", "100–199", "200+"; "0–4" below.
[[nodiscard]] std::string n_band(std::int64_t n);

/// A share rounded to what n allows.
[[nodiscard]] double rounded_share(double share, std::int64_t n);

/// The share with its interval when 0 or at least `threshold` people stand on either side and no side has 90 % or more;
/// else the quarter it lies in.
[[nodiscard]] ReleasedShare protected_share(std::int64_t count, std::int64_t n, const std::optional<Interval>& interval,
                                            std::int64_t threshold);

/// Neighbouring categories joined, never across `boundary` (index of the first category of the second side), until each
/// bin is empty or has at least `threshold` people; empty when that is impossible.
[[nodiscard]] std::vector<ReleasedBin> collapsed(const std::vector<std::int64_t>& counts, int min,
                                                 std::int64_t boundary, std::int64_t threshold);

/// Which groups are published by themselves (their index) and which only together (-1): every published set, and all
/// that go together, reach the threshold in both numbers, or everything goes together.
[[nodiscard]] std::vector<int> published_groups(const std::vector<std::int64_t>& asked,
                                                const std::vector<std::int64_t>& answered, std::int64_t threshold);

/// Groups whose cell of one item must be hidden: those below the threshold, and the smallest others until what is
/// hidden is 0 or at least the threshold, and never just one.
[[nodiscard]] std::vector<bool> hidden_cells(const std::vector<std::int64_t>& n, std::int64_t threshold);

}  // namespace houvast::detail
