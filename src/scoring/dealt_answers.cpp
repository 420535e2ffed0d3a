#include "scoring/dealt_answers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "houvast/base/stop.hpp"
#include "scoring/distributions.hpp"
#include "scoring/step_down.hpp"

namespace houvast::detail {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Student's t of a mean distance, without its sign.
double t_of_mean(double n, double sum, double squares) {
  if (n < 2) return 0;
  const double mean = sum / n, variance = std::max(0.0, (squares - n * mean * mean) / (n - 1));
  if (variance <= 1e-12) return std::abs(mean) > 1e-9 ? std::numeric_limits<double>::infinity() : 0;
  return std::abs(mean) / std::sqrt(variance / n);
}

// Share of high answers to these questions, NaN without an answer.
double share_of_high(std::span<const std::int8_t> row, std::span<const std::size_t> questions) {
  double sum = 0, n = 0;
  for (const std::size_t q : questions) {
    if (row[q] < 0) continue;
    sum += row[q];
    ++n;
  }
  return n > 0 ? sum / n : kNaN;
}

}  // namespace

DealtAnswers::DealtAnswers(const Comparisons& compared, std::vector<HighRow> people)
    : compared_(compared), people_(std::move(people)) {
  const std::size_t m = compared.what.size();
  standing_.resize(m);
  sums_.resize(m);
  shares_.assign(people_.size() * m, kNaN);
  std::vector<std::int8_t> answers;
  for (const HighRow& row : people_) answers.insert(answers.end(), row.begin(), row.end());
  place(answers);
  for (std::size_t c = 0; c < m; ++c) {
    Standing& found = standing_[c];
    found.n = static_cast<std::int64_t>(sums_[c].n);
    double share = 0, n = 0;
    StopPoints looked(1024);
    for (std::size_t i = 0; i < people_.size(); ++i) {
      looked();
      if (std::isnan(shares_[i * m + c])) continue;
      share += shares_[i * m + c];
      ++n;
    }
    if (n > 0) found.share = share / n;
    if (found.n > 0) found.distance = sums_[c].distance / sums_[c].n;
  }
}

void DealtAnswers::add_breadth(std::span<const std::int8_t> high, Breadth breadth) {
  const std::size_t m = compared_.what.size(), questions = people_.front().size();
  std::vector<std::size_t> of_breadth;
  for (std::size_t c = 0; c < m; ++c) {
    if (compared_.what[c].breadth == breadth) of_breadth.push_back(c);
  }
  StopPoints looked(1024);
  for (std::size_t i = 0; i < people_.size(); ++i) {
    looked();
    const std::span<double> shares(shares_.data() + i * m, m);
    for (const std::size_t c : of_breadth) {
      shares[c] = share_of_high(high.subspan(i * questions, questions), compared_.questions[c]);
    }
    add_distances(shares, of_breadth);
  }
}

// How far a person's share for each comparison lies from the average of the person's other shares.
void DealtAnswers::add_distances(std::span<const double> shares, std::span<const std::size_t> comparisons) {
  double total = 0, answered = 0;
  for (const std::size_t c : comparisons) {
    if (std::isnan(shares[c])) continue;
    total += shares[c];
    ++answered;
  }
  if (answered < 2) return;
  for (const std::size_t c : comparisons) {
    if (std::isnan(shares[c])) continue;
    const double distance = shares[c] - (total - shares[c]) / (answered - 1);
    ++sums_[c].n;
    sums_[c].distance += distance;
    sums_[c].squares += distance * distance;
  }
}

void DealtAnswers::place(std::span<const std::int8_t> high) {
  std::fill(sums_.begin(), sums_.end(), Sums{});
  add_breadth(high, Breadth::kElement);
  add_breadth(high, Breadth::kQuestion);
}

void DealtAnswers::weigh(std::span<double> p) const {
  for (std::size_t c = 0; c < p.size(); ++c) {
    p[c] =
        2 * stats::detail::normal_sf(t_of_mean(sums_[c].n, sums_[c].distance, sums_[c].squares)) / compared_.weight[c];
  }
}

std::vector<double> DealtAnswers::adjusted(std::int64_t draws, double alpha, Random random) {
  const std::size_t questions = people_.front().size();
  const std::vector<double> shares = shares_;
  std::vector<double> observed(compared_.what.size());
  weigh(observed);
  std::vector<std::int8_t> dealt;
  for (const HighRow& row : people_) dealt.insert(dealt.end(), row.begin(), row.end());
  std::vector<std::size_t> places;
  const auto draw = [&](std::span<double> p) {
    StopPoints looked(1024);
    for (std::size_t i = 0; i < people_.size(); ++i) {
      looked();
      std::int8_t* const row = dealt.data() + i * questions;
      places.clear();
      for (std::size_t q = 0; q < questions; ++q) {
        if (row[q] >= 0) places.push_back(q);
      }
      for (std::size_t k = places.size(); k > 1; --k) std::swap(row[places[k - 1]], row[places[random.below(k)]]);
    }
    place(dealt);
    weigh(p);
  };
  std::vector<double> result = step_down(observed, draw, draws, alpha);
  shares_ = shares;
  return result;
}

bool DealtAnswers::is_extreme(std::size_t comparison, bool high, double alpha) const {
  const std::size_t m = compared_.what.size();
  for (std::size_t other = 0; other < m; ++other) {
    if (other == comparison || compared_.what[other].breadth != compared_.what[comparison].breadth) continue;
    double n = 0, sum = 0, squares = 0;
    StopPoints looked(1024);
    for (std::size_t i = 0; i < people_.size(); ++i) {
      looked();
      const double gap = shares_[i * m + comparison] - shares_[i * m + other];
      if (std::isnan(gap)) continue;
      ++n;
      sum += gap;
      squares += gap * gap;
    }
    if (n == 0) continue;  // nobody answered both
    if (n < kFewestCompared || (sum > 0) != high) return false;
    const double t = t_of_mean(n, sum, squares);
    if (std::isfinite(t) && stats::detail::f_sf(t * t, 1, n - 1) > alpha) return false;
  }
  return true;
}

}  // namespace houvast::detail
