#include <gtest/gtest.h>

#include <locale>
#include <ostream>
#include <set>
#include <sstream>
#include <string>

#include "disclosure/told_region.hpp"
#include "findings.hpp"
#include "houvast/base/random.hpp"
#include "known_text.hpp"

// Findings of small studies that are drawn, each with much that is not known: whatever the state of a check, it says
// so.
namespace houvast {
namespace {

using namespace testing;

std::string one_of(Random& random, std::initializer_list<const char*> values) {
  return *(values.begin() + static_cast<std::ptrdiff_t>(random.below(values.size())));
}

// Each field is there half of the time, in some studies; in others never, or always.
std::string drawn_fields(Random& random, std::uint64_t often) {
  std::string text;
  const auto field = [&](const std::string& name, const std::string& value) {
    if (random.below(4) < often) text += (text.empty() ? "\"" : ", \"") + name + "\": " + value;
  };
  const auto word = [&](std::initializer_list<const char*> values) { return "\"" + one_of(random, values) + "\""; };
  const auto words = [&](std::initializer_list<const char*> values) {
    const std::string first = one_of(random, values), second = one_of(random, values);  // in this order everywhere
    return "[\"" + first + "\", \"" + second + "x\"]";
  };
  field("organisation", word({"A", "B", "C"}));
  field("domain", word({"zorg", "onderwijs", "informeel-netwerk", "jeugdhulp"}));
  field("level", word({"uitvoering", "beleid", "bestuur"}));
  field("perspective", word({"professional", "ouder", "jeugdige", "informeel"}));
  text += std::string(text.empty() ? "" : ", ") + "\"asked\": " + std::to_string(3 + random.below(6));
  field("roles", "[" + word({"kartrekker", "mandaathouder"}) + "]");
  if (random.below(2) == 0) field("mandates", words({"begroting", "personeel"}));
  field("sector", word({"po", "vo"}));
  field("expertise", words({"signaleren", "diagnostiek"}));
  field("motives", "[" + word({"M1", "M2"}) + "]");
  if (random.below(2) == 0) field("knows_motives_of", "[" + word({"p0", "p1"}) + "]");
  return text;
}

Study drawn_study(std::uint64_t seed) {
  Random random(seed);
  Rows rows;
  const std::uint64_t often = random.below(5), parties = 2 + random.below(9);
  const auto id = [](std::uint64_t i) { return "p" + std::to_string(i); };
  for (std::uint64_t i = 0; i < parties; ++i) rows.party(id(i), drawn_fields(random, often));
  const std::uint64_t answering = random.below(3), telling = random.below(3);
  for (std::uint64_t i = 0; i < parties; ++i) {
    if (random.below(2) < answering) rows.answers_of(id(i), 1 + static_cast<int>(random.below(3)));
    if (random.below(2) >= telling) continue;
    rows.no_ties(id(i));
    for (std::uint64_t j = 0; j < parties; ++j) {
      if (i != j && random.below(3) == 0)
        rows.tie(id(i), id(j), random.below(2) == 0 ? R"("P1": true, "P2": false)" : "");
    }
  }
  return rows.study();
}

// What is asked for, and what is said not to be known because of it.
const std::vector<std::pair<std::string, std::string>> kNeeds = {
    {"coverage.C4.ask", "coverage.C4.not_measured"},   {"coverage.C6.ask", "coverage.C6.not_named"},
    {"coverage.C9.ask", "coverage.C9.undecided"},      {"coverage.C11.more_people", "coverage.C11.too_few"},
    {"coverage.C15.ask", "coverage.C15.undecided"},    {"coverage.C18.ask", "coverage.C18.not_asked"},
    {"coverage.see_inside", "coverage.too_few_people"}};

bool has(const std::vector<Claim>& list, const std::string& id) {
  return std::any_of(list.begin(), list.end(), [&](const Claim& each) { return each.id == id; });
}

TEST(DrawnFindings, WhateverIsNotInOrderIsSaidAndWhatIsUnknownSaysWhatWouldSettleIt) {
  std::set<std::string> unknown, known, settled;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const Study study = drawn_study(seed);
    for (const std::int64_t fewest : {0, 5}) {
      CoverageOptions options;
      options.fewest_people = fewest;
      for (const Finding& finding : coverage(study, options)) {
        const std::string what = finding.check + ", seed " + std::to_string(seed) + (fewest > 0 ? ", told" : "");
        EXPECT_FALSE(finding.claims.empty()) << what;
        if (finding.status == Status::kUnknown) {
          EXPECT_FALSE(finding.needed.empty()) << what;
          unknown.insert(finding.check);
        } else {
          known.insert(finding.check);
        }
        for (const auto& [need, claim] : kNeeds) {
          if (!has(finding.needed, need)) continue;
          EXPECT_TRUE(has(finding.claims, claim)) << what << " " << claim;
          settled.insert(need);
        }
        for (const Claim& claim : finding.claims) EXPECT_FALSE(say({claim}, Listener{}).empty()) << what;
      }
    }
  }
  EXPECT_EQ(unknown.size(), 18U);
  EXPECT_GE(known.size(), 15U);
  EXPECT_EQ(settled.size(), kNeeds.size());
}

void add(const Finding& finding, std::ostream& text) {
  text << finding.check << ' ' << to_string(finding.status) << '\n';
  for (const Evidence& fact : finding.evidence) {
    text << fact.kind << ' ' << fact.id << ' ' << fact.role << ' ' << fact.of;
    if (fact.value) text << ' ' << *fact.value;
    text << '\n';
  }
  for (const auto* claims : {&finding.claims, &finding.needed}) {
    for (const Claim& claim : *claims) text << claim.id << '\n';
  }
}

// All evidence of each study, and what is claimed of it.
void expect_known_findings(const Study& study, const std::string& name) {
  std::ostringstream text;
  text.imbue(std::locale::classic());
  for (const Finding& finding : coverage(study)) add(finding, text);
  for (const auto& position : positions(study)) text << (position ? to_string(*position) : "-") << '\n';
  expect_known(text.str(), name, "drawn_findings.txt");
}

TEST(DrawnFindings, AreWhatTheyWere) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed)
    expect_known_findings(drawn_study(seed), "study " + std::to_string(seed));
  expect_known_findings(drawn_region(11, {}).study(), "region");
  expect_known_findings(drawn_region(12, {.crowd = 0, .parents = 3}).study(), "region of few people");
  expect_known_findings(drawn_region(13, {.parties = 20, .professionals = 17, .parents = 3}).study(),
                        "region of few parents");
}

}  // namespace
}  // namespace houvast
