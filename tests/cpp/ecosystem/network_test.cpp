#include "houvast/ecosystem/network.hpp"

#include <gtest/gtest.h>

#include "houvast/base/error.hpp"
#include "houvast/graph/network_summary.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

// a and b report; c is silent. a names b and c, b names a.
Study with_silence() {
  return small_study(list(party("a"), party("b"), party("c")), "",
                     list(tie("a", "a", "b", "2"), tie("a", "a", "c", "1"), tie("b", "b", "a", "3")));
}

// Whom each report names is looked up once, when the study is made.
TEST(Study, TieEndsAreTheIndicesOfThoseWhomReportsName) {
  const Study study = small_study(list(party("a"), party("b"), party("c")), "",
                                  list(tie("a", "a", "b"), tie("b", "a", "b", "1", "referral"), tie("c", "c", "")));
  const std::vector<TieReport>& reports = study.data().ties;
  ASSERT_EQ(study.tie_ends().size(), reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const TieEnds& ends = study.tie_ends()[i];
    EXPECT_EQ(ends.reporter, study.party_index(reports[i].reporter).value_or(-1));
    EXPECT_EQ(ends.from, study.party_index(reports[i].from).value_or(-1));
    EXPECT_EQ(ends.to, study.party_index(reports[i].to).value_or(-1));
  }
}

TEST(Network, SilenceIsNotAbsence) {
  const Study study = with_silence();
  const auto summary = network_summary(study, "contact", WaveId("w2"));
  EXPECT_EQ(summary.network.silent(), (std::vector<std::int32_t>{2}));
  EXPECT_EQ(summary.network.possible_dyads, 3);
  EXPECT_EQ(summary.network.observed_dyads, 3);  // each pair has at least one side that reported
  EXPECT_DOUBLE_EQ(summary.density.value, 2.0 / 3);
}

TEST(Network, BothSidesRuleObservesOnlyPairsThatBothTold) {
  const auto network = build_network(with_silence().parties(), with_silence().data().ties,
                                     with_silence().relation("contact"), WaveId("w2"), {.rule = TieRule::kBoth});
  EXPECT_EQ(network.observed_dyads, 1);
  ASSERT_EQ(network.ties.size(), 1u);
  EXPECT_DOUBLE_EQ(network.ties[0].strength, 2);  // the smaller of 2 and 3
}

TEST(Network, KeepsDisagreement) {
  const auto network = network_summary(with_silence(), "contact", WaveId("w2")).network;
  ASSERT_EQ(network.disagreements.size(), 1u);  // a-b: 2 against 3; a-c has one side only
  EXPECT_DOUBLE_EQ(network.disagreements[0].strength_by_a, 2);
  EXPECT_DOUBLE_EQ(network.disagreements[0].strength_by_b, 3);
}

// Trap 16: with silent members as zeros the density would be 2 / 6 instead of 2 / 4.
TEST(Network, DirectedDensityIsOverObservedDyadsWithBounds) {
  const Study study = small_study(list(party("a"), party("b"), party("c")), "",
                                  list(tie("a", "a", "b", "1", "referral"), tie("b", "b", "c", "1", "referral")));
  const auto summary = network_summary(study, "referral", WaveId("w2"));
  EXPECT_DOUBLE_EQ(summary.density.value, 0.5);
  EXPECT_EQ(summary.density.n, 4);
  EXPECT_DOUBLE_EQ(summary.density.details.at("low"), 2.0 / 6);
  EXPECT_DOUBLE_EQ(summary.density.details.at("high"), 4.0 / 6);
}

TEST(Network, AnsweringWithNobodyIsAnAnswer) {
  const Study study = small_study(list(party("a"), party("b"), party("c"), party("d")), "",
                                  list(tie("a", "a", "b"), tie("b", "b", "a"), tie("c", "c", "")));
  const auto summary = network_summary(study, "contact", WaveId("w2"));
  EXPECT_EQ(summary.isolated, (std::vector<std::int32_t>{2}));      // said so itself
  EXPECT_EQ(summary.unknown_ties, (std::vector<std::int32_t>{3}));  // silent, and named by nobody
}

TEST(Network, MinimumStrengthAndZero) {
  const Study study = small_study(list(party("a"), party("b"), party("c")), "",
                                  list(tie("a", "a", "b", "1"), tie("a", "a", "c", "0"), tie("b", "b", "c", "3")));
  EXPECT_EQ(network_summary(study, "contact", WaveId("w2")).network.ties.size(), 2u);
  EXPECT_EQ(network_summary(study, "contact", WaveId("w2"), {.minimum_strength = 2}).network.ties.size(), 1u);
}

TEST(Network, NamesWhoIsCutOff) {
  const Study study = small_study(list(party("a"), party("b"), party("c"), party("d")), "",
                                  list(tie("a", "a", "b"), tie("b", "b", "c"), tie("c", "c", "a"), tie("d", "d", "a")));
  const auto summary = network_summary(study, "contact", WaveId("w2"));
  ASSERT_EQ(summary.cut_parties.size(), 1u);
  EXPECT_EQ(summary.cut_parties[0].position, 0);
  EXPECT_EQ(summary.cut_parties[0].cut_off, (std::vector<std::int32_t>{3}));
}

TEST(Network, NothingReportedIsAnError) {
  EXPECT_THROW(static_cast<void>(network_summary(with_silence(), "contact", WaveId("w1"))), ValueError);
  EXPECT_THROW(static_cast<void>(network_summary(with_silence(), "friends", WaveId("w2"))), KeyError);
  EXPECT_THROW(static_cast<void>(network_summary(with_silence(), "contact", WaveId("w2"), {.rule = TieRule::kSource})),
               ValueError);
}

}  // namespace
}  // namespace houvast
