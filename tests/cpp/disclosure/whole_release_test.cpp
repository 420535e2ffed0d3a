#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "disclosure/told_region.hpp"
#include "houvast/disclosure/document.hpp"
#include "houvast/disclosure/release.hpp"
#include "known_text.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using testing::drawn_region;
using testing::ToldRegion;

const ToldRegion& region() {
  static const ToldRegion kRegion = drawn_region(11, {});
  return kRegion;
}

struct Case {
  const char* name;
  const char* policy;
  ReleaseOptions options;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases = {
      {"team, perspective", "team", {}},
      {"team, domain, ledger", "team", {.by = "domain", .complexity = Complexity::kComplex, .in_ledger = true}},
      {"team, nothing, goals", "team", {.by = "", .agenda_length = 8, .goals = GoalDetail::kText}},
      {"external, perspective", "external", {.complexity = Complexity::kSimple}},
      {"external, level", "external", {.by = "level"}}};
  return kCases;
}

// What a band says: "10–19" or "200+".
std::pair<std::int64_t, std::int64_t> band(const std::string& text) {
  const std::size_t dash = text.find("–");
  if (dash == std::string::npos) return {std::stoll(text), std::int64_t{1} << 40};
  return {std::stoll(text.substr(0, dash)), std::stoll(text.substr(dash + std::string("–").size()))};
}

void expect_in_band(std::int64_t count, const std::string& text, const std::string& what) {
  ASSERT_FALSE(text.empty()) << what;
  EXPECT_GE(count, band(text).first) << what << " " << text;
  EXPECT_LE(count, band(text).second) << what << " " << text;
}

void expect_in_step(std::int64_t count, std::int64_t of, const ReleasedShare& step, const std::string& what) {
  ASSERT_GT(of, 0) << what;
  const double share = static_cast<double>(count) / static_cast<double>(of);
  EXPECT_GE(share, step.low - 1e-12) << what << " " << count << " of " << of;
  if (step.high < 1) {
    EXPECT_LT(share, step.high) << what << " " << count << " of " << of;
  }
  EXPECT_LT(step.low, step.high) << what;
}

// How many gave each answer, of those that a row is about.
std::map<int, std::int64_t> counted(const std::string& wave, const std::string& question,
                                    const std::set<std::size_t>& parties) {
  std::map<int, std::int64_t> counts;
  for (const auto& given : region().answers) {
    if (given.wave == wave && given.question == question && parties.contains(given.party)) ++counts[given.value];
  }
  return counts;
}

std::set<std::size_t> members(const Study& study, const std::string& by, const std::string& group) {
  std::set<std::size_t> found;
  for (std::size_t p = 0; p < region().parties.size(); ++p) {
    if (study.attribute(region().parties[p], by) == group) found.insert(p);
  }
  return found;
}

std::set<std::size_t> everybody() {
  std::set<std::size_t> all;
  for (std::size_t p = 0; p < region().parties.size(); ++p) all.insert(p);
  return all;
}

void expect_true_score(const ReleasedScore& score, const std::set<std::size_t>& parties, const std::string& where) {
  const std::string what = where + " " + score.wave.str() + " " + score.id + " " + score.group;
  auto counts = counted(score.wave.str(), score.id, parties);
  const std::int64_t unknown = counts[testing::kUnknown];
  std::int64_t scored = 0, high = 0;
  for (const auto& [value, count] : counts) scored += value > 0 ? count : 0;
  for (const auto& [value, count] : counts) high += value >= 4 ? count : 0;
  expect_in_band(scored, score.n_band, what);
  if (score.top) expect_in_step(high, scored, *score.top, what + " high");
  if (score.dont_know) {
    expect_in_step(unknown, scored + unknown + counts[testing::kSkipped], *score.dont_know, what + " does not know");
  }
  for (const ReleasedBin& bin : score.distribution) {
    expect_in_step(counts[bin.value], scored, bin.share, what + " " + std::to_string(bin.value));
  }
}

class WholeRelease : public ::testing::TestWithParam<std::size_t> {
 protected:
  static const Study& study() {
    static const Study kStudy = region().study();
    return kStudy;
  }
  // Each is asked once, however many tests look at it.
  static const Release& released(std::size_t at) {
    static std::map<std::size_t, Release> kept;
    const Case& one = cases()[at];
    if (!kept.contains(at)) kept.emplace(at, release(study(), Policy::named(one.policy), one.options));
    return kept.at(at);
  }
  static std::string name(std::size_t at) { return cases()[at].name; }
  [[nodiscard]] const Release& told() const { return released(GetParam()); }
};

TEST_P(WholeRelease, TellsOfEverybodyWhatWasAnswered) {
  std::int64_t shown = 0;
  for (const ReleasedScore& score : told().totals) {
    if (!score.shown || score.is_element || !score.id.starts_with('E')) continue;
    expect_true_score(score, everybody(), name(GetParam()));
    EXPECT_TRUE(score.top) << score.id;
    EXPECT_FALSE(score.distribution.empty()) << score.id;
    ++shown;
  }
  EXPECT_EQ(shown, 2 * 16);
}

TEST_P(WholeRelease, TellsOfGroupsWhatTheyAnsweredAndOfNoFew) {
  const std::string& by = told().by;
  std::map<std::pair<std::string, std::string>, std::set<std::size_t>> rest;
  std::int64_t shown = 0;
  for (int round = 0; round < 2; ++round) {  // the groups with a name, then all others together
    for (const ReleasedScore& score : told().groups) {
      if (score.is_element || !score.id.starts_with('E')) continue;
      auto& others = rest.try_emplace({score.wave.str(), score.id}, everybody()).first->second;
      const bool together = score.group == kOtherGroups;
      if (together != (round == 1)) continue;
      const auto parties = together ? others : members(study(), by, score.group);
      if (!together) std::erase_if(others, [&](std::size_t p) { return parties.contains(p); });
      if (!score.shown) continue;
      expect_true_score(score, parties, name(GetParam()));
      const auto people = std::count_if(region().respondents.begin(), region().respondents.end(), [&](const auto& one) {
        return one.wave == score.wave.str() && parties.contains(one.party);
      });
      EXPECT_GE(people, told().threshold);
      ++shown;
    }
  }
  EXPECT_EQ(shown > 0, !by.empty());
}

TEST_P(WholeRelease, TellsHowManyAnsweredOfThoseAsked) {
  std::map<std::string, std::set<std::string>> named;  // by wave
  for (int round = 0; round < 2; ++round) {
    for (const ReleasedResponse& row : told().responses) {
      if (row.instrument.str() != "six-elements") continue;
      const bool together = row.group == kOtherGroups;
      if (together != (round == 1)) continue;
      std::set<std::size_t> parties = row.is_total ? everybody() : members(study(), told().by, row.group);
      if (!row.is_total && !together) named[row.wave.str()].insert(row.group);
      if (together) {
        parties = everybody();
        for (const auto& group : named[row.wave.str()]) {
          for (const std::size_t p : members(study(), told().by, group)) parties.erase(p);
        }
      }
      std::int64_t asked = 0, answered = 0;
      for (const std::size_t p : parties) asked += region().parties[p].asked;
      for (const auto& one : region().respondents) {
        answered += one.wave == row.wave.str() && parties.contains(one.party);
      }
      if (!row.shown) continue;
      const std::string what = name(GetParam()) + " " + row.wave.str() + " " + row.group;
      ASSERT_TRUE(row.share) << what;
      expect_in_step(answered, asked, *row.share, what);
      expect_in_band(asked, row.asked_band, what);
      EXPECT_GE(answered, told().threshold);
    }
  }
  EXPECT_TRUE(std::any_of(told().responses.begin(), told().responses.end(),
                          [](const ReleasedResponse& row) { return row.is_total && row.shown; }));
}

TEST_P(WholeRelease, TellsStagesAsTheyWereGiven) {
  for (const ReleasedStage& row : told().stages) {
    std::map<int, std::int64_t> counts;
    std::int64_t all = 0;
    for (const auto& given : region().stages) {
      if (given.wave == row.wave.str() && given.dimension == row.dimension.str()) ++counts[given.stage], ++all;
    }
    ASSERT_TRUE(row.shown) << row.dimension.str();
    expect_in_band(all, row.n_band, row.dimension.str());
    EXPECT_FALSE(row.distribution.empty()) << row.dimension.str();
    for (const ReleasedBin& bin : row.distribution)
      expect_in_step(counts[bin.value], all, bin.share, row.dimension.str());
  }
  EXPECT_EQ(told().stages.size(), 16U);
}

TEST_P(WholeRelease, TellsOfTheNetworkWhatWasReported) {
  std::set<std::pair<std::size_t, std::size_t>> ties, known;
  const auto number = [](const PartyId& id) { return static_cast<std::size_t>(std::stoul(id.str().substr(1))); };
  for (const TieReport& tie : region().ties) ties.insert(std::minmax(number(tie.from), number(tie.to)));
  const std::size_t parties = region().parties.size();
  for (std::size_t a = 0; a < parties; ++a) {
    for (std::size_t b = a + 1; b < parties; ++b) {
      if (region().reporters.contains(a) || region().reporters.contains(b)) known.emplace(a, b);
    }
  }
  bool seen = false;
  for (const ReleasedNetwork& network : told().networks) {
    if (network.wave.str() != testing::kLastWave) continue;
    seen = true;
    ASSERT_TRUE(network.shown);
    expect_in_band(static_cast<std::int64_t>(parties), network.parties_band, "parties");
    expect_in_band(static_cast<std::int64_t>(ties.size()), network.ties_band, "ties");
    expect_in_step(std::ssize(ties), std::ssize(known), network.density, "density");
    const double all_pairs = static_cast<double>(parties * (parties - 1)) / 2;
    EXPECT_LE(network.bounds.low, static_cast<double>(ties.size()) / all_pairs);
    EXPECT_FALSE(network.asked_band.empty());
    for (const ReleasedBlock& block : network.blocks) {
      if (!block.shown || block.from == kOtherGroups || block.to == kOtherGroups) continue;
      const auto from = members(study(), told().blocks_by, block.from),
                 to = members(study(), told().blocks_by, block.to);
      const auto between = [&](const auto& pairs) {
        return std::count_if(pairs.begin(), pairs.end(), [&](const auto& pair) {
          return (from.contains(pair.first) && to.contains(pair.second)) ||
                 (from.contains(pair.second) && to.contains(pair.first));
        });
      };
      expect_in_step(between(ties), between(known), block.density, block.from + "–" + block.to);
    }
  }
  EXPECT_TRUE(seen);
}

TEST_P(WholeRelease, NoWordOfItsOwnAndNoNameWithoutConsentStandsInIt) {
  const std::string document = release_document(told());
  for (std::size_t i = 0; i < region().parties.size(); ++i) {
    const Party& party = region().parties[i];
    const std::string name = "\"Naam " + std::to_string(i) + "\"";
    if (!party.consent_for.empty()) continue;
    EXPECT_EQ(document.find(name), std::string::npos) << name;
  }
  for (const char* word : {"Eigen woorden", "iets heel eigens", "\"p1\"", "p1-0"}) {
    EXPECT_EQ(document.find(word), std::string::npos) << word;
  }
  EXPECT_EQ(document.find("Afspraak") != std::string::npos, cases()[GetParam()].options.goals == GoalDetail::kText);
}

TEST_P(WholeRelease, StatesOnlyWhatTheAnswersShow) {
  const auto high = [](const WaveId& wave, const Compared& what, const std::set<std::size_t>& parties) {
    auto counts = counted(wave.str(), what.id, parties);
    std::int64_t all = 0;
    for (const auto& [value, count] : counts) all += value > 0 ? count : 0;
    return static_cast<double>(counts[4] + counts[5]) / static_cast<double>(all);
  };
  for (const ReleasedDifference& each : told().supported.differences) {
    if (each.what.breadth != Breadth::kQuestion) continue;
    EXPECT_GT(high(each.wave, each.what, members(study(), told().by, each.higher)),
              high(each.wave, each.what, members(study(), told().by, each.lower)))
        << each.what.id;
  }
  for (const ReleasedChange& each : told().supported.changes) {
    if (each.what.breadth != Breadth::kQuestion) continue;
    const double before = high(each.from, each.what, everybody()), now = high(each.to, each.what, everybody());
    EXPECT_EQ(each.up, now > before) << each.what.id;
  }
}

// Every number and claim of each document.
void expect_known(const Release& told, const std::string& name) {
  testing::expect_known(release_document(told), name, "released_documents.txt");
}

TEST_P(WholeRelease, IsTheDocumentThatItWas) {
  expect_known(told(), name(GetParam()));
}

TEST(OtherReleases, AreTheDocumentsThatTheyWere) {
  for (const std::size_t parties : {12U, 16U, 24U, 36U}) {
    const ToldRegion small = drawn_region(parties, {.parties = parties});
    const Study study = small.study();
    const std::string name = std::to_string(parties) + " parties, ";
    for (const char* by : {"perspective", "level"}) {
      expect_known(release(study, Policy::named("team"), {.by = by}), name + by);
    }
    expect_known(release(testing::unasked(study), Policy("own", 7), {.by = "domain"}),
                 name + "nobody wrote who was asked");
  }
}

// Regions in which something is told that the others keep silent about: a change of elements, a difference over a whole
// questionnaire, an agenda of what few know, and few parties or people.
struct OtherRegion {
  const char* name;
  std::uint64_t seed;
  testing::RegionShape shape;
  Policy policy;
  ReleaseOptions options;
};

TEST(OtherReleases, OfRegionsThatDifferAreTheDocumentsThatTheyWere) {
  const std::vector<std::pair<int, int>> whole = {{1, 4}, {2, 5}, {3, 5}, {4, 4}, {5, 3}, {6, 3}};
  const Policy team = Policy::named("team");
  const std::vector<OtherRegion> regions = {
      {"all grow", 11, {.before = -1, .after = 0, .all_grow = true}, team, {.by = ""}},
      {"a whole questionnaire",
       11,
       {.elements = whole, .professionals = 20, .parents = 36, .apart = 24, .lag = 1, .before = -1, .after = 0},
       team,
       {}},
      {"few know",
       998735,
       {.parties = 20,
        .crowd = 2,
        .professionals = 12,
        .parents = 8,
        .unknown = 5,
        .apart = 0,
        .before = -1,
        .after = 0,
        .all_grow = true},
       team,
       {.by = "domain", .agenda_length = 6}},
      {"sixteen parties on their own",
       780962,
       {.parties = 16,
        .elements = whole,
        .professionals = 15,
        .parents = 0,
        .young = 2,
        .of_organisation = 1,
        .unknown = 0,
        .apart = 18,
        .lag = 1,
        .before = -1,
        .after = 1,
        .all_grow = true,
        .knows_partners = false},
       Policy("own", 7),
       {.agenda_length = 6}},
      {"seven parties",
       703135,
       {.parties = 7,
        .crowd = 3,
        .professionals = 6,
        .parents = 0,
        .young = 2,
        .of_organisation = 1,
        .unknown = 5,
        .apart = 1,
        .lag = 1,
        .before = -1,
        .after = 0,
        .knows_partners = false},
       Policy::named("external"),
       {.agenda_length = 12, .complexity = Complexity::kComplex}},
      {"twelve people",
       754327,
       {.parties = 12,
        .elements = whole,
        .crowd = 0,
        .professionals = 3,
        .parents = 4,
        .young = 2,
        .of_organisation = 1,
        .unknown = 0,
        .apart = 4,
        .lag = 1,
        .before = 0,
        .after = 1},
       Policy("own", 7),
       {.by = "domain", .agenda_length = 6}}};
  for (const OtherRegion& each : regions) {
    expect_known(release(drawn_region(each.seed, each.shape).study(), each.policy, each.options), each.name);
  }
}

INSTANTIATE_TEST_SUITE_P(Region, WholeRelease, ::testing::Range(std::size_t{0}, cases().size(), std::size_t{1}));

}  // namespace
}  // namespace houvast
