#include "houvast/disclosure/document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <vector>

namespace houvast {
namespace {

using nlohmann::json;

Release two_scores() {
  Release release;
  release.study_id = "s";
  release.title = {"Samen", "Together", {{"fy", "Tegearre"}}};
  release.policy = "team";
  release.waves.push_back({.id = WaveId("w1"), .date = "", .label = {}, .instruments = {}});
  ReleasedScore shown;
  shown.wave = WaveId("w1");
  shown.id = "E1";
  shown.is_element = true;
  shown.shown = true;
  shown.n_band = "10–19";
  shown.top = ReleasedShare{0.25, 0.5};
  shown.distribution = {{1, {0.4, 0.5}}};
  ReleasedScore hidden = shown;
  hidden.shown = false;
  release.totals = {shown, hidden};
  return release;
}

TEST(ReleaseDocument, HoldsWhatIsShownAndNothingElse) {
  const json document = json::parse(release_document(two_scores()));
  EXPECT_EQ(document["schema"], kReleaseSchema);
  EXPECT_EQ(document["title"], (json{{"nl", "Samen"}, {"en", "Together"}, {"fy", "Tegearre"}}));
  EXPECT_EQ(document["threshold"], kDisclosureFloor);
  const json& shown = document["totals"][0];
  EXPECT_EQ(shown["kind"], "element");
  EXPECT_EQ(shown["top"], (json{{"low", 0.25}, {"high", 0.5}}));
  EXPECT_EQ(shown["distribution"], json::parse(R"([{"value": 1, "share": {"low": 0.4, "high": 0.5}}])"));
  EXPECT_TRUE(shown["dont_know"].is_null());
  const json& hidden = document["totals"][1];
  EXPECT_EQ(hidden["shown"], false);
  for (const char* field : {"n_band", "top", "dont_know", "distribution"}) {
    EXPECT_FALSE(hidden.contains(field)) << field;
  }
}

TEST(ReleaseDocument, ClaimsKeepTheirArgumentsApart) {
  const Argument::List both = {LocalizedText{"School", "School"}, Named{"message", "report.skip"},
                               Named{"stage", "G1"}};
  ReleasedFinding finding;
  finding.title = finding.rule = {"report.skip", {}};
  finding.claims = {{"coverage.C7.isolated", {{"names", both}, {"n", 2}}}};
  Release release;
  release.findings.push_back(finding);
  const json claims = json::parse(release_document(release))["findings"][0]["claims"];
  EXPECT_EQ(claims, json::parse(R"([{"claim": "coverage.C7.isolated", "args": {"n": 2, "names": [
    {"text": {"nl": "School", "en": "School"}}, {"claim": "report.skip", "args": {}}, {"name": "G1"}]}}])"));
}

TEST(ReleaseDocument, OneClaimInAGapStandsAlone) {
  const Claim one{"report.skip", {}}, other{"report.share.below", {{"high", 0.5}}};
  for (const std::vector<Claim>& gap : {std::vector{one}, std::vector{one, other}}) {
    ReleasedFinding finding;
    finding.title = finding.rule = one;
    finding.claims = {{"coverage.C7.isolated", {{"names", gap}}}};
    Release release;
    release.findings.push_back(finding);
    const json told = json::parse(release_document(release))["findings"][0]["claims"][0]["args"]["names"];
    const json first = json::parse(R"({"claim": "report.skip", "args": {}})");
    const json second = json::parse(R"({"claim": "report.share.below", "args": {"high": 0.5}})");
    EXPECT_EQ(told, gap.size() == 1 ? first : json({first, second}));
  }
}

TEST(ReleaseDocument, IsTheSameEveryTime) {
  EXPECT_EQ(release_document(two_scores()), release_document(two_scores()));
}

TEST(ReleaseDocument, TextThatIsNotUtf8IsMarked) {
  Release release = two_scores();
  release.source = "caf\xe9";
  EXPECT_EQ(json::parse(release_document(release))["source"], "caf\xef\xbf\xbd");
}

}  // namespace
}  // namespace houvast
