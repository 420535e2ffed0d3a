#include "houvast/scoring/resample.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/base/parallel.hpp"
#include "houvast/base/stop.hpp"
#include "scoring/distributions.hpp"
#include "scoring/multinomial.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using detail::Definition;

constexpr Definition kPercentile{"method.bootstrap_percentile", "source.efron_1979"};
constexpr Definition kBca{"method.bootstrap_bca", "source.efron_1987"};

constexpr std::int64_t kMostResamples = 2147483647;           // as many as anybody can wait for
constexpr std::int64_t kMostAnswers = std::int64_t{1} << 53;  // more are not counted exactly in a double
constexpr std::size_t kHistogramValues = 64;  // more different values are drawn respondent by respondent

const Definition& definition_of(const BootstrapOptions& options) {
  return options.method == BootstrapMethod::kBca ? kBca : kPercentile;
}

// The different answers in ascending order and how often each was given (at least once).
struct Histogram {
  std::vector<double> values;
  std::vector<std::int64_t> counts;
  std::int64_t n = 0;

  // Always summed in the same order, so that equal counts give equal bits.
  [[nodiscard]] double mean_of(std::span<const std::int64_t> of) const {
    double sum = 0;
    for (std::size_t i = 0; i < of.size(); ++i) sum += static_cast<double>(of[i]) * values[i];
    return sum / static_cast<double>(n);
  }
};

Histogram histogram_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  Histogram result;
  result.n = static_cast<std::int64_t>(values.size());
  for (const double value : values) {
    if (result.values.empty() || result.values.back() != value) {
      result.values.push_back(value);
      result.counts.push_back(0);
    }
    ++result.counts.back();
  }
  return result;
}

// One mean per resample; `draw` fills the counts of one resample.
using Draw = std::function<void(Random&, std::vector<std::int64_t>&)>;

std::vector<double> resampled_means(const Histogram& sample, const BootstrapOptions& options, const Draw& draw) {
  constexpr std::int64_t kPerChunk = 64;
  const std::int64_t chunks = (options.resamples + kPerChunk - 1) / kPerChunk;
  std::vector<double> means(as_size(options.resamples));
  parallel_for(chunks, options.threads, [&](std::int64_t chunk) {
    Random random(options.seed, static_cast<std::uint64_t>(chunk));
    std::vector<std::int64_t> counts(sample.counts.size());
    const std::int64_t end = std::min(options.resamples, (chunk + 1) * kPerChunk);
    for (std::int64_t i = chunk * kPerChunk; i < end; ++i) {
      stop_point();
      draw(random, counts);
      at(means, i) = sample.mean_of(counts);
    }
  });
  return means;
}

double acceleration_of(const Histogram& sample, double mean) {
  double squares = 0, cubes = 0;
  for (std::size_t i = 0; i < sample.values.size(); ++i) {
    const double deviation = sample.values[i] - mean;
    squares += static_cast<double>(sample.counts[i]) * deviation * deviation;
    cubes += static_cast<double>(sample.counts[i]) * deviation * deviation * deviation;
  }
  return cubes / (6 * squares * std::sqrt(squares));
}

// Reads the interval from the resampled means, of which there is at least one.
Estimate with_interval(const Histogram& sample, std::vector<double> means, const BootstrapOptions& options,
                       detail::Options used) {
  const double mean = sample.mean_of(sample.counts);
  const bool finite =
      std::isfinite(mean) && std::all_of(means.begin(), means.end(), [](double m) { return std::isfinite(m); });
  if (!finite) {
    return detail::undefined(definition_of(options), sample.n, {"reason.sum_too_large"}, std::move(used));
  }
  Estimate result = detail::estimate_of(definition_of(options), sample.n, mean, std::move(used));
  if (sample.n == 1) {
    result.method = {"method.bootstrap_one"};
    return result;
  }
  if (sample.values.size() == 1) {
    result.interval = {mean, mean, options.level};
    result.details["standard_error"] = 0;
    return result;
  }
  const auto size = static_cast<double>(means.size());
  std::sort(means.begin(), means.end());
  const double centre = detail::exact_sum(means) / size;
  double squares = 0;
  for (const double value : means) squares += (value - centre) * (value - centre);
  if (means.size() > 1) result.details["standard_error"] = std::sqrt(squares / (size - 1));
  double low = (1 - options.level) / 2, high = 1 - low;
  if (options.method == BootstrapMethod::kBca) {
    const auto [first, last] = std::equal_range(means.begin(), means.end(), mean);
    const double below = static_cast<double>((first - means.begin()) + (last - means.begin())) / (2 * size);
    if (below == 0 || below == 1) {
      result.method = {"method.bootstrap_one_sided"};
      return result;
    }
    const double bias = detail::normal_quantile(below);
    const double acceleration = acceleration_of(sample, mean);
    if (!std::isfinite(acceleration)) {
      result.method = {"method.bootstrap_too_far"};
      return result;
    }
    const double z = detail::normal_quantile(low);
    const auto adjusted = [&](double quantile) {
      return detail::normal_cdf(bias + (bias + quantile) / (1 - acceleration * (bias + quantile)));
    };
    low = adjusted(z);
    high = adjusted(-z);
    result.details["bias"] = bias;
    result.details["acceleration"] = acceleration;
  }
  result.interval = {detail::quantile_of_sorted(means, low), detail::quantile_of_sorted(means, high), options.level};
  return result;
}

detail::Options used_options(const BootstrapOptions& options, const char* drawn) {
  return {{"level", detail::text_of(options.level)}, {"resampling", drawn}};
}

Estimate drawn_mean(const Histogram& sample, const BootstrapOptions& options) {
  const bool as_histogram = sample.values.size() <= kHistogramValues;
  detail::Options used = used_options(options, as_histogram ? "histogram" : "respondents");
  used["resamples"] = std::to_string(options.resamples);
  if (sample.n == 0) return detail::undefined(definition_of(options), 0, {"reason.no_answers"}, std::move(used));
  std::vector<std::int32_t> index;  // of each respondent's answer
  if (!as_histogram) {
    for (std::size_t i = 0; i < sample.counts.size(); ++i) {
      index.insert(index.end(), as_size(sample.counts[i]), static_cast<std::int32_t>(i));
    }
  }
  const Draw draw = [&](Random& random, std::vector<std::int64_t>& counts) {
    if (as_histogram) {
      detail::draw_multinomial(random, sample.n, sample.counts, counts);
      return;
    }
    std::fill(counts.begin(), counts.end(), 0);
    for (std::size_t i = 0; i < index.size(); ++i) ++at(counts, index[random.below(index.size())]);
  };
  Estimate result = with_interval(sample, resampled_means(sample, options, draw), options, std::move(used));
  result.provenance.seed = options.seed;
  return result;
}

void require_options(const BootstrapOptions& options) {
  detail::require_level(options.level);
  if (options.resamples < 1 || options.resamples > kMostResamples) {
    detail::fail("HV-302", argument("resamples"), std::to_string(options.resamples),
                 {"problem.expected.from_to", {{"low", 1}, {"high", kMostResamples}}});
  }
}

}  // namespace

BootstrapMethod bootstrap_method_of(std::string_view name) {
  return choose<BootstrapMethod>(argument("method"), name,
                                 {{"percentile", BootstrapMethod::kPercentile}, {"bca", BootstrapMethod::kBca}});
}

Estimate bootstrap_mean(std::span<const double> values, const BootstrapOptions& options) {
  require_options(options);
  detail::require_finite(values, "values");
  return drawn_mean(histogram_of(detail::present(values)), options);
}

Estimate bootstrap_mean_from_histogram(std::span<const double> values, std::span<const std::int64_t> counts,
                                       const BootstrapOptions& options) {
  require_options(options);
  detail::require_same_length(static_cast<std::int64_t>(counts.size()), static_cast<std::int64_t>(values.size()),
                              "counts", "values");
  std::vector<std::pair<double, std::int64_t>> given;
  std::int64_t all = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isfinite(values[i]))
      detail::fail("HV-302", argument("values"), detail::text_of(values[i]), {"problem.expected.only_finite"});
    if (counts[i] < 0 || counts[i] > kMostAnswers - all) {
      detail::fail("HV-302", argument("counts"), std::to_string(counts[i]), {"problem.expected.counts_in_all"});
    }
    all += counts[i];
    given.emplace_back(values[i], counts[i]);
  }
  std::sort(given.begin(), given.end());
  Histogram sample;
  for (const auto& [value, count] : given) {
    sample.n += count;
    if (count == 0) continue;
    if (sample.values.empty() || sample.values.back() != value) {
      sample.values.push_back(value);
      sample.counts.push_back(0);
    }
    sample.counts.back() += count;
  }
  return drawn_mean(sample, options);
}

Estimate bootstrap_mean_from_indices(std::span<const double> values, std::span<const std::int64_t> indices,
                                     const BootstrapOptions& options) {
  detail::require_level(options.level);
  const detail::Options used = used_options(options, "indices");
  for (const double value : values) {
    if (!std::isfinite(value))
      detail::fail("HV-302", argument("values"), detail::text_of(value), {"problem.expected.only_finite"});
  }
  if (values.empty()) return detail::undefined(definition_of(options), 0, {"reason.no_answers"}, used);
  if (indices.empty() || indices.size() % values.size() != 0) {
    detail::fail("HV-301", argument("indices"), Claim{"problem.value.indices", {{"n", indices.size()}}},
                 {"problem.expected.whole_resamples", {{"n", values.size()}}});
  }
  const Histogram sample = histogram_of({values.begin(), values.end()});
  std::vector<std::size_t> place;  // of each respondent's answer in the histogram
  for (const double value : values) {
    const auto found = std::lower_bound(sample.values.begin(), sample.values.end(), value);
    place.push_back(as_size(found - sample.values.begin()));
  }
  std::vector<double> means;
  std::vector<std::int64_t> counts(sample.counts.size());
  for (std::size_t first = 0; first < indices.size(); first += values.size()) {
    stop_point();
    std::fill(counts.begin(), counts.end(), 0);
    for (const std::int64_t index : indices.subspan(first, values.size())) {
      if (index < 0 || index >= sample.n) {
        detail::fail("HV-302", argument("indices"), std::to_string(index),
                     {"problem.expected.from_to", {{"low", 0}, {"high", sample.n - 1}}});
      }
      ++counts[at(place, index)];
    }
    means.push_back(sample.mean_of(counts));
  }
  return with_interval(sample, std::move(means), options, used);
}

}  // namespace houvast::inline v0_1::stats
