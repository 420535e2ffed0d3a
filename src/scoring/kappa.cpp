#include <cmath>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/choice.hpp"
#include "houvast/scoring/raters.hpp"
#include "scoring/distributions.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::as_size;
using houvast::detail::at;
using houvast::detail::whole_part;
namespace {

constexpr detail::Definition kCohen{"method.cohen_kappa", "source.cohen_kappa"};
constexpr detail::Definition kFleiss{"method.fleiss_kappa", "source.fleiss_kappa"};

void require_category(std::int64_t code, std::int64_t categories) {
  if (code < categories) return;
  detail::fail("HV-302", {"problem.subject.rating"}, std::to_string(code),
               {"problem.expected.between", {{"low", 0}, {"high", categories - 1}}});
}

// Two raters' ratings as shares of the targets that both rated.
struct Crossed {
  std::size_t categories = 0;
  double n = 0;
  std::vector<double> cells{};  // categories × categories
  std::vector<double> first{}, second{};

  [[nodiscard]] double at(std::size_t i, std::size_t j) const { return cells[i * categories + j]; }
};

Crossed cross(std::span<const std::int32_t> first, std::span<const std::int32_t> second, std::int64_t categories) {
  Crossed table{.categories = as_size(categories)};
  table.cells.assign(table.categories * table.categories, 0);
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] < 0 || second[i] < 0) continue;
    require_category(first[i], categories);
    require_category(second[i], categories);
    table.cells[as_size(first[i]) * table.categories + as_size(second[i])] += 1;
    ++table.n;
  }
  table.first.assign(table.categories, 0);
  table.second.assign(table.categories, 0);
  for (std::size_t i = 0; i < table.categories; ++i) {
    for (std::size_t j = 0; j < table.categories; ++j) {
      const double share = table.n > 0 ? table.at(i, j) / table.n : 0;
      table.cells[i * table.categories + j] = share;
      table.first[i] += share;
      table.second[j] += share;
    }
  }
  return table;
}

// How far two categories agree, 1 = the same.
double agreement_of(std::size_t i, std::size_t j, std::size_t categories, KappaWeights weights) {
  if (weights == KappaWeights::kNone || categories < 2) return i == j ? 1 : 0;
  const double steps = std::abs(static_cast<double>(i) - static_cast<double>(j)) / static_cast<double>(categories - 1);
  return 1 - (weights == KappaWeights::kLinear ? steps : steps * steps);
}

struct Kappa {
  double observed = 0, expected = 0, value = 0;
  double variance = 0;       // of the estimate
  double null_variance = 0;  // when there is no agreement beyond chance
};

Kappa kappa_of(const Crossed& table, KappaWeights weights) {
  const std::size_t k = table.categories;
  const auto w = [&](std::size_t i, std::size_t j) { return agreement_of(i, j, k, weights); };
  Kappa kappa;
  std::vector<double> of_first(k, 0), of_second(k, 0);  // mean agreement with the other rater's ratings
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = 0; j < k; ++j) {
      kappa.observed += w(i, j) * table.at(i, j);
      kappa.expected += w(i, j) * table.first[i] * table.second[j];
      of_first[i] += w(i, j) * table.second[j];
      of_second[j] += w(i, j) * table.first[i];
    }
  }
  const double chance = kappa.expected, room = 1 - chance;
  kappa.value = (kappa.observed - chance) / room;
  double spread = 0, null_spread = 0;
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = 0; j < k; ++j) {
      const double both = of_first[i] + of_second[j];
      const double term = w(i, j) * room - both * (1 - kappa.observed);
      spread += table.at(i, j) * term * term;
      null_spread += table.first[i] * table.second[j] * (w(i, j) - both) * (w(i, j) - both);
    }
  }
  const double centre = kappa.observed * chance - 2 * chance + kappa.observed;
  kappa.variance = (spread - centre * centre) / (table.n * room * room * room * room);
  kappa.null_variance = (null_spread - chance * chance) / (table.n * room * room);
  return kappa;
}

}  // namespace

KappaWeights kappa_weights_of(std::string_view name) {
  return choose<KappaWeights>(
      argument("weights"), name,
      {{"none", KappaWeights::kNone}, {"linear", KappaWeights::kLinear}, {"quadratic", KappaWeights::kQuadratic}});
}

Estimate cohen_kappa(std::span<const std::int32_t> first, std::span<const std::int32_t> second, std::int64_t categories,
                     KappaWeights weights, double level) {
  detail::require_level(level);
  detail::require_same_length(std::ssize(second), std::ssize(first), "second", "first");
  const Crossed table = cross(first, second, categories);
  const auto n = static_cast<std::int64_t>(table.n);
  const char* const named = weights == KappaWeights::kNone     ? "none"
                            : weights == KappaWeights::kLinear ? "linear"
                                                               : "quadratic";
  const detail::Options options{{"level", detail::text_of(level)}, {"weights", named}};
  if (n == 0) return detail::undefined(kCohen, 0, {"reason.no_answers"}, options);
  const Kappa kappa = kappa_of(table, weights);
  if (!(kappa.expected < 1)) return detail::undefined(kCohen, n, {"reason.one_category_only"}, options);
  Estimate result = detail::estimate_of(kCohen, n, kappa.value, options);
  const double se = std::sqrt(std::max(kappa.variance, 0.0)), half = detail::two_sided_z(level) * se;
  result.interval = {kappa.value - half, kappa.value + half, level};
  result.details = {{"observed", kappa.observed}, {"expected_agreement", kappa.expected}, {"se", se}};
  if (kappa.null_variance > 0) {
    result.p_value = std::erfc(std::abs(kappa.value) / std::sqrt(2 * kappa.null_variance));
  }
  return result;
}

Estimate fleiss_kappa(const Items& ratings, std::int64_t categories) {
  detail::require_items(ratings);
  const auto k = as_size(categories);
  const double raters = static_cast<double>(ratings.items);
  std::vector<double> times(k, 0), of_target(k);
  double targets = 0, agreeing = 0;
  for (std::int64_t row = 0; row < ratings.rows(); ++row) {
    std::fill(of_target.begin(), of_target.end(), 0);
    double rated = 0;
    for (std::int64_t item = 0; item < ratings.items; ++item) {
      const double code = ratings.at(row, item);
      if (std::isnan(code)) continue;
      require_category(static_cast<std::int64_t>(code), categories);
      ++of_target[whole_part(code)];
      ++rated;
    }
    if (rated < raters) continue;
    ++targets;
    for (std::size_t c = 0; c < k; ++c) {
      times[c] += of_target[c];
      agreeing += of_target[c] * (of_target[c] - 1);
    }
  }
  const auto n = static_cast<std::int64_t>(targets);
  if (n == 0) return detail::undefined(kFleiss, 0, {"reason.no_answers"});
  if (ratings.items < 2) return detail::undefined(kFleiss, n, {"reason.two_targets_and_raters"});
  double expected = 0, spread = 0, skew = 0;
  for (const double count : times) {
    const double share = count / (targets * raters);
    expected += share * share;
    spread += share * (1 - share);
    skew += share * (1 - share) * (1 - 2 * share);
  }
  if (!(spread > 0)) return detail::undefined(kFleiss, n, {"reason.one_category_only"});
  const double observed = agreeing / (targets * raters * (raters - 1));
  Estimate result = detail::estimate_of(kFleiss, n, (observed - expected) / (1 - expected));
  const double se = std::sqrt(2 * (spread * spread - skew) / (spread * spread * targets * raters * (raters - 1)));
  result.details = {{"observed", observed}, {"expected_agreement", expected}, {"se", se}, {"z", result.value / se}};
  result.p_value = std::erfc(std::abs(result.value) / se / std::sqrt(2.0));
  return result;
}

}  // namespace houvast::inline v0_1::stats
