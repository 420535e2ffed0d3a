#include "scoring/normal_sums.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "houvast/base/random.hpp"
#include "scoring/dealt_answers.hpp"
#include "scoring/dealt_sums.hpp"
#include "scoring/same_people.hpp"
#include "scoring/two_samples.hpp"

namespace houvast::detail {
namespace {

constexpr std::size_t kQuestions = 7;

/// Three elements of three, two and two questions.
HighAnswers asked() {
  HighAnswers answers;
  answers.elements = {"a", "b", "c"};
  answers.element_of = {0, 0, 0, 1, 1, 2, 2};
  for (std::size_t q = 0; q < kQuestions; ++q) answers.questions.push_back("q" + std::to_string(q));
  return answers;
}

/// People who answer more or fewer questions, more or less often high; one in `more_of_first` also to the first.
std::vector<std::int8_t> drawn(std::size_t people, std::uint64_t seed, std::uint64_t more_of_first = 0) {
  Random random(seed);
  std::vector<std::int8_t> high;
  for (std::size_t i = 0; i < people; ++i) {
    const std::uint64_t often = 1 + random.below(8), skips = random.below(3);
    for (std::size_t q = 0; q < kQuestions; ++q) {
      const bool answered = random.below(10) >= 2 * skips, is_high = random.below(10) < often;
      const bool more = more_of_first > 0 && q == 0 && random.below(more_of_first) == 0;
      high.push_back(!answered ? std::int8_t{-1} : is_high || more ? std::int8_t{1} : std::int8_t{0});
    }
  }
  return high;
}

std::vector<HighRow> rows_of(const std::vector<std::int8_t>& high) {
  std::vector<HighRow> rows;
  for (std::size_t at = 0; at < high.size(); at += kQuestions) rows.push_back(HighRow(high).subspan(at, kQuestions));
  return rows;
}

/// How far a person's mean over each comparison lies from the mean of the others of its breadth, or 0.
void add_distances(HighRow answers, const Comparisons& compared, std::vector<double>& sums) {
  for (const Breadth breadth : {Breadth::kElement, Breadth::kQuestion}) {
    std::vector<double> means;
    std::vector<std::size_t> places;
    for (std::size_t c = 0; c < compared.what.size(); ++c) {
      double sum = 0, n = 0;
      for (const std::size_t q : compared.questions[c]) {
        if (answers[q] < 0) continue;
        sum += answers[q];
        ++n;
      }
      if (compared.what[c].breadth != breadth || n == 0) continue;
      means.push_back(sum / n);
      places.push_back(c);
    }
    for (std::size_t i = 0; i < means.size() && means.size() > 1; ++i) {
      double others = 0;
      for (std::size_t j = 0; j < means.size(); ++j) others += j == i ? 0 : means[j];
      sums[places[i]] += means[i] - others / static_cast<double>(means.size() - 1);
    }
  }
}

/// Covariances over many draws, in the order of the comparisons.
template <class Draw>
void expect_covariances(const NormalSums& known, std::size_t size, const Draw& draw) {
  constexpr int kDraws = 4000;
  std::vector<double> products(size * size), sums(size);
  for (int d = 0; d < kDraws; ++d) {
    draw(sums);
    for (std::size_t a = 0; a < size; ++a) {
      for (std::size_t b = 0; b < size; ++b) products[a * size + b] += sums[a] * sums[b] / kDraws;
    }
  }
  for (std::size_t a = 0; a < size; ++a) {
    for (std::size_t b = 0; b < size; ++b) {
      const double here = known.covariance(a, b);
      const double spread = std::sqrt((known.covariance(a, a) * known.covariance(b, b) + here * here) / kDraws);
      EXPECT_NEAR(products[a * size + b], here, 4.5 * spread) << a << ", " << b;
    }
  }
}

TEST(NormalSums, VaryTogetherAsDealingMakesThem) {
  const Comparisons compared = comparisons(asked(), false);
  ASSERT_EQ(compared.what.size(), 3 + kQuestions);
  std::vector<std::size_t> elements, questions;
  for (std::size_t c = 0; c < compared.what.size(); ++c) {
    (compared.what[c].breadth == Breadth::kElement ? elements : questions).push_back(c);
  }
  std::vector<std::int8_t> high = drawn(60, 5);
  const NormalSums dealt(compared, dealt_covariance(compared, elements, questions, rows_of(high)));
  Random random(6);
  expect_covariances(dealt, compared.what.size(), [&](std::vector<double>& sums) {
    std::fill(sums.begin(), sums.end(), 0.0);
    for (std::size_t at = 0; at < high.size(); at += kQuestions) {
      std::vector<std::size_t> places;
      for (std::size_t q = 0; q < kQuestions; ++q) {
        if (high[at + q] >= 0) places.push_back(at + q);
      }
      for (std::size_t k = places.size(); k > 1; --k) std::swap(high[places[k - 1]], high[places[random.below(k)]]);
      add_distances(HighRow(high).subspan(at, kQuestions), compared, sums);
    }
  });
  expect_covariances(dealt, compared.what.size(), [&](std::vector<double>& sums) { dealt.draw(random, sums); });
}

TEST(NormalSums, AreNothingWhenAllAnswerAlike) {
  const Comparisons compared = comparisons(asked(), false);
  const std::vector<std::int8_t> high(3 * kQuestions, 1);
  const std::vector<std::size_t> questions{compared.what.size() - 1, compared.what.size() - 2};
  const NormalSums dealt(compared, dealt_covariance(compared, {}, questions, rows_of(high)));
  Random random(1);
  std::vector<double> sums(compared.what.size(), 9.0);
  dealt.draw(random, sums);
  for (const double sum : sums) EXPECT_EQ(sum, 0.0);
}

TEST(NormalSums, AreNotNearWhereFewAnswerHigh) {
  const Comparisons compared = comparisons(asked(), false);
  const std::size_t size = compared.what.size();
  std::vector<double> covariance(size * size);
  for (std::size_t c = 0; c < size; ++c) covariance[c * size + c] = 100;
  EXPECT_TRUE(NormalSums(compared, covariance).are_near());
  covariance[size * size - 1] = 0;  // nobody
  EXPECT_TRUE(NormalSums(compared, covariance).are_near());
  covariance[size * size - 1] = 99;
  EXPECT_FALSE(NormalSums(compared, covariance).are_near());
}

/// P-values of one person fewer than the sums are normal for, and of as many.
template <class Adjusted>
void expect_alike(std::size_t people, const Adjusted& adjusted) {
  const std::vector<double> fewer = adjusted(people - 1), many = adjusted(people);
  EXPECT_LT(*std::min_element(many.begin(), many.end()), 0.1);
  ASSERT_EQ(fewer.size(), many.size());
  for (std::size_t c = 0; c < many.size(); ++c) EXPECT_NEAR(many[c], fewer[c], 0.1) << c;
  EXPECT_NE(many, fewer);
}

TEST(NormalSums, FindWhatDealingFinds) {
  const Comparisons compared = comparisons(asked(), false);
  const std::vector<std::int8_t> high = drawn(kNormalFrom, 8, 20);
  expect_alike(kNormalFrom, [&](std::size_t people) {
    std::vector<HighRow> rows = rows_of(high);
    rows.resize(people);
    return DealtAnswers(compared, rows).adjusted(399, 0.5, Random(1));
  });
}

TEST(NormalSums, FindWhatRelabellingFinds) {
  const Comparisons compared = comparisons(asked(), true);
  const std::vector<std::int8_t> one = drawn(kNormalFrom / 5, 8, 8), other = drawn(kNormalFrom * 4 / 5, 9);
  expect_alike(kNormalFrom, [&](std::size_t people) {
    std::vector<HighRow> rows = rows_of(other);
    rows.resize(people - kNormalFrom / 5);
    return TwoSamples(compared, rows, rows_of(one)).adjusted(399, 0.5, Random(1));
  });
}

TEST(NormalSums, FindWhatTurningRoundFinds) {
  const Comparisons compared = comparisons(asked(), true);
  const std::vector<std::int8_t> then = drawn(kNormalFrom, 8), now = drawn(kNormalFrom, 9, 15);
  expect_alike(kNormalFrom, [&](std::size_t people) {
    std::vector<std::pair<HighRow, HighRow>> both;
    const std::vector<HighRow> earlier = rows_of(then), later = rows_of(now);
    for (std::size_t i = 0; i < people; ++i) both.emplace_back(earlier[i], later[i]);
    return SamePeople(compared, both).adjusted(399, 0.5, Random(1));
  });
}

// At a tenth: of fifty companies in which nothing stands out five or so seem to have something.
TEST(NormalSums, FindNothingWhereThereIsNothing) {
  const Comparisons compared = comparisons(asked(), true);
  const Comparisons of_parts = comparisons(asked(), false);
  int dealt = 0, apart = 0, changed = 0;
  const auto finds = [](const std::vector<double>& p) {
    return std::any_of(p.begin(), p.end(), [](double each) { return each <= 0.1; }) ? 1 : 0;
  };
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const std::vector<std::int8_t> high = drawn(kNormalFrom, 100 + seed), later = drawn(kNormalFrom, 200 + seed);
    const std::vector<HighRow> rows = rows_of(high), rows_later = rows_of(later);
    dealt += finds(DealtAnswers(of_parts, rows).adjusted(499, 0.1, Random(seed)));
    const auto half = rows.begin() + 2000;
    apart += finds(TwoSamples(compared, {rows.begin(), half}, {half, rows.end()}).adjusted(499, 0.1, Random(seed)));
    std::vector<std::pair<HighRow, HighRow>> both;
    for (std::size_t i = 0; i < rows.size(); ++i) both.emplace_back(rows[i], rows_later[i]);
    changed += finds(SamePeople(compared, both).adjusted(499, 0.1, Random(seed)));
  }
  for (const int found : {dealt, apart, changed}) EXPECT_LE(found, 12);
  EXPECT_GT(dealt + apart + changed, 3);
}

}  // namespace
}  // namespace houvast::detail
