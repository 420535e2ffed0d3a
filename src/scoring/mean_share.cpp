#include "scoring/mean_share.hpp"

#include <algorithm>
#include <cmath>

#include "base/index.hpp"
#include "houvast/scoring/intervals.hpp"
#include "scoring/distributions.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::as_size;
namespace detail {
namespace {

struct Counted {
  double n = 0, high = 0;
};

std::vector<Counted> counted(std::span<const std::int8_t> high, std::size_t questions) {
  std::vector<Counted> counts(questions);
  for (std::size_t i = 0; i < high.size(); ++i) {
    if (high[i] < 0) continue;
    Counted& of = counts[i % questions];
    ++of.n;
    of.high += high[i];
  }
  return counts;
}

// Sums over the questions that have an answer, divided by how many they are.
void describe(std::span<const Counted> counts, std::span<const std::int64_t> population, double answered,
              MeanShare& of) {
  double share = 0, seen = 0, least = 0, most = 0;
  for (std::size_t q = 0; q < counts.size(); ++q) {
    const Counted& count = counts[q];
    if (count.n == 0) continue;
    share += count.high / count.n;
    if (population.empty()) continue;
    const auto size = static_cast<double>(population[q]);
    seen += count.n / size;
    least += count.high / size;
    most += (count.high + size - count.n) / size;
  }
  of.share = share / answered;
  if (population.empty()) return;
  of.seen = seen / answered;
  of.least = least / answered;
  of.most = most / answered;
}

bool answered_any(std::span<const std::int8_t> row) {
  return std::any_of(row.begin(), row.end(), [](std::int8_t answer) { return answer >= 0; });
}

double number_answered(std::span<const Counted> counts) {
  return static_cast<double>(
      std::count_if(counts.begin(), counts.end(), [](const Counted& count) { return count.n > 0; }));
}

// The variance among people, with n / (n - 1).
double among_people(double squares, std::int64_t people) {
  return people < 2 ? 0 : squares * static_cast<double>(people) / static_cast<double>(people - 1);
}

}  // namespace

MeanShare mean_share(std::span<const std::int8_t> high, std::span<const std::int64_t> population,
                     std::size_t questions) {
  MeanShare result;
  const std::vector<Counted> counts = counted(high, questions);
  const double answered = number_answered(counts);
  if (answered == 0) return result;
  describe(counts, population, answered, result);
  for (std::size_t row = 0; row < high.size(); row += questions) {
    result.people += answered_any(high.subspan(row, questions)) ? 1 : 0;
  }
  double squares = 0;
  for (const double added : contributions(high, questions)) squares += added * added;
  result.variance = among_people(squares, result.people);
  return result;
}

std::vector<double> contributions(std::span<const std::int8_t> high, std::size_t questions) {
  const std::vector<Counted> counts = counted(high, questions);
  const double answered = number_answered(counts);
  std::vector<double> added;
  for (std::size_t row = 0; row < high.size(); row += questions) {
    double& of_person = added.emplace_back(0);
    for (std::size_t q = 0; q < questions; ++q) {
      if (high[row + q] < 0) continue;
      of_person += (high[row + q] - counts[q].high / counts[q].n) / counts[q].n / answered;
    }
  }
  return added;
}

MeanShare share_of_one(std::int64_t high, std::int64_t n, std::optional<std::int64_t> population) {
  MeanShare result;
  if (n == 0) return result;
  const Counted count{static_cast<double>(n), static_cast<double>(high)};
  describe(std::span(&count, 1), population ? std::span(&*population, 1) : std::span<const std::int64_t>(), 1, result);
  result.people = n;
  result.variance = among_people(*result.share * (1 - *result.share) / count.n, n);
  return result;
}

std::optional<Interval> interval_of(const MeanShare& of, double level) {
  if (!of.share || of.people < 2) return std::nullopt;
  const double p = *of.share, unseen = 1 - of.seen;
  if (!(unseen > 0)) return Interval{p, p, level};
  // Without any variance among people each of them counts as one answer.
  const auto people = static_cast<double>(of.people);
  const double effective = (of.variance > 0 ? p * (1 - p) / of.variance : people) / unseen;
  const double t = t_quantile(0.5 + level / 2, people - 1);
  const double stretch = 1 + t * t / effective;
  const double centre = (p + t * t / (2 * effective)) / stretch;
  const double half = t * std::sqrt(p * (1 - p) / effective + t * t / (4 * effective * effective)) / stretch;
  return Interval{std::clamp(centre - half, 0.0, p), std::clamp(centre + half, p, 1.0), level};
}

std::vector<std::int8_t> high_of(const Items& items) {
  require_items(items);
  std::vector<std::int8_t> high;
  high.reserve(items.values.size());
  for (const double value : items.values) {
    if (!(std::isnan(value) || value == 0 || value == 1)) {
      fail("HV-302", argument("high"), text_of(value), {"problem.expected.zero_or_one"});
    }
    high.push_back(std::isnan(value) ? std::int8_t{-1} : static_cast<std::int8_t>(value));
  }
  return high;
}

void require_population(std::int64_t population, std::int64_t people) {
  if (population < people) {
    fail("HV-302", argument("population"), std::to_string(population),
         {"problem.expected.at_least", {{"low", people}}});
  }
}

}  // namespace detail

namespace {

constexpr detail::Definition kMeanShare{"method.mean_share", "source.mean_share"};

}  // namespace

Estimate mean_share(const Items& high, const MeanShareOptions& options) {
  detail::require_level(options.level);
  const std::vector<std::int8_t> rows = detail::high_of(high);
  const auto questions = as_size(high.items);
  const auto people = static_cast<std::int64_t>(questions == 0 ? 0 : rows.size() / questions);
  std::vector<std::int64_t> population;
  if (options.population) {
    detail::require_population(*options.population, people);
    population.assign(questions, *options.population);
  }
  detail::Options used{{"level", detail::text_of(options.level)}};
  if (options.population) used["population"] = std::to_string(*options.population);
  const detail::MeanShare found = detail::mean_share(rows, population, questions);
  if (!found.share) return detail::undefined(kMeanShare, 0, {"reason.no_answers"}, used);
  Estimate result = detail::estimate_of(kMeanShare, found.people, *found.share, used);
  result.interval = detail::interval_of(found, options.level);
  result.details["variance"] = found.variance;
  if (options.population) {
    result.details["least"] = found.least;
    result.details["most"] = found.most;
  }
  return result;
}

}  // namespace houvast::inline v0_1::stats
