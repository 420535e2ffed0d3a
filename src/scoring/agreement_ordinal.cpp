#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "houvast/scoring/agreement.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
namespace {

using detail::Definition;

constexpr Definition kConsensus{"method.consensus", "source.tastle_wierman_2007"};
constexpr Definition kAgreement{"method.agreement_a", "source.van_der_eijk_2001"};
constexpr Definition kPolarisation{"method.polarisation", "source.van_der_eijk_2001"};

// Weights of the categories and what they sum to.
struct Shares {
  std::vector<double> weights;
  double total = 0;
  std::int64_t n = 0;  // the total as a whole number

  explicit Shares(std::span<const double> given) : weights(given.begin(), given.end()) {
    for (const double weight : weights) {
      if (!(weight >= 0 && std::isfinite(weight))) {
        detail::fail("HV-302", argument("counts"), detail::text_of(weight), {"problem.expected.finite_count"});
      }
      total += weight;
    }
    constexpr double kMost = 9e15;  // beyond, not every whole number is a double
    if (total > kMost)
      detail::fail("HV-302", argument("counts"), detail::text_of(total), {"problem.expected.largest_sum"});
    n = std::llround(total);
  }
};

// Agreement of one layer: which categories it fills.
double pattern_agreement(const std::vector<bool>& filled) {
  const std::size_t categories = filled.size();
  std::int64_t size = 0;
  for (const bool full : filled) size += full;
  std::int64_t one_camp = 0, two_camps = 0;  // triples 110 and 011; triples 101
  std::int64_t full_before = 0, empty_before = 0;
  for (std::size_t j = 0; j < categories; ++j) {
    const std::int64_t full_after = size - full_before - (filled[j] ? 1 : 0);
    const std::int64_t empty_after = static_cast<std::int64_t>(categories - 1 - j) - full_after;
    if (filled[j]) {
      one_camp += full_before * empty_after + empty_before * full_after;
      ++full_before;
    } else {
      two_camps += full_before * full_after;
      ++empty_before;
    }
  }
  const auto all = static_cast<double>(categories);
  double unimodality = 1;
  if (one_camp + two_camps > 0) {
    unimodality = ((all - 2) * static_cast<double>(one_camp) - (all - 1) * static_cast<double>(two_camps)) /
                  ((all - 2) * static_cast<double>(one_camp + two_camps));
  }
  return unimodality * (1 - static_cast<double>(size - 1) / (all - 1));
}

// The distribution as a pile of layers, each of equal height in the categories it fills.
double layered_agreement(const Shares& shares) {
  double sum = 0;
  std::vector<double> left = shares.weights;
  std::vector<bool> filled(left.size());
  while (true) {
    double height = std::numeric_limits<double>::infinity(), size = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
      filled[i] = left[i] > 0;
      if (!filled[i]) continue;
      height = std::min(height, left[i]);
      ++size;
    }
    if (size == 0) break;
    sum += height * size * pattern_agreement(filled);
    for (double& weight : left) weight -= weight > 0 ? height : 0;
  }
  return sum / shares.total;
}

Estimate agreement_of(std::span<const double> counts, const Definition& definition) {
  if (counts.size() < 3) {
    detail::fail("HV-302", argument("categories"), std::to_string(counts.size()),
                 {"problem.expected.three_categories"});
  }
  const Shares shares(counts);
  const detail::Options options{{"categories", std::to_string(counts.size())}};
  if (shares.total == 0) return detail::undefined(definition, 0, {"reason.no_answers"}, options);
  return detail::estimate_of(definition, shares.n, layered_agreement(shares), options);
}

std::vector<double> as_weights(std::span<const std::int64_t> counts) {
  return {counts.begin(), counts.end()};
}

}  // namespace

Estimate consensus_from_counts(std::span<const double> counts) {
  if (counts.size() < 2) {
    detail::fail("HV-302", argument("categories"), std::to_string(counts.size()), {"problem.expected.two_at_least"});
  }
  const Shares shares(counts);
  const detail::Options options{{"categories", std::to_string(counts.size())}};
  if (shares.total == 0) return detail::undefined(kConsensus, 0, {"reason.no_answers"}, options);
  const auto width = static_cast<double>(counts.size() - 1);
  double sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) sum += counts[i] * static_cast<double>(i);
  const double mean = sum / shares.total;
  double value = 1;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    value += counts[i] / shares.total * std::log2(1 - std::abs(static_cast<double>(i) - mean) / width);
  }
  Estimate result = detail::estimate_of(kConsensus, shares.n, value, options);
  result.details = {{"dissention", 1 - value}, {"mean", mean}};
  return result;
}

Estimate consensus_from_counts(std::span<const std::int64_t> counts) {
  return consensus_from_counts(as_weights(counts));
}

Estimate consensus(std::span<const double> values, const Bounds& bounds) {
  Estimate result = consensus_from_counts(detail::counts_of(values, bounds, "values"));
  if (result.defined()) result.details["mean"] += bounds.low;
  return result;
}

Estimate agreement_a_from_counts(std::span<const double> counts) {
  return agreement_of(counts, kAgreement);
}

Estimate agreement_a_from_counts(std::span<const std::int64_t> counts) {
  return agreement_a_from_counts(as_weights(counts));
}

Estimate agreement_a(std::span<const double> values, const Bounds& bounds) {
  return agreement_a_from_counts(detail::counts_of(values, bounds, "values"));
}

Estimate polarisation_from_counts(std::span<const double> counts) {
  Estimate result = agreement_of(counts, kPolarisation);
  if (result.defined()) result.value = (1 - result.value) / 2;
  return result;
}

Estimate polarisation_from_counts(std::span<const std::int64_t> counts) {
  return polarisation_from_counts(as_weights(counts));
}

Estimate polarisation(std::span<const double> values, const Bounds& bounds) {
  return polarisation_from_counts(detail::counts_of(values, bounds, "values"));
}

}  // namespace houvast::inline v0_1::stats
