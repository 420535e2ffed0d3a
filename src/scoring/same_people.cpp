#include "scoring/same_people.hpp"

#include <algorithm>
#include <cmath>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"
#include "scoring/distributions.hpp"
#include "scoring/mid_p.hpp"
#include "scoring/normal_sums.hpp"
#include "scoring/step_down.hpp"

namespace houvast::inline v0_1::detail {

SamePeople::SamePeople(const Comparisons& compared, std::span<const std::pair<HighRow, HighRow>> people)
    : compared_(compared), people_(people.size()) {
  const std::size_t m = compared.what.size();
  gain_.resize(people_ * m);
  n_.resize(m);
  before_.resize(m);
  after_.resize(m);
  squares_.resize(m);
  moved_.resize(m);
  for (std::size_t c = 0; c < m; ++c) fill_in(people, c);
}

void SamePeople::fill_in(std::span<const std::pair<HighRow, HighRow>> people, std::size_t comparison) {
  const std::size_t m = compared_.what.size();
  const std::vector<std::size_t>& questions = compared_.questions[comparison];
  std::vector<bool> answered(people_);
  double counted = 0;
  for (const std::size_t q : questions) {
    double n = 0, before = 0, after = 0;
    for (const auto& [then, now] : people) {
      if (then[q] < 0 || now[q] < 0) continue;
      ++n;
      before += then[q];
      after += now[q];
    }
    if (n == 0) continue;
    ++counted;
    before_[comparison] += before / n;
    after_[comparison] += after / n;
    const double part = questions.size() == 1 ? 1 : static_cast<double>(people_) / n;
    for (std::size_t i = 0; i < people_; ++i) {
      const auto& [then, now] = people[i];
      if (then[q] < 0 || now[q] < 0) continue;
      answered[i] = true;
      gain_[i * m + comparison] += (now[q] - then[q]) * part;
    }
  }
  n_[comparison] = std::count(answered.begin(), answered.end(), true);
  if (counted > 0) {
    before_[comparison] /= counted;
    after_[comparison] /= counted;
  }
  for (std::size_t i = 0; i < people_; ++i) {
    squares_[comparison] += gain_[i * m + comparison] * gain_[i * m + comparison];
  }
}

double SamePeople::p_of(std::size_t comparison, double sum) const {
  if (squares_[comparison] <= 0) return 1;
  if (compared_.questions[comparison].size() == 1) {
    return at(moved_[comparison], std::lround((squares_[comparison] + sum) / 2));
  }
  return 2 * stats::detail::normal_sf(std::abs(sum) / std::sqrt(squares_[comparison]));
}

void SamePeople::weigh(std::span<const double> sums, std::span<double> p) const {
  for (std::size_t c = 0; c < p.size(); ++c) p[c] = p_of(c, sums[c]) / compared_.weight[c];
}

std::vector<double> SamePeople::adjusted(std::int64_t draws, double alpha, Random random) {
  const std::size_t m = compared_.what.size();
  std::vector<double> sums(m), observed(m);
  const auto add = [&](std::size_t person, double sign) {
    for (std::size_t c = 0; c < m; ++c) sums[c] += sign * gain_[person * m + c];
  };
  for (std::size_t i = 0; i < people_; ++i) add(i, 1);
  if (people_ >= kNormalFrom) {
    const NormalSums turned(compared_, products_of(gain_, m, 1));
    const std::vector<double> people(n_.begin(), n_.end());
    if (turned.are_near()) return turned.adjusted(sums, people, draws, alpha, random);
  }
  for (std::size_t c = 0; c < m; ++c) {
    if (compared_.questions[c].size() == 1) moved_[c] = p_of_moved_up(std::lround(squares_[c]));
  }
  weigh(sums, observed);
  const auto draw = [&](std::span<double> p) {
    std::fill(sums.begin(), sums.end(), 0.0);
    std::uint64_t bits = 0;
    StopPoints looked(1024);
    for (std::size_t i = 0; i < people_; ++i) {
      looked();
      bits = i % 64 == 0 ? random.bits() : bits >> 1;
      add(i, (bits & 1) != 0 ? 1 : -1);
    }
    weigh(sums, p);
  };
  return step_down(observed, draw, draws, alpha);
}

}  // namespace houvast::inline v0_1::detail
