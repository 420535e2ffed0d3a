#include "scoring/dealt_sums.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>

#include "houvast/base/stop.hpp"

namespace houvast::inline v0_1::detail {
namespace {

// Of one breadth: an answer from the average of the others, and a share for an element from that of others, as
// DealtAnswers has them. comparisons × questions
void add_contrasts(const Comparisons& compared, std::span<const std::size_t> breadth, HighRow answers,
                   std::vector<double>& contrasts) {
  const auto answered_in = [&](std::size_t c) {
    return std::count_if(compared.questions[c].begin(), compared.questions[c].end(),
                         [&](std::size_t q) { return answers[q] >= 0; });
  };
  std::vector<std::size_t> answered;
  std::copy_if(breadth.begin(), breadth.end(), std::back_inserter(answered),
               [&](std::size_t c) { return answered_in(c) > 0; });
  if (answered.size() < 2) return;
  const double of_other = -1 / static_cast<double>(answered.size() - 1);
  for (const std::size_t of : answered) {
    const double part = 1 / static_cast<double>(answered_in(of));
    for (const std::size_t q : compared.questions[of]) {
      if (answers[q] < 0) continue;
      for (const std::size_t c : answered) contrasts[c * answers.size() + q] += c == of ? part : of_other * part;
    }
  }
}

// Who answered which questions, as 0 and -1, and how much their sums vary: people with the same have the same
// contrasts.
std::map<std::vector<std::int8_t>, double> kinds_of(std::span<const HighRow> people) {
  std::map<std::vector<std::int8_t>, double> kinds;
  std::vector<std::int8_t> answered(people.front().size());
  StopPoints looked(1024);
  for (const HighRow& person : people) {
    looked();
    std::transform(person.begin(), person.end(), answered.begin(),
                   [](std::int8_t answer) { return answer < 0 ? std::int8_t{-1} : std::int8_t{0}; });
    const auto n = static_cast<double>(std::count(answered.begin(), answered.end(), 0));
    const double share = static_cast<double>(std::count(person.begin(), person.end(), 1)) / n;
    if (n > 1) kinds[answered] += share * (1 - share) * n / (n - 1);
  }
  return kinds;
}

}  // namespace

std::vector<double> dealt_covariance(const Comparisons& compared, std::span<const std::size_t> elements,
                                     std::span<const std::size_t> questions, std::span<const HighRow> people) {
  const std::size_t size = compared.what.size(), all = people.front().size();
  std::vector<double> covariance(size * size), contrasts(size * all);
  StopPoints looked(64);
  for (const auto& [answered, variance] : kinds_of(people)) {
    looked();
    std::fill(contrasts.begin(), contrasts.end(), 0.0);
    add_contrasts(compared, elements, answered, contrasts);
    add_contrasts(compared, questions, answered, contrasts);
    for (std::size_t a = 0; a < size; ++a) {
      for (std::size_t b = 0; b <= a; ++b) {
        double product = 0;
        for (std::size_t q = 0; q < all; ++q) product += contrasts[a * all + q] * contrasts[b * all + q];
        covariance[a * size + b] += variance * product;
        if (b < a) covariance[b * size + a] += variance * product;
      }
    }
  }
  return covariance;
}

}  // namespace houvast::inline v0_1::detail
