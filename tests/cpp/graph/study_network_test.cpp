#include <gtest/gtest.h>

#include "houvast/base/error.hpp"
#include "houvast/graph/multiplex.hpp"
#include "houvast/graph/network_bounds.hpp"
#include "houvast/graph/network_change.hpp"
#include "houvast/graph/network_view.hpp"
#include "houvast/graph/two_mode.hpp"
#include "houvast/text/say.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

const std::string kFour = list(party("a", R"("organisation": "X", "perspective": "ouder")"),
                               party("b", R"("organisation": "X")"), party("c", R"("organisation": "Y")"), party("d"));

Network contact(const Study& study) {
  return measured_network(study, "contact", WaveId("w2"));
}

// a is the centre; c and d are silent, so that only c-d is open.
Study star() {
  return small_study(kFour, "", list(tie("a", "a", "b"), tie("a", "a", "c"), tie("b", "b", "a")));
}

TEST(StudyNetwork, BothRuleIsSettledByOneNo) {
  const Study study = star();
  const Network network = measured_network(study, "contact", WaveId("w2"), {.rule = TieRule::kBoth});
  EXPECT_EQ(network.observed_dyads, 1);  // a-b
  EXPECT_TRUE(network.open(0, 2));       // a says yes, c says nothing
  EXPECT_TRUE(network.open(2, 0));
  EXPECT_FALSE(network.open(1, 2));  // b says no
  EXPECT_TRUE(network.open(2, 3));   // nobody told
  EXPECT_EQ(network.open_dyads, 2);
  EXPECT_DOUBLE_EQ(summary_of(network).density.details.at("high"), 3.0 / 6);
}

TEST(StudyNetwork, BoundsOfPartsAndOfThoseAlone) {
  const Network network = contact(star());
  EXPECT_EQ(network.open_dyads, 1);
  const NetworkBounds parts = component_bounds(network), alone = isolate_bounds(network);
  EXPECT_EQ(parts.low, 1);
  EXPECT_EQ(parts.high, 2);
  EXPECT_EQ(alone.low, 0);
  EXPECT_EQ(alone.high, 1);
}

// Degrees 2, 1, 1, 0, and c-d open: sums 4 * 2 - 4 = 4 without it and 4 * 2 - 6 = 2 with it, of 6 in a star.
TEST(StudyNetwork, BoundsOfCentralization) {
  const NetworkBounds bounds = centralization_bounds(contact(star()), graph::Centrality::kDegree);
  EXPECT_DOUBLE_EQ(bounds.low, 2.0 / 6);
  EXPECT_DOUBLE_EQ(bounds.high, 4.0 / 6);
  EXPECT_THROW(static_cast<void>(centralization_bounds(contact(star()), graph::Centrality::kCloseness)), ValueError);
}

TEST(StudyNetwork, HalfAnsweredGivesOnlyBounds) {
  const NetworkSummary network = summary_of(contact(star()));
  const NetworkResponse response = network_response(network.network);
  EXPECT_EQ(response.band, ResponseBand::kOnlyBounds);
  EXPECT_EQ(in_every_language(response.reason).nl,
            "2 van de 4 gevraagde partijen vertelden over deze relatie (50%): minder dan 60%, dus alleen onder- en "
            "bovengrenzen.");
  EXPECT_FALSE(network_centralization(network, graph::Centrality::kDegree).defined());
  const Estimate read = network_centralization(network, graph::Centrality::kDegree, {0.5, 0.4});
  EXPECT_DOUBLE_EQ(read.value, 4.0 / 6);
  EXPECT_THROW(static_cast<void>(network_response(network.network, {0.4, 0.5})), ValueError);
}

TEST(StudyNetwork, ReciprocityOnlyOverPairsThatBothTold) {
  const Study study = small_study(kFour, "",
                                  list(tie("a", "a", "b", "1", "referral"), tie("b", "b", "a", "1", "referral"),
                                       tie("a", "a", "c", "1", "referral"), tie("c", "c", "b", "1", "referral")));
  const Estimate value = network_reciprocity(measured_network(study, "referral", WaveId("w2")));
  EXPECT_DOUBLE_EQ(value.value, 2.0 / 4);  // a-b returned; a-c and c-b not; d is silent
  EXPECT_EQ(value.details.at("left_out"), 3);
  const Network both = measured_network(study, "referral", WaveId("w2"), {.rule = TieRule::kEither});
  EXPECT_FALSE(network_reciprocity(both).defined());
}

TEST(StudyNetwork, GroupsKeepInsideApart) {
  const Study study = star();
  const NetworkSummary groups = grouped_summary(study, summary_of(contact(study)), "organisation");
  EXPECT_EQ(groups.network.ids, (std::vector<std::string>{"X", "Y", "d"}));
  ASSERT_EQ(groups.network.ties.size(), 1u);  // X-Y through a-c; a-b is inside X
  EXPECT_EQ(groups.graph.loops(), 0);
  EXPECT_EQ(groups.grouping->members, (std::vector<std::int64_t>{2, 1, 1}));
  EXPECT_TRUE(groups.grouping->cells.front().inside());
  EXPECT_EQ(groups.grouping->cells.front().tied, 1);
  EXPECT_THROW(static_cast<void>(grouped_summary(study, groups, "domain")), ValueError);
  EXPECT_THROW(static_cast<void>(grouped_summary(study, summary_of(contact(study)), "club")), KeyError);
}

TEST(StudyNetwork, AViewHasRowsAndLeavesTheNetworkAlone) {
  const Study study = star();
  const NetworkSummary summary = summary_of(contact(study));
  const NetworkView view = network_view(study, summary, {.perspectives = {"ouder"}});
  EXPECT_EQ(view.ties.rows(), 2);
  EXPECT_EQ(view.parties.rows(), 3);
  EXPECT_EQ(network_view(study, summary, {{"ouder"}, true}).ties.rows(), 0);
  EXPECT_THROW(static_cast<void>(network_view(study, summary, {})), ValueError);
  EXPECT_THROW(static_cast<void>(network_view(study, summary, {{"ouderr"}, false})), KeyError);
}

TEST(StudyNetwork, ChangeIsOverPairsThatBothWavesSaw) {
  const Study study =
      small_study(kFour, "",
                  list(tie("a", "a", "b", "1", "contact", "w1"), tie("a", "a", "c", "2", "contact", "w1"),
                       tie("d", "d", "c", "1", "contact", "w1"), tie("a", "a", "b", "3"), tie("a", "a", "d", "1")));
  const NetworkChange change = network_change(study);
  EXPECT_EQ(change.pairs.size(), 3u);  // those of a; in the second wave nobody else spoke
  EXPECT_EQ(change.kept, 1);
  EXPECT_EQ(change.strengthened, 1);
  EXPECT_EQ(change.lost, 1);
  EXPECT_EQ(change.fresh, 1);
  EXPECT_DOUBLE_EQ(change.jaccard.value, 1.0 / 3);
  EXPECT_DOUBLE_EQ(change.hamming.value, 2.0 / 3);
  std::int64_t left_out = 0;
  for (const NotCompared& reason : change.not_compared) left_out += reason.pairs;
  EXPECT_EQ(left_out, 3);
  EXPECT_THROW(static_cast<void>(network_change(study, {.from = WaveId("w2"), .to = WaveId("w1")})), ValueError);
}

TEST(StudyNetwork, SeveralRelationsOverlap) {
  const Study study = small_study(kFour, "",
                                  list(tie("a", "a", "b"), tie("b", "b", "a"), tie("a", "a", "c"),
                                       tie("a", "a", "b", "1", "referral"), tie("b", "b", "c", "1", "referral")));
  const Multiplex both = multiplex(study);
  ASSERT_EQ(both.overlaps.size(), 1u);
  EXPECT_EQ(both.overlaps[0].observed, 1);  // referral is seen both ways between a and b only
  EXPECT_EQ(both.overlaps[0].shared, 1);
  EXPECT_EQ(both.pairs.size(), 3u);
  EXPECT_THROW(static_cast<void>(multiplex(study, {.relations = {"contact"}})), ValueError);
}

TEST(StudyNetwork, TwoModesAndTheirProjections) {
  const Study study = small_study(list(party("a", R"("expertise": "x;y")"), party("b", R"("expertise": "x;y")"),
                                       party("c", R"("expertise": "y")"), party("d")),
                                  "");
  const TwoMode mode = two_mode(study, "expertise");
  EXPECT_DOUBLE_EQ(mode.density.value, 5.0 / 6);
  EXPECT_EQ(mode.projection(false).weight(0, 1), 2);
  EXPECT_EQ(mode.projection(true).weight(0, 1), 2);
  EXPECT_EQ(projection_table(mode, false).rows(), 3);
  EXPECT_THROW(static_cast<void>(two_mode(study, "skills")), ValueError);
}

// All four told; then only three of four, then one of four.
TEST(StudyNetwork, WithoutAListOfWhoWasAskedTheBandIsAtMostWithCare) {
  const std::string all = list(tie("a", "a", "b"), tie("b", "b", "a"), tie("c", "c", "a"), tie("d", "d", "a"));
  const Network network = contact(unasked(small_study(kFour, "", all)));
  EXPECT_FALSE(network.asked_known);
  EXPECT_EQ(network_response(contact(small_study(kFour, "", all))).band, ResponseBand::kUsable);
  const NetworkResponse response = network_response(network);
  EXPECT_EQ(response.band, ResponseBand::kWithCare);
  EXPECT_FALSE(response.share);
  EXPECT_EQ(response.reported, 4);
  EXPECT_NE(in_every_language(response.reason).nl.find("vertelde: 4. Wie gevraagd is, is niet bijgehouden"),
            std::string::npos);
  EXPECT_NE(in_every_language(response.reason).en.find("outside the list cannot be seen"), std::string::npos);
  EXPECT_EQ(network_response(network, {0, 0}).band, ResponseBand::kWithCare);
  EXPECT_EQ(network_response(contact(unasked(star()))).band, ResponseBand::kOnlyBounds) << "2 of 4 is too few already";
  const Table metrics = network_metrics(summary_of(network));
  EXPECT_EQ(std::get<std::vector<std::string>>(metrics.column("metric").data).front(), "response");
  EXPECT_FALSE(metrics.column("value").is_valid(0));
  EXPECT_EQ(std::get<std::vector<std::string>>(metrics.column("reason").data).front(), "who was asked is not known");
}

TEST(StudyNetwork, ThoseKnownToBeAskedKeepTheirSilence) {
  const Study study = unasked(small_study(list(party("a"), party("b"), party("c", R"("asked": 0)")), "",
                                          list(tie("a", "a", "b"), tie("a", "a", "c"))));
  const NetworkSummary summary = summary_of(contact(study));
  EXPECT_EQ(summary.network.silent(), std::vector<std::int32_t>{1});
  const Table table = network_table(study, summary);
  EXPECT_TRUE(table.column("asked").is_valid(0));
  EXPECT_TRUE(std::get<std::vector<bool>>(table.column("asked").data)[1]);
  EXPECT_FALSE(table.column("asked").is_valid(2)) << "c may have been asked";
}

TEST(StudyNetwork, GroupsDoNotTellThatNobodyWasSilent) {
  const Study known = star(), study = unasked(known);
  const auto column = [](const Study& of, const char* name) {
    return network_table(of, grouped_summary(of, summary_of(contact(of)), "organisation")).column(name);
  };
  const auto silence = [&](const Study& of) { return std::get<std::vector<std::string>>(column(of, "silence").data); };
  EXPECT_EQ(silence(known), (std::vector<std::string>{"none", "all", "all"}));
  EXPECT_FALSE(column(study, "silence").is_valid(0));
  EXPECT_TRUE(column(study, "silence").is_valid(1));
  EXPECT_EQ(silence(study)[1], "all");
  EXPECT_FALSE(column(study, "asked").is_valid(0));
  EXPECT_TRUE(column(known, "asked").valid.empty());
}

TEST(StudyNetwork, APublishedNetworkIsSettledWhoeverWasAsked) {
  StudyData data = star().data();
  data.asked_known = false;
  data.relations.front().complete = true;
  const NetworkResponse response = network_response(contact(Study(std::move(data))));
  EXPECT_TRUE(response.asked_known);
  EXPECT_EQ(response.band, ResponseBand::kUsable);
  EXPECT_EQ(response.share, 1);
}

TEST(StudyNetwork, APublishedNetworkWithoutARowWasNotMeasured) {
  StudyData data = star().data();
  data.relations.front().complete = true;
  data.ties.clear();
  const Study study(std::move(data));
  EXPECT_FALSE(reported_network(study, "contact", study.last_wave().id).measured());
}

}  // namespace
}  // namespace houvast
