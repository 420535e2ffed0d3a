#include "scoring/two_samples.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/index.hpp"
#include "houvast/base/stop.hpp"
#include "scoring/distributions.hpp"
#include "scoring/mid_p.hpp"
#include "scoring/normal_sums.hpp"
#include "scoring/step_down.hpp"

namespace houvast::inline v0_1::detail {
TwoSamples::TwoSamples(const Comparisons& compared, std::vector<HighRow> a, std::vector<HighRow> b)
    : compared_(compared), a_(std::move(a)), b_(std::move(b)) {
  const std::size_t m = compared.what.size();
  std::vector<HighRow> people = a_;
  people.insert(people.end(), b_.begin(), b_.end());
  value_.resize(people.size() * m);
  answered_.resize(people.size() * m);
  all_n_.resize(m);
  all_sum_.resize(m);
  spread_.resize(m);
  sums_.resize(m);
  ns_.resize(m);
  tables_.assign(m, std::vector<std::vector<double>>(people.size() + 1));
  log_factorial_ = log_factorials(people.size());
  stop_point();
  for (std::size_t c = 0; c < m; ++c) fill_in(people, c);
}

// A person's value: of a question 1 for a high answer, 0 for another; of more the mean over the questions of how far
// the answer lies from everybody's share, so that who left out an easy question does not look lower for it.
void TwoSamples::fill_in(std::span<const HighRow> people, std::size_t comparison) {
  const std::size_t m = compared_.what.size();
  const std::vector<std::size_t>& questions = compared_.questions[comparison];
  const bool one = questions.size() == 1;
  for (const std::size_t q : questions) {
    double n = 0, high = 0;
    for (const HighRow& row : people) {
      n += row[q] >= 0 ? 1 : 0;
      high += row[q] > 0 ? 1 : 0;
    }
    if (n == 0) continue;
    const double share = one ? 0 : high / n;
    const double part = one ? 1 : static_cast<double>(people.size()) / (n * static_cast<double>(questions.size()));
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (people[i][q] < 0) continue;
      value_[i * m + comparison] += (people[i][q] - share) * part;
      answered_[i * m + comparison] = 1;
    }
  }
  double sum = 0, squares = 0, n = 0;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const double value = value_[i * m + comparison];
    n += answered_[i * m + comparison];
    sum += value;
    squares += value * value;
  }
  all_n_[comparison] = whole_part(n);
  all_sum_[comparison] = sum;
  spread_[comparison] = n > 1 ? std::sqrt(std::max(0.0, (squares - sum * sum / n) / (n - 1))) : 0;
}

const std::vector<double>& TwoSamples::table(std::size_t comparison, std::size_t n) {
  std::vector<double>& found = tables_[comparison][n];
  if (!found.empty()) return found;
  const auto high = as_size(std::lround(all_sum_[comparison]));
  found = p_of_high_among(log_factorial_, all_n_[comparison], high, n);
  return found;
}

double TwoSamples::p_of(std::size_t comparison, std::size_t n, double sum) {
  const std::size_t all = all_n_[comparison];
  if (n == 0 || n == all) return 1;
  if (compared_.questions[comparison].size() == 1) {
    return at(table(comparison, n), std::lround(sum));
  }
  if (spread_[comparison] <= 0) return 1;
  const auto here = static_cast<double>(n), rest = static_cast<double>(all - n);
  const double apart = sum / here - (all_sum_[comparison] - sum) / rest;
  return 2 * stats::detail::normal_sf(std::abs(apart) / (spread_[comparison] * std::sqrt(1 / here + 1 / rest)));
}

void TwoSamples::weigh(std::span<const std::size_t> chosen, std::span<double> p) {
  const std::size_t m = p.size();
  std::fill(sums_.begin(), sums_.end(), 0.0);
  std::fill(ns_.begin(), ns_.end(), std::size_t{0});
  StopPoints looked(1024);
  for (const std::size_t i : chosen) {
    looked();
    for (std::size_t c = 0; c < m; ++c) {
      sums_[c] += value_[i * m + c];
      ns_[c] += answered_[i * m + c];
    }
  }
  for (std::size_t c = 0; c < m; ++c) p[c] = p_of(c, ns_[c], sums_[c]) / compared_.weight[c];
}

// How far the answers of the first of everybody lie above all answers together, one sum per comparison; and how such
// sums of as many people vary when these are drawn from everybody.
std::optional<std::vector<double>> TwoSamples::adjusted_for_many(std::int64_t draws, double alpha,
                                                                 const Random& random) const {
  const std::size_t m = compared_.what.size(), all = a_.size() + b_.size();
  std::vector<double> apart = value_, sums(m), people(m);
  StopPoints looked(1024);
  for (std::size_t i = 0; i < all; ++i) {
    looked();
    for (std::size_t c = 0; c < m; ++c) {
      if (answered_[i * m + c] == 0) continue;
      apart[i * m + c] -= all_sum_[c] / static_cast<double>(all_n_[c]);
      if (i >= a_.size()) continue;
      sums[c] += apart[i * m + c];
      ++people[c];
    }
  }
  const auto n = static_cast<double>(all), of_a = static_cast<double>(a_.size());
  const NormalSums drawn(compared_, products_of(apart, m, of_a * (n - of_a) / (n * (n - 1))));
  if (!drawn.are_near()) return std::nullopt;
  for (std::size_t c = 0; c < m; ++c) people[c] = std::min(people[c], static_cast<double>(all_n_[c]) - people[c]);
  return drawn.adjusted(sums, people, draws, alpha, random);
}

std::vector<double> TwoSamples::adjusted(std::int64_t draws, double alpha, Random random) {
  if (a_.size() + b_.size() >= kNormalFrom) {
    if (auto found = adjusted_for_many(draws, alpha, random)) return *std::move(found);
  }
  std::vector<std::size_t> people(a_.size() + b_.size());
  std::iota(people.begin(), people.end(), std::size_t{0});
  const std::size_t size = std::min(a_.size(), b_.size());
  const std::size_t first = a_.size() <= b_.size() ? 0 : a_.size();
  std::vector<double> observed(compared_.what.size());
  weigh(std::span(people).subspan(first, size), observed);
  std::vector<bool> sure(observed.size());
  for (std::size_t c = 0; c < sure.size(); ++c) {
    sure[c] = is_sure(observed[c], static_cast<double>(std::min(ns_[c], all_n_[c] - ns_[c])));
  }
  const auto row = [&](std::size_t i) { return i < a_.size() ? a_[i] : b_[i - a_.size()]; };
  std::stable_sort(people.begin(), people.end(),
                   [&](std::size_t i, std::size_t j) { return answers_before(row(i), row(j)); });
  const auto draw = [&](std::span<double> p) {
    for (std::size_t i = 0; i < size; ++i) std::swap(people[i], people[i + random.below(people.size() - i)]);
    weigh(std::span(people).first(size), p);
  };
  return step_down(observed, draw, draws, alpha, sure);
}

std::int64_t TwoSamples::people_in(const std::vector<HighRow>& people, std::size_t comparison) const {
  return std::count_if(people.begin(), people.end(), [&](const HighRow& row) {
    const std::vector<std::size_t>& questions = compared_.questions[comparison];
    return std::any_of(questions.begin(), questions.end(), [&](std::size_t q) { return row[q] >= 0; });
  });
}

double TwoSamples::share_a(std::size_t comparison) const {
  return mean_share(a_, compared_.questions[comparison]);
}

double TwoSamples::share_b(std::size_t comparison) const {
  return mean_share(b_, compared_.questions[comparison]);
}

bool TwoSamples::a_is_higher(std::size_t comparison) const {
  const std::size_t m = compared_.what.size();
  double sum = 0, n = 0;
  for (std::size_t i = 0; i < a_.size(); ++i) {
    sum += value_[i * m + comparison];
    n += answered_[i * m + comparison];
  }
  const auto rest = static_cast<double>(all_n_[comparison]) - n;
  return n > 0 && rest > 0 && sum / n > (all_sum_[comparison] - sum) / rest;
}

}  // namespace houvast::inline v0_1::detail
