#include "houvast/scoring/resample.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "scoring/distributions.hpp"
#include "scoring/lq2002.hpp"

namespace houvast::stats {
namespace {

using test::code_of;
using test::kMissing;
using Values = std::vector<double>;

// Pearson's chi-square of draws against the binomial distribution, cells of at least 25 expected.
void expect_binomial(std::int64_t n, double p) {
  constexpr int kDraws = 200000;
  Random random(42, static_cast<std::uint64_t>(n));
  std::map<std::int64_t, int> found;
  for (int i = 0; i < kDraws; ++i) ++found[binomial(random, n, p)];
  double chi_square = 0, expected = 0, observed = 0;
  int cells = 0;
  for (std::int64_t k = 0; k <= n; ++k) {
    const double probability = detail::binomial_cdf(k, n, p) - detail::binomial_cdf(k - 1, n, p);
    expected += probability * kDraws;
    observed += found.contains(k) ? found[k] : 0;
    const double rest = (1 - detail::binomial_cdf(k, n, p)) * kDraws;
    if (expected < 25 || (rest < 25 && k < n)) continue;
    chi_square += (observed - expected) * (observed - expected) / expected;
    ++cells;
    expected = observed = 0;
  }
  // Mean cells - 1 and variance twice that: six standard deviations.
  EXPECT_LT(chi_square, cells - 1 + 6 * std::sqrt(2.0 * std::max(1, cells - 1))) << "n " << n << ", p " << p;
  EXPECT_GT(cells, 1);
}

TEST(Resample, BinomialHasItsDistribution) {
  for (const std::int64_t n : {1, 7, 20, 100, 1000, 50000}) {
    for (const double p : {0.004, 0.1, 0.3, 0.5, 0.73, 0.98}) {
      if (static_cast<double>(n) * std::min(p, 1 - p) > 0.001 * 200) expect_binomial(n, p);
    }
  }
}

TEST(Resample, BinomialEnds) {
  Random random(1);
  EXPECT_EQ(binomial(random, 0, 0.5), 0);
  EXPECT_EQ(binomial(random, 9, 0), 0);
  EXPECT_EQ(binomial(random, 9, 1), 9);
  EXPECT_EQ(code_of([&] { (void)binomial(random, -1, 0.5); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)binomial(random, 1, 1.5); }), "HV-302");
}

TEST(Resample, DrawsAreTheSameBitsEverywhere) {
  // Recorded once with g++ 12 on x86-64; every compiler, library and machine must give these.
  Random random(2026);
  std::vector<std::int64_t> drawn;
  for (const double p : {0.01, 0.2, 0.5, 0.9}) {
    for (const std::int64_t n : {10, 1000, 1000000}) drawn.push_back(binomial(random, n, p));
  }
  EXPECT_EQ(drawn, (std::vector<std::int64_t>{0, 9, 10016, 1, 187, 200004, 3, 515, 500167, 6, 898, 899639}));
  const BootstrapOptions options{.resamples = 500, .method = BootstrapMethod::kBca, .seed = 9};
  const Estimate found =
      bootstrap_mean_from_histogram(Values{1, 2, 3, 4, 5}, std::vector<std::int64_t>{3, 10, 40, 35, 12}, options);
  EXPECT_DOUBLE_EQ(found.interval->low, 3.2434670216073114);
  EXPECT_DOUBLE_EQ(found.interval->high, 3.61);
}

TEST(Resample, MultinomialKeepsTheTotal) {
  Random random(3);
  const std::vector<std::int64_t> weights{0, 5, 0, 20, 1, 0};
  for (int i = 0; i < 1000; ++i) {
    const std::vector<std::int64_t> drawn = multinomial(random, 137, weights);
    std::int64_t total = 0;
    for (std::size_t j = 0; j < drawn.size(); ++j) {
      EXPECT_GE(drawn[j], 0);
      EXPECT_TRUE(weights[j] > 0 || drawn[j] == 0);
      total += drawn[j];
    }
    EXPECT_EQ(total, 137);
  }
  EXPECT_EQ(code_of([&] { (void)multinomial(random, 1, std::vector<std::int64_t>{0, 0}); }), "HV-302");
}

TEST(Resample, ThreadsDoNotChangeABit) {
  Values values;
  for (int i = 0; i < 300; ++i) values.push_back(std::sqrt(i));  // more than 64 different answers
  BootstrapOptions options{.resamples = 1000, .method = BootstrapMethod::kBca, .seed = 5};
  const Estimate one = bootstrap_mean(values, options);
  options.threads = 4;
  EXPECT_EQ(bootstrap_mean(values, options).interval, one.interval);
  EXPECT_EQ(one.provenance.options.at("resampling"), "respondents");
  EXPECT_EQ(one.provenance.seed, 5u);
}

TEST(Resample, HistogramMayComeInAnyOrder) {
  const BootstrapOptions options{.resamples = 200, .seed = 1};
  const Estimate sorted = bootstrap_mean_from_histogram(Values{1, 2, 3}, std::vector<std::int64_t>{5, 0, 9}, options);
  const Estimate shuffled =
      bootstrap_mean_from_histogram(Values{3, 1, 2, 3}, std::vector<std::int64_t>{4, 5, 0, 5}, options);
  EXPECT_EQ(sorted.value, shuffled.value);
  EXPECT_EQ(sorted.interval, shuffled.interval);
}

TEST(Resample, DegenerateSamples) {
  const Estimate single = bootstrap_mean(Values{4, kMissing});
  EXPECT_EQ(single.value, 4);
  EXPECT_FALSE(single.interval);
  const Estimate alike = bootstrap_mean(Values{4, 4, 4}, {.method = BootstrapMethod::kBca});
  EXPECT_EQ(alike.interval, (Interval{4, 4, 0.95}));
  EXPECT_EQ(reason_text(bootstrap_mean(Values{})), "no answers");
}

TEST(Resample, IndicesAreChecked) {
  const Values values{1, 2, 3};
  EXPECT_EQ(code_of([&] { (void)bootstrap_mean_from_indices(values, std::vector<std::int64_t>{0, 1}); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)bootstrap_mean_from_indices(values, std::vector<std::int64_t>{0, 1, 3}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)bootstrap_mean(values, {.resamples = 0}); }), "HV-302");
}

}  // namespace
}  // namespace houvast::stats
