// Statistics of arrays in which numbers are missing, constant, enormous or not finite.
#include <cmath>

#include "bytes.hpp"
#include "houvast/scoring/agreement.hpp"
#include "houvast/scoring/contrast.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/scoring/ordinal.hpp"
#include "houvast/scoring/reliability.hpp"
#include "houvast/scoring/resample.hpp"

namespace {

using namespace houvast;
using namespace houvast::stats;
using fuzz::accepted;
using fuzz::Bytes;
using fuzz::must;

// What an estimate promises: a value or a reason, and an interval that is one.
void sound(const Estimate& estimate) {
  must(estimate.defined() || !estimate.reason.empty());
  if (estimate.interval) must(!(estimate.interval->low > estimate.interval->high));
}

template <class Make>
void check(Make make) {
  accepted([&] { sound(make()); });
}

void of_one(const std::vector<double>& x, const Bounds& bounds) {
  accepted([&] { (void)distribution(x, bounds); });
  check([&] { return ordinal_median(x); });
  check([&] { return interpolated_median(x); });
  check([&] { return mean(x); });
  check([&] { return mode(x); });
  check([&] { return consensus(x, bounds); });
  check([&] { return agreement_a(x, bounds); });
  check([&] { return polarisation(x, bounds); });
  check([&] { return bootstrap_mean(x, {.resamples = 20}); });
  check([&] { return bootstrap_mean(x, {.resamples = 20, .method = BootstrapMethod::kBca}); });
  accepted([&] { (void)reverse_code(x, bounds); });
  accepted([&] { (void)benjamini_hochberg(x); });
}

void of_two(const std::vector<double>& x, const std::vector<double>& y) {
  check([&] { return cliffs_delta(x, y); });
  check([&] { return mann_whitney(x, y); });
  check([&] { return wilcoxon_signed_rank(x, y); });
  check([&] { return sign_test(x, y); });
  check([&] { return standardized_response_mean(x, y); });
  check([&] { return polychoric_correlation(x, y); });
}

void of_items(const Items& items, const Bounds& bounds, const Grouping& groups) {
  check([&] { return cronbach_alpha(items); });
  check([&] { return standardized_alpha(items); });
  check([&] { return spearman_brown(items); });
  check([&] { return omega_total(items); });
  check([&] { return ordinal_alpha(items); });
  check([&] { return krippendorff_alpha(items, {.resamples = 5}); });
  accepted([&] { (void)item_statistics(items); });
  accepted([&] { (void)factor_loadings(items); });
  accepted([&] { (void)scale_scores(items); });
  accepted([&] { (void)rwg_j(items, groups); });
  accepted([&] { (void)r_star_wg_j(items, groups); });
  accepted([&] { (void)awg(items, groups, bounds); });
  accepted([&] { (void)average_deviation(items, groups, Centre::kMean); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  const Bounds bounds{static_cast<double>(bytes.below(3)), static_cast<double>(bytes.below(8))};
  const std::size_t columns = bytes.below(6), rows = bytes.below(24);
  const std::vector<double> x = bytes.numbers(rows), y = bytes.numbers(bytes.chance(8) ? columns : rows);
  const std::vector<double> table = bytes.numbers(columns * rows);
  const std::vector<std::string> labels{"a", "b", "c"};
  std::vector<std::int32_t> codes(rows);
  for (std::int32_t& code : codes) code = static_cast<std::int32_t>(bytes.below(4)) - 1;
  const Grouping groups{codes, labels};
  of_one(x, bounds);
  of_two(x, y);
  of_items({table, static_cast<std::int64_t>(columns)}, bounds, groups);
  accepted([&] { (void)rwg(x, groups); });
  check([&] { return icc(x, groups); });
  check([&] { return design_effect(x, groups); });
  const auto n = static_cast<std::int64_t>(bytes.below(70)) - 2;
  check([&] { return wilson_interval(static_cast<std::int64_t>(bytes.below(70)) - 2, n); });
  return 0;
}
