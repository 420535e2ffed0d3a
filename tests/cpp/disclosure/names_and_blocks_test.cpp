#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "disclosure/network_blocks.hpp"
#include "disclosure/public_names.hpp"
#include "small_study.hpp"

namespace houvast {
namespace {

using namespace testing;

// A house of three people whose parties agreed to be named for this or not.
Study house(const std::string& first, const std::string& second, int people) {
  const auto in = [](const std::string& fields) { return R"("organisation": "Huis", )" + fields; };
  return small_study(list(party("a", in(R"("consent_for": [)" + first + R"(], "asked": 1)")),
                          party("b", in(R"("consent_for": [)" + second + R"(], "asked": )" + std::to_string(people))),
                          party("c", R"("consent_for": ["mandate"])")),
                     "");
}

TEST(PublicNames, AnOrganisationOfFewIsNamedWhenAllItsPartiesAgreed) {
  const std::string yes = R"("mandate", "silent")", other = R"("silent")";
  const auto named = [](const Study& study, std::int64_t threshold) {
    return detail::PublicNames(study, threshold).may_name_organisation(study.parties().front(), "mandate");
  };
  EXPECT_TRUE(named(house(yes, yes, 2), 5));
  EXPECT_FALSE(named(house(yes, other, 2), 5)) << "agreed to something else";
  EXPECT_FALSE(named(house(other, yes, 2), 5));
  EXPECT_FALSE(named(house(yes, "", 2), 5));
  EXPECT_FALSE(named(house(yes, other, 3), 5)) << "four people";
  EXPECT_TRUE(named(house(yes, other, 4), 5)) << "five people";
  const Study alone = house(yes, yes, 2);
  EXPECT_TRUE(detail::PublicNames(alone, 5).may_name_organisation(alone.parties()[2], "mandate")) << "for itself";
  EXPECT_FALSE(detail::PublicNames(alone, 5).may_name_organisation(alone.parties()[2], "silent"));
}

TEST(PublicNames, GroupsAreOfThosePeopleThatWereAsked) {
  const Study study = small_study(list(party("a", R"("perspective": "ouder", "level": "beleid", "asked": 3)"),
                                       party("b", R"("perspective": "ouder", "sector": "po", "asked": 2)"),
                                       party("c", R"("perspective": "jeugdige", "domain": "zorg", "asked": 4)")),
                                  "");
  const detail::PublicNames names(study, 5);
  EXPECT_TRUE(names.enough_asked("perspective", "ouder"));
  EXPECT_FALSE(names.enough_asked("perspective", "jeugdige"));
  EXPECT_FALSE(names.enough_asked("perspective", "professional"));
  EXPECT_FALSE(names.enough_asked("level", "beleid"));
  EXPECT_TRUE(detail::PublicNames(study, 3).enough_asked("level", "beleid"));
  EXPECT_TRUE(detail::PublicNames(study, 2).enough_asked("sector", "po"));
  EXPECT_TRUE(detail::PublicNames(study, 4).enough_asked("domain", "zorg"));
  EXPECT_FALSE(names.could_be_many());
  EXPECT_TRUE(detail::PublicNames(study, 3).could_be_many());
}

// Whoever of those asked were silent, so many pairs are known at least; tried with every way to be silent.
TEST(NetworkBlocks, KnowAsManyPairsAsTheWorstSilenceLeaves) {
  for (std::int64_t here = 0; here <= 4; ++here) {
    for (std::int64_t there = 0; there <= 4; ++there) {
      for (std::int64_t asked = 0; asked <= here; ++asked) {
        for (std::int64_t asked_there = 0; asked_there <= there; ++asked_there) {
          for (std::int64_t silent = 0; silent <= asked + asked_there; ++silent) {
            std::int64_t known = here * there, heard = here * there;
            for (std::int64_t a = 0; a <= std::min(asked, silent); ++a) {
              const std::int64_t b = std::min(asked_there, silent - a);
              known = std::min(known, here * there - (here - asked + a) * (there - asked_there + b));
              heard = std::min(heard, (asked - a) * there);
            }
            detail::BlockNodes nodes;
            nodes.parties = {here, there};
            nodes.asked = {asked, asked_there};
            EXPECT_EQ(detail::least_known_between(nodes, 0, 1, silent, false), known)
                << here << ' ' << there << ' ' << asked << ' ' << asked_there << ' ' << silent;
            EXPECT_EQ(detail::least_known_between(nodes, 0, 1, silent, true), heard)
                << here << ' ' << there << ' ' << asked << ' ' << asked_there << ' ' << silent;
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace houvast
