#include "houvast/scoring/reliability.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "base/bits.hpp"
#include "houvast/base/random.hpp"
#include "scoring/lq2002.hpp"
#include "scoring/moments_kernel.hpp"

namespace houvast::stats {
namespace {

using test::code_of;
using test::kMissing;

// Found by fuzzing: all of the spread lies between two kinds of people, and rounding made it more than all.
TEST(Reliability, AlphaIsOneAtMostAndItsIntervalDoesNotTurnRound) {
  std::vector<double> values{2, 3, 6, 4, 4, 0, 5e-324, 3, 1, 4, 4, 5, 5, 6, 2, 1, 6, 5, 4, 0, 5, 1, 3, 5, 4, 2};
  values.resize(42, 1e15);
  const Estimate alpha = cronbach_alpha({values, 2});
  EXPECT_LE(alpha.value, 1);
  EXPECT_LE(alpha.interval->low, alpha.interval->high);
}

TEST(Reliability, MatchesPsychOnLeadershipClimate) {
  const auto data = test::leadership_climate();
  const auto r = test::reference()["lq2002_lead"];
  const Estimate alpha = cronbach_alpha(data.table());
  EXPECT_NEAR(alpha.value, r["cronbach_alpha"].get<double>(), 1e-12);
  EXPECT_NEAR(alpha.details.at("standardized"), r["cronbach_alpha_std"].get<double>(), 1e-12);
  EXPECT_EQ(alpha.n, 2042);
  const Table items = item_statistics(data.table());
  test::expect_near(test::numbers(items, "mean"), r["item_means"], 1e-12);
  test::expect_near(test::numbers(items, "sd"), r["item_sd"], 1e-12);
  test::expect_near(test::numbers(items, "alpha_if_dropped"), r["alpha_if_dropped"], 1e-12);
  test::expect_near(test::numbers(items, "item_rest_correlation"), r["item_rest_correlation"], 1e-12);
  EXPECT_NEAR(omega_total(data.table()).value, r["omega_total_one_factor_minres"].get<double>(), 1e-7);
  test::expect_near(test::numbers(factor_loadings(data.table()), "loading"), r["one_factor_minres_loadings"], 1e-6);
}

// Random answers with gaps, as doubles and as bytes.
struct Answers {
  Answers(std::int64_t rows, std::int64_t items_, double missing) : items(items_) {
    Random random(11);
    bytes.assign(static_cast<std::size_t>(rows * items), 255);
    for (std::int64_t row = 0; row < rows; ++row) {
      for (std::int64_t item = 0; item < items; ++item) {
        const auto code = static_cast<std::uint8_t>(1 + random.below(5));
        const bool gone = random.chance(missing);
        doubles.push_back(gone ? kMissing : code);
        if (!gone) bytes[static_cast<std::size_t>(item * rows + row)] = code;
      }
    }
  }
  std::int64_t items;
  std::vector<double> doubles;
  std::vector<std::uint8_t> bytes;
};

void expect_same(const ItemMoments& a, const ItemMoments& b, double tolerance) {
  EXPECT_EQ(a.respondents, b.respondents);
  EXPECT_EQ(a.pair_n, b.pair_n);
  test::expect_near(a.means, b.means, tolerance);
  test::expect_near(a.covariance, b.covariance, tolerance);
}

TEST(Reliability, BytesAndDoublesGiveTheSameBits) {
  for (const double missing : {0.0, 0.1}) {
    for (const std::int64_t rows : {1, 511, 512, 513, 2000}) {
      const Answers answers(rows, 7, missing);
      for (const Missing rule : {Missing::kPairwise, Missing::kListwise}) {
        const ReliabilityOptions options{.missing = rule};
        const ItemMoments from_doubles = item_moments({answers.doubles, 7}, options);
        const ItemMoments from_bytes = item_moments(ItemCodes{answers.bytes, 7}, options);
        ASSERT_EQ(from_doubles.covariance.size(), 49u);
        for (std::size_t i = 0; i < 49; ++i) {
          EXPECT_EQ(houvast::detail::bit_cast<std::uint64_t>(from_doubles.covariance[i]),
                    houvast::detail::bit_cast<std::uint64_t>(from_bytes.covariance[i]));
        }
        EXPECT_EQ(from_doubles.pair_n, from_bytes.pair_n);
        EXPECT_EQ(from_doubles.respondents, from_bytes.respondents);
      }
    }
  }
}

TEST(Reliability, WholeNumbersAndRealNumbersAgree) {
  Answers answers(700, 5, 0.1);
  const ItemMoments whole = item_moments({answers.doubles, 5});
  // Adding 0.25 to every answer leaves covariances alone but takes the path of real numbers.
  for (double& value : answers.doubles) value += 0.25;
  ItemMoments real = item_moments({answers.doubles, 5});
  for (double& mean : real.means) mean -= 0.25;
  expect_same(whole, real, 1e-12);
}

TEST(Reliability, LargeCodesDoNotOverflow) {
  std::vector<double> values;
  for (int row = 0; row < 3000; ++row) {
    values.push_back(row % 2 == 0 ? 1000 : -1000);
    values.push_back(row % 2 == 0 ? 999 : -999);
  }
  const ItemMoments moments = item_moments({values, 2});
  EXPECT_NEAR(moments.cov(0, 0), 1e6 * 3000 / 2999, 1e-6);
  EXPECT_NEAR(moments.cov(0, 1), 999e3 * 3000 / 2999, 1e-6);
}

TEST(Reliability, EveryInstructionSetGivesTheSameIntegers) {
  Random random(3);
  constexpr std::int64_t kItems = 6;
  std::vector<std::int16_t> left, right;
  for (std::int64_t i = 0; i < kItems * detail::kBlockRows; ++i) {
    left.push_back(static_cast<std::int16_t>(static_cast<std::int64_t>(random.below(2001)) - 1000));
    right.push_back(static_cast<std::int16_t>(random.below(2)));
  }
  for (const detail::MomentKernels& kernels : {detail::moment_kernels_portable(), detail::moment_kernels()}) {
    std::vector<std::int64_t> found(kItems * kItems);
    kernels.products(left.data(), right.data(), kItems, false, found.data());
    for (std::int64_t i = 0; i < kItems; ++i) {
      for (std::int64_t j = 0; j < kItems; ++j) {
        std::int64_t expected = 0;
        for (std::int64_t r = 0; r < detail::kBlockRows; ++r) {
          expected += std::int64_t{left[static_cast<std::size_t>(i * detail::kBlockRows + r)]} *
                      right[static_cast<std::size_t>(j * detail::kBlockRows + r)];
        }
        EXPECT_EQ(found[static_cast<std::size_t>(i * kItems + j)], expected);
      }
    }
  }
}

TEST(Reliability, ConversionRecognisesWholeNumbersAndGaps) {
  std::vector<std::int16_t> code(6), there(6);
  const double infinity = std::numeric_limits<double>::infinity();
  for (const detail::MomentKernels& kernels : {detail::moment_kernels_portable(), detail::moment_kernels()}) {
    const std::vector<double> good{1, kMissing, -3, 1000, -1000, 0};
    EXPECT_EQ(kernels.convert(good.data(), 6, code.data(), there.data()), 1);
    EXPECT_EQ(code, (std::vector<std::int16_t>{1, 0, -3, 1000, -1000, 0}));
    EXPECT_EQ(there, (std::vector<std::int16_t>{1, 0, 1, 1, 1, 1}));
    for (const double wrong : {1.5, 1001.0, -1001.0, 8589934592.0, 1e300, infinity, -infinity, 1e-300}) {
      const std::vector<double> bad{1, wrong, 2};
      EXPECT_EQ(kernels.convert(bad.data(), 3, code.data(), there.data()), -1) << wrong;
    }
  }
}

TEST(Reliability, AlphaFromMomentsEqualsAlphaFromItems) {
  const Answers answers(300, 4, 0.05);
  const Items items{answers.doubles, 4};
  const Estimate direct = cronbach_alpha(items);
  const Estimate indirect = cronbach_alpha(item_moments(items));
  EXPECT_EQ(direct.value, indirect.value);
  EXPECT_EQ(direct.interval, indirect.interval);
  EXPECT_EQ(direct.value, cronbach_alpha(ItemCodes{answers.bytes, 4}).value);
}

TEST(Reliability, ReversingNeedsDeclaredBounds) {
  const std::vector<double> values{1, 5, 2, 4, 3, 3, 5, 1};
  const Items items{values, 2};
  EXPECT_EQ(code_of([&] { (void)cronbach_alpha(items, {.reverse = {1}}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)cronbach_alpha(items, {.reverse = {2}, .bounds = Bounds{1, 5}}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)cronbach_alpha(items, {.bounds = Bounds{1, 4}}); }), "HV-302");
  const Estimate alpha = cronbach_alpha(items, {.reverse = {1}, .bounds = Bounds{1, 5}});
  EXPECT_DOUBLE_EQ(alpha.value, 1);
  EXPECT_EQ(alpha.provenance.options.at("reverse"), "1");
}

TEST(Reliability, BadShapesAreRefused) {
  const std::vector<double> values{1, 2, 3};
  EXPECT_EQ(code_of([&] { (void)cronbach_alpha(Items{values, 2}); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)cronbach_alpha(Items{values, 0}); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)spearman_brown(Items{values, 3}); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)missing_of("pair"); }), "HV-303");
  const std::vector<double> infinite{1, 2, 3, std::numeric_limits<double>::infinity()};
  try {
    (void)cronbach_alpha(Items{infinite, 2});
    FAIL() << "an infinite answer was taken";
  } catch (const ValueError& error) {
    EXPECT_EQ(error.code(), "HV-302");
    EXPECT_EQ(error.where().row, 2);
    EXPECT_EQ(error.where().column, "2 of 2");
  }
}

TEST(Reliability, PolychoricOfTwoByTwoIsTheTetrachoric) {
  // Equal margins of one half: rho = sin(pi / 2 × (4 p - 1)) with p the share in the first cell (Sheppard).
  std::vector<double> x, y;
  const auto add = [&](int count, double a, double b) {
    for (int i = 0; i < count; ++i) {
      x.push_back(a);
      y.push_back(b);
    }
  };
  add(40, 1, 1);
  add(10, 1, 2);
  add(10, 2, 1);
  add(40, 2, 2);
  constexpr double kHalfPi = 1.57079632679489661923;
  EXPECT_NEAR(polychoric_correlation(x, y).value, std::sin(kHalfPi * (4 * 0.4 - 1)), 1e-12);
}

TEST(Reliability, UndefinedHasAReason) {
  const std::vector<double> constant{2, 2, 2, 2};
  EXPECT_EQ(reason_text(cronbach_alpha(Items{constant, 2})), "the sum of the items has no variance");
  EXPECT_EQ(reason_text(cronbach_alpha(Items{constant, 1})), "alpha needs at least two items");
  EXPECT_EQ(reason_text(cronbach_alpha(Items{constant, 4})), "one respondent");
  EXPECT_EQ(reason_text(cronbach_alpha(Items{{}, 4})), "no answers");
  const std::vector<double> gone(8, kMissing);
  EXPECT_EQ(reason_text(cronbach_alpha(Items{gone, 4})), "no answers");
  EXPECT_TRUE(std::isnan(cronbach_alpha(Items{gone, 4}).value));
}

// Found by chance: covariances over different respondents that no answers could have together.
TEST(Reliability, AlphaIsNeverAboveOne) {
  const double no = kMissing;
  const std::vector<double> values = {1, 1, 5, 4, no, 1, no, 1, 5, no, 5, no, 1, no};
  const Estimate pairwise = cronbach_alpha(Items{values, 2});
  EXPECT_FALSE(pairwise.defined());
  EXPECT_FALSE(pairwise.interval.has_value());
  EXPECT_NE(reason_text(pairwise).value_or("").find("above 1"), std::string::npos);
  const Estimate listwise = cronbach_alpha(Items{values, 2}, {.missing = Missing::kListwise});
  ASSERT_TRUE(listwise.defined());
  EXPECT_LE(listwise.interval->low, listwise.interval->high);
}

// Six orders of the columns of one table with two minima: the lower one in every order.
TEST(Reliability, OmegaDoesNotDependOnTheOrderOfTheItems) {
  Random random(8);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::vector<double>> rows(12, std::vector<double>(4));
    for (auto& row : rows) {
      for (double& value : row) value = static_cast<double>(1 + random.below(5));
    }
    std::vector<std::size_t> order = {0, 1, 2, 3};
    std::optional<double> first;
    do {
      std::vector<double> values;
      for (const auto& row : rows) {
        for (const std::size_t item : order) values.push_back(row[item]);
      }
      const Estimate omega = omega_total({values, 4});
      if (!omega.defined()) continue;
      if (!first) first = omega.value;
      ASSERT_NEAR(omega.value, *first, 1e-8) << "round " << round;
    } while (std::next_permutation(order.begin(), order.end()));
  }
}

TEST(Reliability, HeywoodCaseIsCounted) {
  // Correlations .9, .9 and .5 have no proper one-factor solution: the first loading would be above 1.
  std::vector<double> values;
  Random random(5);
  for (int row = 0; row < 4000; ++row) {
    const double a = static_cast<double>(random.below(100)), b = static_cast<double>(random.below(100));
    values.insert(values.end(), {a + b, a + 0.3 * b, 0.3 * a + b});
  }
  const Estimate omega = omega_total({values, 3});
  ASSERT_TRUE(omega.defined());
  EXPECT_EQ(omega.details.at("heywood"), 1);
  EXPECT_LE(omega.value, 1);
}

}  // namespace
}  // namespace houvast::stats
