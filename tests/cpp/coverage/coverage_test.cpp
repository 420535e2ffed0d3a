#include "houvast/coverage/coverage.hpp"

#include <gtest/gtest.h>

#include <map>

#include "findings.hpp"

namespace houvast {
namespace {

using namespace testing;

// One party for every expected domain and level, all tied to both hubs, all answering.
std::string member(const std::string& id, const std::string& domain, const std::string& level,
                   const std::string& perspective) {
  return party(id,
               R"("domain": ")" + domain + R"(", "level": ")" + level + R"(", "perspective": ")" + perspective + "\"");
}

struct Region {
  std::map<std::string, std::string> parties;
  std::map<std::string, std::string> answers;
  std::map<std::string, std::string> ties;

  Region() {
    for (const char* domain : {"onderwijs", "zorg", "jeugdhulp", "kinderopvang", "gemeente", "sociaal-domein"}) {
      for (const char* level : {"uitvoering", "beleid", "bestuur"}) {
        add(std::string(domain) + "." + level, domain, level, "professional");
      }
    }
    add("ouderraad", "ouders", "", "ouder");
    add("jongerenraad", "jeugdigen", "", "jeugdige");
    add("buurt", "informeel-netwerk", "", "informeel");
    add("winkel", "bedrijfsleven", "", "informeel");
  }

  void add(const std::string& id, const std::string& domain, const std::string& level, const std::string& perspective) {
    parties[id] = member(id, domain, level, perspective);
    answers[id] = answer("w2", id, id, "E1.1", "4");
    const std::string first = "onderwijs.uitvoering", second = "zorg.uitvoering";
    if (id != first) ties[id + ">1"] = tie(id, id, first);
    if (id != second && id != first) ties[id + ">2"] = tie(id, id, second);
  }

  void silence(const std::string& id) {
    answers.erase(id);
    ties.erase(id + ">1");
    ties.erase(id + ">2");
  }

  [[nodiscard]] Finding check(const std::string& which) const {
    const auto joined = [](const std::map<std::string, std::string>& rows) {
      std::string text;
      for (const auto& [key, row] : rows) text += (text.empty() ? "" : ",\n") + row;
      return text;
    };
    for (const Finding& finding : coverage(small_study(joined(parties), joined(answers), joined(ties)))) {
      if (finding.check == which) return finding;
    }
    throw std::runtime_error("no check " + which);
  }
};

bool holds(const Finding& finding, const std::string& role, const std::string& id, const std::string& of = "") {
  for (const Evidence& fact : finding.evidence) {
    if (fact.role == role && fact.id == id && (of.empty() || fact.of == of)) return true;
  }
  return false;
}

TEST(Coverage, AWholeRegionIsOk) {
  const Region region;
  for (const char* check : {"C1", "C2", "C3", "C4", "C7", "C10"}) {
    EXPECT_EQ(region.check(check).status, Status::kOk) << check << ": " << said(region.check(check));
  }
}

Claim absent(const std::string& domain) {
  return {"coverage.C1.absent", {{"names", named("domain", {domain})}}};
}

TEST(Coverage, C1NamesTheAbsentDomainAndTheSilent) {
  Region region;
  region.parties.erase("winkel");
  region.silence("winkel");
  EXPECT_EQ(region.check("C1").status, Status::kOk);  // business occurs in one anecdote of the sources: not expected
  region.parties.erase("buurt");
  region.silence("buurt");
  EXPECT_EQ(region.check("C1").status, Status::kMissing);
  EXPECT_TRUE(holds(region.check("C1"), "absent", "informeel-netwerk"));
  EXPECT_EQ(region.check("C1").claims, std::vector{absent("informeel-netwerk")});
  EXPECT_EQ(said(region.check("C1")), "informeel-netwerk doet niet mee.");

  Region silent;
  silent.silence("buurt");
  EXPECT_EQ(silent.check("C1").status, Status::kAttention);
  EXPECT_TRUE(holds(silent.check("C1"), "silent", "buurt"));
  EXPECT_TRUE(holds(silent.check("C1"), "all_silent", "informeel-netwerk"));
}

TEST(Coverage, C1IsUnknownWhenADomainMayHideBehindAnEmptyCell) {
  Region region;
  region.parties["buurt"] = party("buurt", R"("perspective": "informeel")");
  EXPECT_EQ(region.check("C1").status, Status::kUnknown);
  EXPECT_EQ(region.check("C1").needed, std::vector{Claim{"coverage.settle.domains"}});
}

TEST(Coverage, C2NamesTheLevelAndItsDomain) {
  Region region;
  region.parties.erase("zorg.bestuur");
  region.silence("zorg.bestuur");
  EXPECT_EQ(region.check("C2").status, Status::kAttention);
  EXPECT_TRUE(holds(region.check("C2"), "absent", "bestuur", "zorg"));

  Region unknown;
  unknown.parties["zorg.bestuur"] = member("zorg.bestuur", "zorg", "", "professional");
  EXPECT_EQ(unknown.check("C2").status, Status::kUnknown);
  EXPECT_TRUE(holds(unknown.check("C2"), "undecided", "bestuur", "zorg"));
}

TEST(Coverage, C3NeedsMembersTiesAndAnswers) {
  Region absent;
  absent.parties.erase("ouderraad");
  absent.silence("ouderraad");
  EXPECT_EQ(absent.check("C3").status, Status::kMissing);
  EXPECT_TRUE(holds(absent.check("C3"), "absent", "ouder"));

  Region unheard;
  unheard.answers.erase("jongerenraad");
  EXPECT_EQ(unheard.check("C3").status, Status::kAttention);
  EXPECT_TRUE(holds(unheard.check("C3"), "unanswered", "jeugdige"));

  Region untied;
  untied.ties.erase("ouderraad>1");
  untied.ties["ouderraad>2"] = tie("ouderraad", "ouderraad", "");
  EXPECT_EQ(untied.check("C3").status, Status::kAttention);
  EXPECT_TRUE(holds(untied.check("C3"), "untied", "ouder"));

  Region unmeasured;
  unmeasured.ties.clear();
  EXPECT_EQ(unmeasured.check("C3").status, Status::kUnknown);
}

TEST(Coverage, C4TheInformalNetwork) {
  Region absent;
  absent.parties.erase("buurt");
  absent.silence("buurt");
  EXPECT_EQ(absent.check("C4").status, Status::kMissing);

  Region untied;
  untied.ties.erase("buurt>1");
  untied.ties["buurt>2"] = tie("buurt", "buurt", "");
  EXPECT_EQ(untied.check("C4").status, Status::kAttention);
  EXPECT_TRUE(holds(untied.check("C4"), "untied", "buurt"));

  Region unmeasured;
  unmeasured.ties.clear();
  EXPECT_EQ(unmeasured.check("C4").status, Status::kUnknown);
}

TEST(Coverage, C7IsolatedAndUnknown) {
  Region isolated;
  isolated.ties.erase("winkel>1");
  isolated.ties["winkel>2"] = tie("winkel", "winkel", "");
  EXPECT_EQ(isolated.check("C7").status, Status::kAttention);
  EXPECT_TRUE(holds(isolated.check("C7"), "isolated", "winkel"));

  Region silent;
  silent.silence("winkel");
  EXPECT_EQ(silent.check("C7").status, Status::kUnknown);
  EXPECT_TRUE(holds(silent.check("C7"), "unknown_ties", "winkel"));
}

TEST(Coverage, C10NamesTheSingleLink) {
  Region region;
  region.ties.erase("winkel>1");
  region.ties["winkel>2"] = tie("winkel", "winkel", "zorg.uitvoering");
  const Finding finding = region.check("C10");
  EXPECT_EQ(finding.status, Status::kAttention);
  EXPECT_TRUE(holds(finding, "cut", "zorg.uitvoering"));
  EXPECT_TRUE(holds(finding, "cut_off", "winkel", "zorg.uitvoering"));

  Region unmeasured;
  unmeasured.ties.clear();
  EXPECT_EQ(unmeasured.check("C10").status, Status::kUnknown);
}

TEST(Coverage, TheTableSaysItWithNamesInTheLanguageAsked) {
  const Study study = small_study(party("p", R"("name": "School, {team}", "domain": "zorg", "level": "beleid")"),
                                  answer("w2", "r", "p", "E1.1", "4"), tie("p", "p", ""));
  for (const Language& language : {Language::kNl, Language::kEn}) {
    const Table table = coverage_table(study, coverage(study), language);
    const auto& check = std::get<std::vector<std::string>>(table.column("check").data);
    const auto& sentence = std::get<std::vector<std::string>>(table.column("sentence").data);
    const auto row = std::find(check.begin(), check.end(), "C7") - check.begin();
    EXPECT_EQ(sentence[static_cast<std::size_t>(row)], language == Language::kNl
                                                           ? "‘School, {team}’ staat los van de rest."
                                                           : "‘School, {team}’ stands apart from the rest.");
  }
}

}  // namespace
}  // namespace houvast
