#include "scoring/share_difference.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "houvast/scoring/intervals.hpp"
#include "scoring/mean_share.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::as_size;
namespace detail {
namespace {

constexpr Definition kChange{"method.mean_share_change", "source.mean_share_change"};
constexpr Definition kDifference{"method.mean_share_difference", "source.mean_share_difference"};

// How far from its share a bound of an interval may be, both ways.
struct Reach {
  Reach(const MeanShare& of, double level) {
    const std::optional<Interval> interval = interval_of(of, level);
    is_known = interval.has_value();
    if (!is_known) return;
    down = *of.share - interval->low;
    up = interval->high - *of.share;
  }

  bool is_known = false;
  double down = 0, up = 0;
};

// The bounds recovered from those of both sides, which go together as much as their people do.
std::optional<Interval> recovered(const MeanShare& x, const MeanShare& y, double correlation, double level) {
  const Reach of_x(x, level), of_y(y, level);
  if (!of_x.is_known || !of_y.is_known) return std::nullopt;
  const auto reach = [&](double a, double b) {
    return std::sqrt(std::max(0.0, a * a + b * b - 2 * correlation * a * b));
  };
  const double difference = *x.share - *y.share;
  return Interval{std::max(-1.0, difference - reach(of_x.down, of_y.up)),
                  std::min(1.0, difference + reach(of_x.up, of_y.down)), level};
}

// How much the two shares of the same people go together.
double correlation_of(std::span<const double> x, std::span<const double> y) {
  double both = 0, squares_x = 0, squares_y = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    both += x[i] * y[i];
    squares_x += x[i] * x[i];
    squares_y += y[i] * y[i];
  }
  return squares_x > 0 && squares_y > 0 ? both / std::sqrt(squares_x * squares_y) : 0;
}

std::vector<bool> questions_answered(std::span<const std::int8_t> high, std::size_t questions) {
  std::vector<bool> answered(questions);
  for (std::size_t i = 0; i < high.size(); ++i) {
    if (high[i] >= 0) answered[i % questions] = true;
  }
  return answered;
}

std::vector<std::int8_t> only_of(std::span<const std::int8_t> high, const std::vector<bool>& questions) {
  std::vector<std::int8_t> kept(high.begin(), high.end());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!questions[i % questions.size()]) kept[i] = -1;
  }
  return kept;
}

}  // namespace

Estimate share_change(std::span<const std::int8_t> before, std::span<const std::int8_t> after,
                      std::span<const std::int64_t> population, std::size_t questions, double level) {
  std::vector<std::int8_t> then(before.begin(), before.end()), now(after.begin(), after.end());
  for (std::size_t i = 0; i < then.size(); ++i) {
    if (then[i] < 0 || now[i] < 0) then[i] = now[i] = -1;
  }
  const MeanShare from = mean_share(then, population, questions), to = mean_share(now, population, questions);
  const Options options{{"level", text_of(level)}};
  if (!from.share) return undefined(kChange, 0, {"reason.no_answers"}, options);
  const double correlation = correlation_of(contributions(then, questions), contributions(now, questions));
  Estimate result = estimate_of(kChange, from.people, *to.share - *from.share, options);
  result.interval = recovered(to, from, correlation, level);
  result.details = {{"share_from", *from.share}, {"share_to", *to.share}, {"correlation", correlation}};
  return result;
}

Estimate share_difference(HighRows x, HighRows y, std::size_t questions, double level) {
  std::vector<bool> both = questions_answered(x.high, questions);
  const std::vector<bool> of_y = questions_answered(y.high, questions);
  std::transform(both.begin(), both.end(), of_y.begin(), both.begin(), [](bool a, bool b) { return a && b; });
  const MeanShare share_x = mean_share(only_of(x.high, both), x.population, questions);
  const MeanShare share_y = mean_share(only_of(y.high, both), y.population, questions);
  const Options options{{"level", text_of(level)}};
  if (!share_x.share) return undefined(kDifference, 0, {"reason.one_without_answers"}, options);
  Estimate result = estimate_of(kDifference, share_x.people + share_y.people, *share_x.share - *share_y.share, options);
  result.interval = recovered(share_x, share_y, 0, level);
  result.details = {{"share_x", *share_x.share}, {"share_y", *share_y.share}};
  return result;
}

}  // namespace detail

namespace {

// How many people could have answered each question; nothing when that is not known.
std::vector<std::int64_t> population_of(std::optional<std::int64_t> population, const Items& items) {
  if (!population) return {};
  detail::require_population(*population, items.rows());
  return std::vector<std::int64_t>(as_size(items.items), *population);
}

void add_option(Estimate& result, const char* name, std::optional<std::int64_t> population) {
  if (population) result.provenance.options[name] = std::to_string(*population);
}

}  // namespace

Estimate mean_share_change(const Items& before, const Items& after, const MeanShareOptions& options) {
  detail::require_level(options.level);
  const std::vector<std::int8_t> then = detail::high_of(before), now = detail::high_of(after);
  detail::require_same_length(after.items, before.items, "after", "before");
  detail::require_same_length(after.rows(), before.rows(), "after", "before");
  const std::vector<std::int64_t> population = population_of(options.population, before);
  Estimate result = detail::share_change(then, now, population, as_size(before.items), options.level);
  add_option(result, "population", options.population);
  return result;
}

Estimate mean_share_difference(const Items& x, const Items& y, const MeanShareDifferenceOptions& options) {
  detail::require_level(options.level);
  const std::vector<std::int8_t> high_x = detail::high_of(x), high_y = detail::high_of(y);
  detail::require_same_length(y.items, x.items, "y", "x");
  const std::vector<std::int64_t> of_x = population_of(options.population_x, x);
  const std::vector<std::int64_t> of_y = population_of(options.population_y, y);
  Estimate result = detail::share_difference({high_x, of_x}, {high_y, of_y}, as_size(x.items), options.level);
  add_option(result, "population_x", options.population_x);
  add_option(result, "population_y", options.population_y);
  return result;
}

}  // namespace houvast::inline v0_1::stats
