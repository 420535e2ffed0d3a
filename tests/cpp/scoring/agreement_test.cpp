#include "houvast/scoring/agreement.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "scoring/lq2002.hpp"

namespace houvast::stats {
namespace {

using test::code_of;
using test::kMissing;

TEST(Agreement, MatchesMultilevelOnLeadershipClimate) {
  const auto data = test::leadership_climate();
  const auto r = test::reference()["lq2002_lead"];
  const Table found = rwg_j(data.table(), data.groups());
  EXPECT_EQ(std::get<std::vector<std::string>>(found.column("group").data),
            r["group_id"].get<std::vector<std::string>>());
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(found.column("n").data),
            r["group_size"].get<std::vector<std::int64_t>>());
  test::expect_near(test::numbers(found, "rwg_j"), r["rwg_j_uniform"], 1e-12);
  test::expect_near(test::numbers(rwg(data.item(0), data.groups()), "rwg"), r["rwg_lead01"], 1e-12);
  test::expect_near(test::numbers(average_deviation(data.table(), data.groups(), Centre::kMean), "average_deviation"),
                    r["adm_mean"], 1e-12);
  test::expect_near(test::numbers(average_deviation(data.table(), data.groups(), Centre::kMedian), "average_deviation"),
                    r["adm_median"], 1e-12);
  const auto more = test::reference("r_reference.json");
  test::expect_near(test::numbers(r_star_wg_j(data.table(), data.groups()), "r_star_wg_j"), more["r_star_wg_j"], 1e-12);
  test::expect_near(test::numbers(awg(data.table(), data.groups(), {1, 5}), "awg"), more["awg_all"], 1e-12);
}

TEST(Agreement, IccMatchesMultilevel) {
  const auto data = test::leadership_climate();
  const auto r = test::reference()["lq2002_lead"];
  std::vector<double> means;
  for (std::int64_t row = 0; row < data.table().rows(); ++row) {
    double sum = 0;
    for (std::int64_t item = 0; item < 11; ++item) sum += data.table().at(row, item);
    means.push_back(sum / 11);
  }
  const Estimate found = icc(means, data.groups());
  EXPECT_NEAR(found.details.at("icc1"), r["icc1"].get<double>(), 1e-12);
  EXPECT_NEAR(found.details.at("icc2"), r["icc2"].get<double>(), 1e-12);
}

// Krippendorff (2011), data C: 12 units × 4 observers.
const std::vector<double> kDataC = {1, 1,        kMissing, 1, 2, 2,        3, 2,        3,       3, 3,        3, 3,
                                    3, 3,        3,        2, 2, 2,        2, 1,        2,       3, 4,        4, 4,
                                    4, 4,        1,        1, 2, 1,        2, 2,        2,       2, kMissing, 5, 5,
                                    5, kMissing, kMissing, 1, 1, kMissing, 3, kMissing, kMissing};

TEST(Agreement, KrippendorffOfDataC) {
  const auto alpha = [](MeasurementLevel level) { return krippendorff_alpha({kDataC, 4}, {.level = level}).value; };
  EXPECT_NEAR(alpha(MeasurementLevel::kNominal), 0.743421, 1e-6);
  EXPECT_NEAR(alpha(MeasurementLevel::kOrdinal), 0.815388, 1e-6);
  EXPECT_NEAR(alpha(MeasurementLevel::kInterval), 0.849107, 1e-6);
  EXPECT_NEAR(alpha(MeasurementLevel::kRatio), 0.797403, 1e-6);
}

TEST(Agreement, KrippendorffOfValuesFarApart) {
  // Too far apart for the table of whole numbers: the sorted path must agree with the same data shifted together.
  std::vector<double> near{1, 1, 2, 3, 3, 3, 2, 1}, far;
  for (const double value : near) far.push_back(value * 1e9);
  const auto nominal = [](const std::vector<double>& values) {
    return krippendorff_alpha({values, 2}, {.level = MeasurementLevel::kNominal}).value;
  };
  EXPECT_DOUBLE_EQ(nominal(near), nominal(far));
  EXPECT_DOUBLE_EQ(krippendorff_alpha({near, 2}).value, krippendorff_alpha({far, 2}).value);
}

TEST(Agreement, KrippendorffIntervalDoesNotDependOnThreads) {
  KrippendorffOptions options{.resamples = 300, .seed = 4, .threads = 1};
  const Estimate one = krippendorff_alpha({kDataC, 4}, options);
  options.threads = 3;
  const Estimate three = krippendorff_alpha({kDataC, 4}, options);
  ASSERT_TRUE(one.interval);
  EXPECT_EQ(one.interval, three.interval);
  EXPECT_LT(one.interval->low, one.value);
  EXPECT_GE(one.interval->high, one.value);
  options.seed = 5;
  EXPECT_NE(krippendorff_alpha({kDataC, 4}, options).interval->low, one.interval->low);
}

TEST(Agreement, LayersOfVanDerEijk) {
  const auto a = [](std::vector<std::int64_t> counts) { return agreement_a_from_counts(counts).value; };
  EXPECT_NEAR(a({30, 40, 210, 130, 530, 50, 10}), 0.6113333333, 1e-10);
  // The layers of his example (p. 331), one by one.
  EXPECT_NEAR(a({1, 1, 1, 1, 1, 1, 0}), 1.0 / 6, 1e-15);
  EXPECT_NEAR(a({0, 0, 1, 0, 1, 0, 0}), 7.0 / 15, 1e-15);
  EXPECT_NEAR(a({1, 0, 0, 0, 0, 0, 1}), -1, 1e-15);
  EXPECT_NEAR(polarisation_from_counts(std::vector<std::int64_t>{1, 0, 0, 0, 0, 0, 1}).value, 1, 1e-15);
}

// Percentages and shares are what they are, and never cut to whole numbers. Source: R agrmt 1.42, vignette, PvdA and
// D66.
TEST(Agreement, CountsNeedNotBeWhole) {
  const std::vector<double> labour = {2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6};
  const std::vector<double> liberal = {1.6, 2.6, 8.2, 21, 29.3, 27, 10.3};
  EXPECT_NEAR(agreement_a_from_counts(labour).value, 0.61, 0.005);
  EXPECT_NEAR(agreement_a_from_counts(liberal).value, 0.48, 0.005);
  const std::vector<std::int64_t> whole = {24, 28, 32, 62, 135, 304, 416};
  EXPECT_NEAR(agreement_a_from_counts(labour).value, agreement_a_from_counts(whole).value, 1e-12);
  EXPECT_EQ(agreement_a_from_counts(labour).n, 100);
  const std::vector<double> shares = {0.2, 0.3, 0.5};
  const std::vector<std::int64_t> ten = {2, 3, 5};
  EXPECT_NEAR(consensus_from_counts(shares).value, consensus_from_counts(ten).value, 1e-15);
  EXPECT_NEAR(polarisation_from_counts(shares).value, polarisation_from_counts(ten).value, 1e-15);
  for (const double wrong : {-0.1, std::nan(""), std::numeric_limits<double>::infinity()}) {
    const std::vector<double> weights = {0.2, wrong, 0.5};
    EXPECT_EQ(test::code_of([&] { (void)consensus_from_counts(weights); }), "HV-302");
    EXPECT_EQ(test::code_of([&] { (void)agreement_a_from_counts(weights); }), "HV-302");
  }
}

TEST(Agreement, ConsensusOfTwoCamps) {
  EXPECT_NEAR(consensus_from_counts(std::vector<std::int64_t>{30, 40, 210, 130, 530, 50, 10}).value, 0.7256876, 1e-7);
  const std::vector<double> values{1, 1, 5, 5, kMissing};
  const Estimate found = consensus(values, {1, 5});
  EXPECT_NEAR(found.value, 0, 1e-15);
  EXPECT_EQ(found.n, 4);
  EXPECT_DOUBLE_EQ(found.details.at("mean"), 3);
}

TEST(Agreement, NullVariances) {
  EXPECT_DOUBLE_EQ(null_variance(NullDistribution::kUniform, 5), 2);
  EXPECT_DOUBLE_EQ(null_variance(NullDistribution::kUniform, 7), 4);
  EXPECT_DOUBLE_EQ(null_variance(NullDistribution::kTriangular, 5), 4.0 / 3);
  EXPECT_DOUBLE_EQ(null_variance(NullDistribution::kTriangular, 4), 22.0 / 24);
  EXPECT_NEAR(null_variance(NullDistribution::kSlightSkew, 5), 1.34, 1e-12);
  EXPECT_NEAR(null_variance(NullDistribution::kModerateSkew, 5), 0.90, 1e-12);
  EXPECT_NEAR(null_variance(NullDistribution::kHeavySkew, 5), 0.44, 1e-12);
  EXPECT_EQ(code_of([] { (void)null_variance(NullDistribution::kHeavySkew, 6); }), "HV-302");
  EXPECT_EQ(code_of([] { (void)null_variance(NullDistribution::kUniform, 1); }), "HV-302");
}

TEST(Agreement, BadGroupsAreRefused) {
  const std::vector<double> values{1, 2, 3};
  const std::vector<std::int32_t> codes{0, 0};
  const std::vector<std::int32_t> unknown{0, 1, 2};
  const std::vector<std::string> labels{"a"};
  EXPECT_EQ(code_of([&] { (void)rwg(values, {codes, labels}); }), "HV-301");
  EXPECT_EQ(code_of([&] { (void)icc(values, {unknown, labels}); }), "HV-302");
}

TEST(Agreement, ThoseWithoutAGroupDoNotCount) {
  const std::vector<double> values{1, 2, 5, 5};
  const std::vector<std::int32_t> codes{0, 0, -1, 0};
  const std::vector<std::string> labels{"a"};
  const Table found = rwg(values, {codes, labels});
  EXPECT_EQ(std::get<std::vector<std::int64_t>>(found.column("n").data).front(), 3);
  EXPECT_NEAR(test::numbers(found, "variance").front(), 13.0 / 3, 1e-15);
}

TEST(Agreement, DesignEffectUsesTheSizeThatTheAverageRespondentSees) {
  const std::vector<double> values{1, 1, 1, 2, 5, 4};
  const std::vector<std::int32_t> codes{0, 0, 0, 0, 1, 1};
  const std::vector<std::string> labels{"a", "b"};
  const Estimate found = design_effect(values, {codes, labels});
  EXPECT_NEAR(found.details.at("weighted_group_size"), (16.0 + 4) / 6, 1e-15);
  EXPECT_NEAR(found.value, 1 + (20.0 / 6 - 1) * found.details.at("icc1"), 1e-15);
}

}  // namespace
}  // namespace houvast::stats
