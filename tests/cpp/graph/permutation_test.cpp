#include "houvast/graph/permutation.hpp"

#include <cmath>
#include <limits>

#include "graph/permuted.hpp"
#include "graph/reference.hpp"

namespace houvast::graph {
namespace {

using namespace houvast::test;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

SquareMatrix view(const std::vector<double>& cells) {
  return {static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(cells.size())))), cells};
}

std::vector<double> binary(std::vector<double> cells) {
  for (double& cell : cells) cell = cell > 0 ? 1 : 0;
  return cells;
}

// How far an estimated share may be from another one that was estimated independently.
double sampling_error(double p, double n, double m) {
  return 4.5 * std::sqrt(p * (1 - p) * (1 / n + 1 / m)) + 1 / n;
}

TEST(Permutation, GraphCorrelationsMatchTheReference) {
  const Json reference = read_json("reference_values.json");
  const Json& expected = reference["qap_graph_correlation"];
  const auto coll = read_matrix("tc_indiana_TCcoll", "collaborate"),
             contact = read_matrix("tc_indiana_TCcnt", "contact");
  const auto dissemination = read_matrix("tc_indiana_TCdiss");
  const QapOptions options = {.permutations = 0, .directed = false};
  expect_same(expected["coll_binary_vs_contact_binary"],
              qap_correlation(view(binary(coll)), view(binary(contact)), options).value, "binary");
  expect_same(expected["coll_level_vs_contact_frequency"], qap_correlation(view(coll), view(contact), options).value,
              "valued");
  const Estimate half = qap_correlation(view(binary(coll)), view(dissemination), options);
  const Estimate whole = qap_correlation(view(binary(coll)), view(dissemination), {.permutations = 0});
  expect_same(expected["coll_binary_vs_dissemination"], half.value, "dissemination");
  expect_same(expected["coll_binary_vs_dissemination"], whole.value, "both halves");
  EXPECT_EQ(half.n, 25 * 24 / 2);
  EXPECT_EQ(whole.n, 25 * 24);
  EXPECT_EQ(half.expected, 0);
}

TEST(Permutation, TestMatchesSna) {
  const Json expected = read_json("b_reference.json");
  const auto coll = read_matrix("tc_indiana_TCcoll", "collaborate"),
             contact = read_matrix("tc_indiana_TCcnt", "contact");
  const auto dissemination = read_matrix("tc_indiana_TCdiss");
  const Estimate test =
      qap_correlation(view(coll), view(dissemination), {.permutations = 4000, .seed = 2, .directed = false});
  expect_same(expected["qap_test"]["value"], test.value, "correlation");
  EXPECT_NEAR(test.details.at("permuted_sd"), expected["qap_test"]["permuted_sd"].get<double>(), 0.006);
  EXPECT_NEAR(test.details.at("permuted_mean"), 0, 0.006);
  EXPECT_DOUBLE_EQ(*test.p_value, 1.0 / 4001);
  EXPECT_DOUBLE_EQ(test.details.at("p_less_equal"), 1);

  std::vector<double> holes = coll;
  for (std::size_t i = 0; i < 25; ++i) holes[2 * 25 + i] = holes[i * 25 + 2] = kMissing;
  holes[4 * 25 + 8] = holes[8 * 25 + 4] = kMissing;
  const Estimate missing = qap_correlation(view(holes), view(contact), {.permutations = 50, .directed = false});
  expect_same(expected["qap_missing"], missing.value, "missing cells");
  EXPECT_EQ(missing.n, 300 - 24 - 1);
  EXPECT_FALSE(missing.expected.has_value());
}

struct Sums {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  void add(double a, double b) {
    n += 1;
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  [[nodiscard]] double correlation() const {
    const double spread = (n * xx - x * x) * (n * yy - y * y);
    return n > 0 && spread > 1e-9 ? (n * xy - x * y) / std::sqrt(spread) : kMissing;
  }
};

double correlation_of(const std::vector<double>& a, const std::vector<double>& b, std::size_t n, bool directed,
                      std::span<const std::int32_t> order) {
  Sums sums;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < (directed ? n : i); ++j) {
      const double x = a[i * n + j], y = b[static_cast<std::size_t>(order[i]) * n + static_cast<std::size_t>(order[j])];
      if (i != j && !std::isnan(x) && !std::isnan(y)) sums.add(x, y);
    }
  }
  return sums.correlation();
}

std::vector<double> random_matrix(Random& random, std::size_t n, bool symmetric, double zeros, double missing) {
  std::vector<double> cells(n * n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      double value = random.chance(zeros) ? 0.0 : static_cast<double>(random.below(4));
      if (random.chance(missing)) value = kMissing;
      cells[i * n + j] = symmetric && j < i ? cells[j * n + i] : value;
    }
  }
  return cells;
}

TEST(Permutation, EveryKernelMatchesEveryPermutationDoneByHand) {
  Random random(31);
  std::int64_t defined = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::size_t n = 3 + static_cast<std::size_t>(random.below(9));
    const bool directed = round % 2 == 0, half = round % 3 == 0;
    const double zeros_a = random.uniform(), zeros_b = random.uniform(), missing = round % 5 == 0 ? 0.1 : 0;
    const auto a = random_matrix(random, n, !directed || half, zeros_a, missing);
    const auto b = random_matrix(random, n, !directed, zeros_b, missing);
    constexpr std::int64_t kPermutations = 60;
    const Estimate test = qap_correlation(
        view(a), view(b),
        {.permutations = kPermutations, .seed = static_cast<std::uint64_t>(round), .directed = directed});
    std::vector<std::int32_t> same(n);
    for (std::size_t i = 0; i < n; ++i) same[i] = static_cast<std::int32_t>(i);
    const double observed = correlation_of(a, b, n, directed, same);
    ASSERT_EQ(test.defined(), !std::isnan(observed)) << "round " << round;
    if (!test.defined()) continue;
    ++defined;
    ASSERT_NEAR(test.value, observed, kTolerance);
    double more = 1, less = 1, far = 1, undefined = 0, sum = 0;
    detail::for_each_permutation(kPermutations, static_cast<std::uint64_t>(round), 1, static_cast<std::int64_t>(n),
                                 [&](std::int64_t, std::span<const std::int32_t> order) {
                                   const double value = correlation_of(a, b, n, directed, order);
                                   if (std::isnan(value)) {
                                     undefined += 1;
                                     return;
                                   }
                                   sum += value;
                                   more += value >= observed - 1e-9;
                                   less += value <= observed + 1e-9;
                                   far += std::abs(value) >= std::abs(observed) - 1e-9;
                                 });
    const double count = kPermutations - undefined;
    ASSERT_EQ(test.details.at("permutations_undefined"), undefined);
    ASSERT_DOUBLE_EQ(*test.p_value, far / (count + 1)) << "round " << round;
    ASSERT_DOUBLE_EQ(test.details.at("p_greater_equal"), more / (count + 1)) << "round " << round;
    ASSERT_DOUBLE_EQ(test.details.at("p_less_equal"), less / (count + 1)) << "round " << round;
    if (count > 0) {
      ASSERT_NEAR(test.details.at("permuted_mean"), sum / count, kTolerance);
    }
  }
  EXPECT_GT(defined, 2000);
}

TEST(Permutation, RegressionMatchesSna) {
  const Json expected = read_json("b_reference.json");
  const auto coll = read_matrix("tc_indiana_TCcoll", "collaborate"),
             contact = read_matrix("tc_indiana_TCcnt", "contact");
  const auto dissemination = read_matrix("tc_indiana_TCdiss");
  const std::vector<SquareMatrix> predictors = {view(coll), view(contact)};

  const Graph texas = read_graph("emon_texas");
  const std::vector<std::int32_t> sponsors = read_groups("emon_texas", "Sponsorship");
  std::vector<double> ties(625), same(625), turned(625);
  for (std::size_t i = 0; i < 25; ++i) {
    for (std::size_t j = 0; j < 25; ++j) {
      ties[i * 25 + j] = texas.has_tie(static_cast<std::int64_t>(i), static_cast<std::int64_t>(j)) ? 1 : 0;
      turned[j * 25 + i] = ties[i * 25 + j];
      same[i * 25 + j] = sponsors[i] == sponsors[j] ? 1 : 0;
    }
  }
  const std::vector<SquareMatrix> directed_predictors = {view(same), view(turned)};

  const auto check = [](const Json& sna, const Table& table) {
    ASSERT_EQ(table.rows(), 3);
    for (std::int64_t row = 0; row < 3; ++row) {
      const auto at = static_cast<std::size_t>(row);
      expect_same(sna["coefficients"][at], cell(table, "coefficient", row), "coefficient");
      expect_same(sna["t"][at], cell(table, "t", row), "t");
      if (row == 0) continue;
      const auto near = [&](const char* theirs, const char* ours) {
        const double p = sna[theirs][at];
        EXPECT_NEAR(cell(table, ours, row), p, sampling_error(p, 4000, 4000)) << ours;
      };
      near("p_two_sided", "p_value");
      near("p_greater_equal", "p_greater_equal");
      near("p_less_equal", "p_less_equal");
    }
    EXPECT_FALSE(table.column("p_value").is_valid(0));
  };
  check(expected["netlm"], mrqap(view(dissemination), predictors, {.permutations = 4000, .directed = false}));
  check(expected["netlm_directed"], mrqap(view(ties), directed_predictors, {.permutations = 4000}));
}

// Ordinary regression by elimination; t of the last column, and all coefficients.
struct Regression {
  std::vector<double> coefficients;
  double t = kMissing;

  Regression(const std::vector<std::vector<double>>& columns, const std::vector<double>& y) {
    const std::size_t k = columns.size();
    std::vector<std::vector<long double>> system(k, std::vector<long double>(2 * k + 1));
    for (std::size_t i = 0; i < k; ++i) {
      for (std::size_t j = 0; j < k; ++j) {
        for (std::size_t row = 0; row < y.size(); ++row) {
          system[i][j] += static_cast<long double>(columns[i][row]) * columns[j][row];
        }
      }
      system[i][k + i] = 1;
      for (std::size_t row = 0; row < y.size(); ++row) {
        system[i][2 * k] += static_cast<long double>(columns[i][row]) * y[row];
      }
    }
    for (std::size_t i = 0; i < k; ++i) {
      for (std::size_t other = 0; other < k; ++other) {
        if (other == i) continue;
        const long double factor = system[other][i] / system[i][i];
        for (std::size_t j = 0; j <= 2 * k; ++j) system[other][j] -= factor * system[i][j];
      }
    }
    for (std::size_t i = 0; i < k; ++i) coefficients.push_back(static_cast<double>(system[i][2 * k] / system[i][i]));
    double left = 0;
    for (std::size_t row = 0; row < y.size(); ++row) {
      double fitted = 0;
      for (std::size_t i = 0; i < k; ++i) fitted += coefficients[i] * columns[i][row];
      left += (y[row] - fitted) * (y[row] - fitted);
    }
    const auto variance =
        static_cast<double>(system[k - 1][2 * k - 1] / system[k - 1][k - 1]) * left / static_cast<double>(y.size() - k);
    t = coefficients[k - 1] / std::sqrt(variance);
  }
};

TEST(Permutation, RegressionMatchesEveryPermutationDoneByHand) {
  Random random(57);
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 7 + static_cast<std::size_t>(random.below(5)), predictors = 1 + round % 3;
    const bool directed = round % 2 == 0;
    const double missing = round % 4 == 0 ? 0.06 : 0;
    const auto noisy = [&](double holes) {
      auto cells = random_matrix(random, n, !directed, 0.2, 0);
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
          const double noise = random.uniform();
          const bool hole = random.chance(holes);
          for (const std::size_t at : {i * n + j, j * n + i}) cells[at] = hole ? kMissing : cells[at] + noise;
        }
      }
      return cells;
    };
    const auto y = noisy(missing);
    std::vector<std::vector<double>> x;
    std::vector<SquareMatrix> views;
    for (std::size_t k = 0; k < predictors; ++k) x.push_back(noisy(missing));
    for (const auto& cells : x) views.push_back(view(cells));
    constexpr std::int64_t kPermutations = 40;
    const Table table = mrqap(view(y), views, {.permutations = kPermutations, .seed = 5, .directed = directed});

    std::vector<std::size_t> used;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < (directed ? n : i); ++j) {
        bool present = i != j && !std::isnan(y[i * n + j]);
        for (const auto& cells : x) present = present && !std::isnan(cells[i * n + j]);
        if (present) used.push_back(i * n + j);
      }
    }
    const auto at_used = [&](const std::vector<double>& cells) {
      std::vector<double> values;
      for (const std::size_t at : used) values.push_back(cells[at]);
      return values;
    };
    for (std::size_t k = 0; k < predictors; ++k) {
      std::vector<std::vector<double>> columns = {std::vector<double>(used.size(), 1.0)};
      for (std::size_t other = 0; other < predictors; ++other) {
        if (other != k) columns.push_back(at_used(x[other]));
      }
      const Regression without(columns, at_used(x[k]));
      std::vector<double> rest(n * n, kMissing);
      for (std::size_t row = 0; row < used.size(); ++row) {
        double value = x[k][used[row]];
        for (std::size_t c = 0; c < columns.size(); ++c) value -= without.coefficients[c] * columns[c][row];
        rest[used[row]] = value;
        if (!directed) rest[used[row] % n * n + used[row] / n] = value;
      }
      auto all = columns;
      all.push_back(at_used(x[k]));
      const Regression observed(all, at_used(y));
      const auto row = static_cast<std::int64_t>(k + 1);
      ASSERT_NEAR(cell(table, "coefficient", row), observed.coefficients.back(), 1e-8) << "round " << round;
      ASSERT_NEAR(cell(table, "t", row), observed.t, 1e-8) << "round " << round;
      double more = 1, less = 1, far = 1;
      detail::for_each_permutation(kPermutations, 5, 1, static_cast<std::int64_t>(n),
                                   [&](std::int64_t, std::span<const std::int32_t> order) {
                                     std::vector<std::vector<double>> some(columns.size() + 1);
                                     std::vector<double> outcome;
                                     for (std::size_t r = 0; r < used.size(); ++r) {
                                       const auto i = static_cast<std::size_t>(order[used[r] / n]);
                                       const auto j = static_cast<std::size_t>(order[used[r] % n]);
                                       if (std::isnan(rest[i * n + j])) continue;
                                       for (std::size_t c = 0; c < columns.size(); ++c)
                                         some[c].push_back(columns[c][r]);
                                       some.back().push_back(rest[i * n + j]);
                                       outcome.push_back(y[used[r]]);
                                     }
                                     const double t = Regression(some, outcome).t;
                                     more += t >= observed.t - 1e-9;
                                     less += t <= observed.t + 1e-9;
                                     far += std::abs(t) >= std::abs(observed.t) - 1e-9;
                                   });
      ASSERT_DOUBLE_EQ(cell(table, "p_value", row), far / (kPermutations + 1)) << "round " << round;
      ASSERT_DOUBLE_EQ(cell(table, "p_greater_equal", row), more / (kPermutations + 1)) << "round " << round;
      ASSERT_DOUBLE_EQ(cell(table, "p_less_equal", row), less / (kPermutations + 1)) << "round " << round;
    }
  }
}

TEST(Permutation, ThreadsNeverChangeAResult) {
  Random random(8);
  const auto a = random_matrix(random, 40, false, 0.1, 0), b = random_matrix(random, 40, false, 0.8, 0.02);
  const auto c = random_matrix(random, 40, false, 0.3, 0), d = random_matrix(random, 40, false, 0.1, 0);
  const std::vector<SquareMatrix> predictors = {view(b), view(c)};
  const Estimate complete = qap_correlation(view(a), view(c), {.permutations = 333, .seed = 6});
  const Estimate missing = qap_correlation(view(a), view(b), {.permutations = 100, .seed = 6});
  const Table regression = mrqap(view(d), predictors, {.permutations = 50, .seed = 6});
  for (const int threads : {2, 8}) {
    const QapOptions options = {.permutations = 333, .seed = 6, .threads = threads};
    EXPECT_EQ(qap_correlation(view(a), view(c), options).details, complete.details);
    EXPECT_EQ(qap_correlation(view(a), view(b), {.permutations = 100, .seed = 6, .threads = threads}).details,
              missing.details);
    EXPECT_EQ(mrqap(view(d), predictors, {.permutations = 50, .seed = 6, .threads = threads}), regression);
  }
  EXPECT_NE(qap_correlation(view(a), view(c), {.permutations = 333, .seed = 7}).details, complete.details);
}

TEST(Permutation, UndefinedCorrelationsSayWhy) {
  const std::vector<double> constant(9, 2), other = {0, 1, 0, 2, 0, 1, 1, 1, 0}, missing(9, kMissing);
  EXPECT_NE(reason_text(qap_correlation(view(constant), view(other))).value_or("").find("same everywhere"),
            std::string::npos);
  EXPECT_NE(reason_text(qap_correlation(view(missing), view(other))).value_or("").find("no cell"), std::string::npos);
  EXPECT_TRUE(std::isnan(qap_correlation(view(constant), view(other)).value));
  EXPECT_FALSE(qap_correlation(SquareMatrix{}, SquareMatrix{}).defined());
}

TEST(Permutation, WrongArgumentsAreNamed) {
  Random random(1);
  const auto a = random_matrix(random, 5, false, 0.2, 0), b = random_matrix(random, 5, true, 0.2, 0);
  const auto small = random_matrix(random, 4, true, 0.2, 0);
  std::vector<double> infinite = b, constant(25, 3);
  infinite[1] = std::numeric_limits<double>::infinity();
  const std::vector<SquareMatrix> none, twice = {view(b), view(b)}, flat = {view(constant)}, sizes = {view(small)};
  const std::vector<SquareMatrix> two = {view(a), view(b)};
  const std::vector<std::string> names = {"b", "b"}, intercept = {"a", "(intercept)"}, one = {"b"};
  EXPECT_EQ(code_of([&] { (void)qap_correlation(view(a), view(small)); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)qap_correlation({3, a}, {3, b}); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)qap_correlation(view(a), view(b), {.directed = false}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)qap_correlation(view(infinite), view(b)); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)qap_correlation(view(a), view(b), {.permutations = -1}); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)mrqap(view(a), none); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)mrqap(view(a), sizes); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)mrqap(view(a), twice); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)mrqap(view(a), flat); }), "HV-302");
  EXPECT_EQ(code_of([&] { (void)mrqap(view(b), two, {.names = names}); }), "HV-304");
  EXPECT_EQ(code_of([&] { (void)mrqap(view(b), two, {.names = intercept}); }), "HV-304");
  EXPECT_EQ(code_of([&] { (void)mrqap(view(b), two, {.names = one}); }), "HV-301");
  const std::vector<double> tiny = {0, 1, 0, 0}, tiny_y = {0, 3, 1, 0};
  const std::vector<SquareMatrix> tiny_x = {view(tiny)};
  EXPECT_EQ(code_of([&] { (void)mrqap(view(tiny_y), tiny_x); }), "HV-305");
}

}  // namespace
}  // namespace houvast::graph
