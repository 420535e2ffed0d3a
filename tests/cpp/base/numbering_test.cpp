#include "houvast/base/numbering.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "houvast/base/random.hpp"

namespace houvast {
namespace {

TEST(Numbering, GivesTheNumbersOfAMap) {
  Random random(11);
  for (const std::uint64_t kinds : {1U, 60U, 5000U}) {
    for (const std::uint64_t hashes : {1U, 7U, 1U << 30}) {  // things that are not the same may share a hash
      Numbering numbering;
      std::vector<std::string> things;
      std::map<std::string, std::int32_t> plain;
      const int rounds = hashes == 1 ? 300 : 20000;
      for (int i = 0; i < rounds; ++i) {
        const std::uint64_t kind = random.below(kinds);
        const std::string thing = "thing " + std::to_string(kind);
        const std::int32_t number = numbering.number(spread_bits(kind % hashes), [&](std::int32_t known) {
          return things[static_cast<std::size_t>(known)] == thing;
        });
        if (number == static_cast<std::int32_t>(things.size())) things.push_back(thing);
        ASSERT_EQ(number, plain.try_emplace(thing, static_cast<std::int32_t>(plain.size())).first->second);
        ASSERT_EQ(numbering.size(), static_cast<std::int32_t>(plain.size()));
      }
    }
  }
}

}  // namespace
}  // namespace houvast
