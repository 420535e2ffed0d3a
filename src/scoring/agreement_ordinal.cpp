#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "houvast/scoring/agreement.hpp"
#include "scoring/support.hpp"

namespace houvast::stats {
namespace {

using detail::Definition;

constexpr Definition kConsensus{"Consensus", "Tastle & Wierman (2007)"};
constexpr Definition kAgreement{"Agreement A", "Van der Eijk (2001)"};
constexpr Definition kPolarisation{"Polarisation, (1 - A) / 2 with van der Eijk's A", "Van der Eijk (2001)"};

std::int64_t total_of(std::span<const std::int64_t> counts) {
  std::int64_t total = 0;
  for (const std::int64_t count : counts) {
    if (count < 0) detail::fail("HV-302", "counts", std::to_string(count), "0 or more");
    total += count;
  }
  return total;
}

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
double layered_agreement(std::vector<std::int64_t> left, std::int64_t total) {
  double sum = 0;
  std::vector<bool> filled(left.size());
  while (true) {
    std::int64_t height = std::numeric_limits<std::int64_t>::max(), size = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
      filled[i] = left[i] > 0;
      if (!filled[i]) continue;
      height = std::min(height, left[i]);
      ++size;
    }
    if (size == 0) break;
    sum += static_cast<double>(height * size) * pattern_agreement(filled);
    for (std::int64_t& count : left) count -= count > 0 ? height : 0;
  }
  return sum / static_cast<double>(total);
}

Estimate agreement_of(std::span<const std::int64_t> counts, const Definition& definition) {
  if (counts.size() < 3) {
    detail::fail("HV-302", "categories", std::to_string(counts.size()), "at least three for van der Eijk's agreement");
  }
  const std::int64_t n = total_of(counts);
  const detail::Options options{{"categories", std::to_string(counts.size())}};
  if (n == 0) return detail::undefined(definition, 0, "no answers", options);
  return detail::estimate_of(definition, n, layered_agreement({counts.begin(), counts.end()}, n), options);
}

}  // namespace

Estimate consensus_from_counts(std::span<const std::int64_t> counts) {
  if (counts.size() < 2) {
    detail::fail("HV-302", "categories", std::to_string(counts.size()), "at least two");
  }
  const std::int64_t n = total_of(counts);
  const detail::Options options{{"categories", std::to_string(counts.size())}};
  if (n == 0) return detail::undefined(kConsensus, 0, "no answers", options);
  const auto size = static_cast<double>(n);
  const auto width = static_cast<double>(counts.size() - 1);
  double sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) sum += static_cast<double>(counts[i]) * static_cast<double>(i);
  const double mean = sum / size;
  double value = 1;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    value += static_cast<double>(counts[i]) / size * std::log2(1 - std::abs(static_cast<double>(i) - mean) / width);
  }
  Estimate result = detail::estimate_of(kConsensus, n, value, options);
  result.details = {{"dissention", 1 - value}, {"mean", mean}};
  return result;
}

Estimate consensus(std::span<const double> values, const Bounds& bounds) {
  Estimate result = consensus_from_counts(detail::counts_of(values, bounds, "values"));
  if (result.defined()) result.details["mean"] += bounds.low;
  return result;
}

Estimate agreement_a_from_counts(std::span<const std::int64_t> counts) {
  return agreement_of(counts, kAgreement);
}

Estimate agreement_a(std::span<const double> values, const Bounds& bounds) {
  return agreement_a_from_counts(detail::counts_of(values, bounds, "values"));
}

Estimate polarisation_from_counts(std::span<const std::int64_t> counts) {
  Estimate result = agreement_of(counts, kPolarisation);
  if (result.defined()) result.value = (1 - result.value) / 2;
  return result;
}

Estimate polarisation(std::span<const double> values, const Bounds& bounds) {
  return polarisation_from_counts(detail::counts_of(values, bounds, "values"));
}

}  // namespace houvast::stats
