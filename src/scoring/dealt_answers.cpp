#include "scoring/dealt_answers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "houvast/base/stop.hpp"
#include "scoring/dealt_sums.hpp"
#include "scoring/distributions.hpp"
#include "scoring/normal_sums.hpp"
#include "scoring/step_down.hpp"

namespace houvast::inline v0_1::detail {
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

// Everybody's answers, each person's high ones first, and people in the order of these; so that what is dealt does not
// depend on who gave them, nor to which questions.
std::vector<std::int8_t> high_answers_first(std::span<const HighRow> people) {
  std::vector<std::vector<std::int8_t>> rows;
  for (const HighRow& person : people) {
    std::vector<std::int8_t>& row = rows.emplace_back(person.begin(), person.end());
    auto high = std::count(row.begin(), row.end(), 1);
    for (std::int8_t& answer : row) {
      if (answer >= 0) answer = high-- > 0 ? 1 : 0;
    }
  }
  std::sort(rows.begin(), rows.end());
  std::vector<std::int8_t> all;
  for (const std::vector<std::int8_t>& row : rows) all.insert(all.end(), row.begin(), row.end());
  return all;
}

}  // namespace

DealtAnswers::DealtAnswers(const Comparisons& compared, std::vector<HighRow> people)
    : compared_(compared), people_(std::move(people)) {
  const std::size_t m = compared.what.size();
  for (std::size_t c = 0; c < m; ++c) {
    (compared.what[c].breadth == Breadth::kElement ? elements_ : questions_).push_back(c);
  }
  standing_.resize(m);
  sums_.resize(m);
  shares_.assign(people_.size() * m, kNaN);
  std::vector<std::int8_t> answers;
  for (const HighRow& row : people_) answers.insert(answers.end(), row.begin(), row.end());
  place(answers);
  StopPoints looked(1024);
  for (std::size_t i = 0; i < people_.size(); ++i) {
    looked();
    for (std::size_t c = 0; c < m; ++c) shares_[i * m + c] = share_of_high(people_[i], compared.questions[c]);
  }
  for (std::size_t c = 0; c < m; ++c) {
    Standing& found = standing_[c];
    found.n = static_cast<std::int64_t>(sums_[c].n);
    double share = 0, n = 0;
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

void DealtAnswers::Sums::add(double by) {
  ++n;
  distance += by;
  squares += by * by;
}

// How far a person's share for each element lies from the average of the person's other shares.
void DealtAnswers::add_elements(HighRow answers) {
  double total = 0, answered = 0;
  for (std::size_t e = 0; e < elements_.size(); ++e) {
    of_elements_[e] = share_of_high(answers, compared_.questions[elements_[e]]);
    if (std::isnan(of_elements_[e])) continue;
    total += of_elements_[e];
    ++answered;
  }
  if (answered < 2) return;
  for (std::size_t e = 0; e < elements_.size(); ++e) {
    const double share = of_elements_[e];
    if (!std::isnan(share)) sums_[elements_[e]].add(share - (total - share) / (answered - 1));
  }
}

// The same for questions: every high answer lies equally far from the average of the others, and so does every other.
void DealtAnswers::add_questions(HighRow answers) {
  double total = 0, answered = 0;
  for (const std::size_t c : questions_) {
    const std::int8_t answer = answers[compared_.questions[c].front()];
    if (answer < 0) continue;
    total += answer;
    ++answered;
  }
  if (answered < 2) return;
  const double of_high = 1 - (total - 1) / (answered - 1), of_other = 0 - total / (answered - 1);
  for (const std::size_t c : questions_) {
    const std::int8_t answer = answers[compared_.questions[c].front()];
    if (answer >= 0) sums_[c].add(answer > 0 ? of_high : of_other);
  }
}

void DealtAnswers::place(std::span<const std::int8_t> high) {
  std::fill(sums_.begin(), sums_.end(), Sums{});
  of_elements_.resize(elements_.size());
  const std::size_t questions = people_.front().size();
  StopPoints looked(1024);
  for (std::size_t i = 0; i < people_.size(); ++i) {
    looked();
    add_elements(high.subspan(i * questions, questions));
    add_questions(high.subspan(i * questions, questions));
  }
}

void DealtAnswers::weigh(std::span<double> p) const {
  for (std::size_t c = 0; c < p.size(); ++c) {
    p[c] =
        2 * stats::detail::normal_sf(t_of_mean(sums_[c].n, sums_[c].distance, sums_[c].squares)) / compared_.weight[c];
  }
}

std::vector<double> DealtAnswers::adjusted(std::int64_t draws, double alpha, Random random) {
  if (people_.size() >= kNormalFrom) {
    const NormalSums dealt(compared_, dealt_covariance(compared_, elements_, questions_, people_));
    if (dealt.are_near()) {
      std::vector<double> distances, people;
      for (const Sums& each : sums_) {
        distances.push_back(each.distance);
        people.push_back(each.n);
      }
      return dealt.adjusted(distances, people, draws, alpha, random);
    }
  }
  const std::size_t questions = people_.front().size();
  std::vector<double> observed(compared_.what.size());
  weigh(observed);
  std::vector<bool> sure(observed.size());
  for (std::size_t c = 0; c < sure.size(); ++c) sure[c] = is_sure(observed[c], sums_[c].n);
  std::vector<std::int8_t> dealt = high_answers_first(people_);
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
  return step_down(observed, draw, draws, alpha, sure);
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

}  // namespace houvast::inline v0_1::detail
