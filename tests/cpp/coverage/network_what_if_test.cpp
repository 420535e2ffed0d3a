#include "houvast/coverage/network_what_if.hpp"

#include <gtest/gtest.h>

#include "small_study.hpp"

// Who becomes unreachable, and which new ties would help; against the example region: tests/python.
namespace houvast {
namespace {

using namespace testing;
using Texts = std::vector<std::string>;
using Numbers = std::vector<std::int64_t>;

// school - coach - parent, and a club that was asked and said nothing, and that nobody names.
Study row(const std::string& more_ties = "") {
  const std::string ties = list(tie("coach", "coach", "parent"), tie("coach", "coach", "school"),
                                tie("parent", "parent", "coach"), tie("school", "school", "coach"));
  return small_study(
      list(party("school", R"("domain": "onderwijs", "organisation": "Vlinder", "expertise": ["leren"])"),
           party("coach", R"("domain": "jeugdhulp", "organisation": "Vlinder", "expertise": ["gedrag"])"),
           party("parent", R"("domain": "ouders", "perspective": "ouder")"),
           party("club", R"("domain": "informeel-netwerk")")),
      "", ties + more_ties);
}

const Texts& texts(const Table& table, const char* name) {
  return std::get<Texts>(table.column(name).data);
}

const Numbers& numbers(const Table& table, const char* name) {
  return std::get<Numbers>(table.column(name).data);
}

template <class Call>
std::string code_of(Call call) {
  try {
    static_cast<void>(call());
  } catch (const Error& error) {
    return error.code();
  }
  return "";
}

TEST(NetworkWhatIf, OneLinkLeaves) {
  const Table table = network_knockouts(row(), {.relation = "contact"});
  EXPECT_EQ(texts(table, "leaving"), (Texts{"school", "coach", "parent", "club"}));
  EXPECT_EQ(numbers(table, "unreachable"), (Numbers{0, 1, 0, 0}));
  EXPECT_EQ(texts(table, "unreachable_ids"), (Texts{"", "parent", "", ""})) << "equal parts: the first stays";
  EXPECT_EQ(numbers(table, "pairs_disconnected"), (Numbers{0, 1, 0, 0}));
  EXPECT_EQ(texts(table, "expertise_gone"), (Texts{"leren", "gedrag", "", ""}));
  EXPECT_EQ(numbers(table, "expertise_reach_lost"), (Numbers{2, 3, 0, 0}));
  EXPECT_EQ(table.provenance().options.at("silent"), "1");
}

TEST(NetworkWhatIf, OrganisationsAndSetsLeaveTogether) {
  const Table table = network_knockouts(row(), {.relation = "contact", .by = "organisation"});
  EXPECT_EQ(texts(table, "leaving"), Texts{"Vlinder"});
  EXPECT_EQ(numbers(table, "parties"), Numbers{2});
  EXPECT_EQ(numbers(table, "remaining"), Numbers{2});
  const Table chosen =
      network_knockouts(row(), {.relation = "contact", .sets = {{"both", {PartyId("coach"), PartyId("coach")}}}});
  EXPECT_EQ(texts(chosen, "leaving"), Texts{"both"});
  EXPECT_EQ(numbers(chosen, "parties"), Numbers{1});
  const Table titled = network_knockouts(row(), {.relation = "contact", .by = "domain", .language = Language::kEn});
  EXPECT_EQ(texts(titled, "leaving").size(), 4U);
  EXPECT_NE(texts(titled, "name"), texts(titled, "leaving"));
}

TEST(NetworkWhatIf, OnlyPairsThatWereToldAboutCanBecomeATie) {
  // The club is silent; others told that they have no tie to it, so their pairs with it are known.
  const graph::NewTies found = network_new_ties(row(), 1, {.relation = "contact", .goal = "no_single_point"});
  EXPECT_EQ(found.candidates, 4);
  EXPECT_EQ(found.before, 1);
  EXPECT_EQ(found.after, 0);
  EXPECT_EQ(texts(found.table, "party_a"), Texts{"school"});
  EXPECT_EQ(texts(found.table, "party_b"), Texts{"parent"});
  // A directed relation: both sides must have told.
  const std::string referral = ",\n" + list(tie("coach", "coach", "parent", "1", "referral"),
                                            tie("school", "school", "parent", "1", "referral"));
  const graph::NewTies directed = network_new_ties(row(referral), 1, {.relation = "referral"});
  EXPECT_EQ(directed.candidates, 1) << "school and coach";
  EXPECT_EQ(directed.after, directed.before + 1);
}

TEST(NetworkWhatIf, NearTheParents) {
  const graph::NewTies found = network_new_ties(row(), 1, {.relation = "contact", .goal = "parents", .steps = 1});
  EXPECT_EQ(found.before, 1);
  EXPECT_EQ(found.after, 2);
  EXPECT_EQ(network_new_ties(row(), 1, {.relation = "contact", .goal = "Ouder", .every = true}).before, 2);
}

TEST(NetworkWhatIf, RefuseWhatCannotBe) {
  const auto knock = [](const KnockoutOptions& options) {
    return code_of([&] { return network_knockouts(row(), options); });
  };
  EXPECT_EQ(knock({.relation = "hugs"}), "HV-507");
  EXPECT_EQ(knock({.relation = "referral"}), "HV-305") << "nobody reported on it";
  EXPECT_EQ(knock({.by = "colour"}), "HV-506");
  EXPECT_EQ(knock({.sets = {{"x", {PartyId("nobody")}}}}), "HV-508");
  const auto advise = [](std::int64_t count, const TieAdviceOptions& options) {
    return code_of([&] { return network_new_ties(row(), count, options); });
  };
  EXPECT_EQ(advise(0, {}), "HV-302");
  EXPECT_EQ(advise(1, {.goal = "luck"}), "HV-303");
  EXPECT_EQ(advise(1, {.goal = "jeugdige"}), "HV-305");
}

}  // namespace
}  // namespace houvast
