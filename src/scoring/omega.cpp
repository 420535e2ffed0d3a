#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/base/stop.hpp"
#include "houvast/scoring/reliability.hpp"
#include "scoring/reliability_support.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
using houvast::detail::as_size;
using houvast::detail::at;
namespace {

using detail::Definition;

constexpr Definition kOmega{"method.omega_total", "source.omega_total"};

// The most of an item that the factor explains without a residual: its uniqueness is .005 or more.
constexpr double kMostExplained = 0.995;

struct Factor {
  std::vector<double> loadings;
  std::int64_t limited = 0;                                 // uniquenesses at their limit
  double squared_residuals = 0;                             // of the correlations
  double misfit = std::numeric_limits<double>::infinity();  // with half the squared residuals of the variances
  double omega = 0;
  bool settled = false;
};

std::vector<double> correlations(const ItemMoments& moments) {
  std::vector<double> r;
  r.reserve(moments.covariance.size());
  for (std::int64_t i = 0; i < moments.items; ++i) {
    for (std::int64_t j = 0; j < moments.items; ++j) r.push_back(detail::correlation(moments, i, j));
  }
  return r;
}

// First principal component, scaled to loadings.
std::vector<double> principal_start(const std::vector<double>& r, std::size_t k) {
  std::vector<double> vector(k, 1.0), next(k);
  for (std::size_t i = 0; i < k; ++i) vector[i] += 1e-3 * static_cast<double>(i);  // not orthogonal to the answer
  double size = 0;
  for (int round = 0; round < 200; ++round) {
    size = 0;
    for (std::size_t i = 0; i < k; ++i) {
      next[i] = 0;
      for (std::size_t j = 0; j < k; ++j) next[i] += r[i * k + j] * vector[j];
      size += next[i] * next[i];
    }
    size = std::sqrt(size);
    if (size == 0) return std::vector<double>(k, 0.5);
    for (std::size_t i = 0; i < k; ++i) vector[i] = next[i] / size;
  }
  for (double& loading : vector) loading = std::clamp(loading * std::sqrt(size), -0.99, 0.99);
  return vector;
}

// The factor that is one item: every other item loads what it correlates with it.
std::vector<double> item_start(const std::vector<double>& r, std::size_t k, std::size_t item) {
  std::vector<double> start(k);
  for (std::size_t i = 0; i < k; ++i) start[i] = std::clamp(r[item * k + i], -0.99, 0.99);
  return start;
}

// The residual of an item's variance, when the factor explains more than it may.
double excess(double loading) {
  return std::max(0.0, loading * loading - kMostExplained);
}

// The loading with the smallest misfit beside the others, from the sums of r·λ and of λ² over them.
double best_loading(double cross, double others) {
  const double free = cross / others;
  if (excess(free) == 0) return free;
  // The root of λ³ + (others - .995)λ - |cross|, by Newton's rule from above, where it is convex.
  const double wanted = std::abs(cross);
  double loading = std::min(std::abs(free), 1 + wanted);
  for (double next = 0; true; loading = next) {
    const double slope = 3 * loading * loading + others - kMostExplained;
    next = loading - (loading * (loading * loading + others - kMostExplained) - wanted) / slope;
    if (!(next < loading)) break;
  }
  return std::copysign(std::min(loading, 1.0), cross);
}

// One round of best answers, one loading at a time; the largest change, or nothing when the others are all 0.
std::optional<double> improve(const std::vector<double>& r, std::vector<double>& loading) {
  const std::size_t k = loading.size();
  double largest_change = 0;
  for (std::size_t i = 0; i < k; ++i) {
    double cross = 0, others = 0;
    for (std::size_t j = 0; j < k; ++j) {
      if (j == i) continue;
      cross += r[i * k + j] * loading[j];
      others += loading[j] * loading[j];
    }
    if (!(others > 0)) return std::nullopt;
    const double next = best_loading(cross, others);
    largest_change = std::max(largest_change, std::abs(next - loading[i]));
    loading[i] = next;
  }
  return largest_change;
}

// The factor points the way most items point; with what is told of it.
void describe(const std::vector<double>& r, Factor& factor) {
  const std::size_t k = factor.loadings.size();
  double sum = 0, unique = 0;
  for (const double loading : factor.loadings) sum += loading;
  factor.squared_residuals = 0;
  double of_variances = 0;
  for (std::size_t i = 0; i < k; ++i) {
    double& loading = factor.loadings[i];
    if (sum < 0) loading = -loading;
    factor.limited += loading * loading >= kMostExplained;
    of_variances += excess(loading) * excess(loading);
    unique += 1 - loading * loading;
    for (std::size_t j = 0; j < i; ++j) {
      const double residual = r[i * k + j] - loading * factor.loadings[j];
      factor.squared_residuals += residual * residual;
    }
  }
  factor.misfit = factor.squared_residuals + of_variances / 2;
  factor.omega = sum * sum / (sum * sum + unique);
}

// The nearest minimum of the misfit.
Factor descend(const std::vector<double>& r, std::vector<double> start) {
  constexpr int kMostRounds = 20000;
  constexpr double kSettled = 1e-14;
  Factor factor;
  factor.loadings = std::move(start);
  for (int round = 0; round < kMostRounds && !factor.settled; ++round) {
    stop_point();
    const std::optional<double> change = improve(r, factor.loadings);
    if (!change) return factor;
    factor.settled = *change < kSettled;
  }
  describe(r, factor);
  return factor;
}

// Whether a factor fits better; of equal fits the settled one, then the one with the higher omega.
bool is_better(const Factor& factor, const Factor& than) {
  constexpr double kEqual = 1e-10;
  const double gained = than.misfit - factor.misfit;
  if (!(std::abs(gained) <= kEqual)) return gained > 0;
  if (factor.settled != than.settled) return factor.settled;
  return factor.omega > than.omega;
}

// The lowest minimum from one start per item and one for all; nothing when it does not settle.
std::optional<Factor> minimum_residuals(const std::vector<double>& r, std::size_t k) {
  Factor best = descend(r, principal_start(r, k));
  for (std::size_t item = 0; item < k; ++item) {
    Factor factor = descend(r, item_start(r, k, item));
    if (is_better(factor, best)) best = std::move(factor);
  }
  if (!best.settled) return std::nullopt;
  return best;
}

struct Fit {
  std::optional<Factor> factor;
  std::optional<Claim> reason{};  // why there is none
};

Fit fit_of(const ItemMoments& moments) {
  Fit fit;
  if (moments.items < 3) {
    fit.reason = Claim{"reason.two_items_for_factor"};
    return fit;
  }
  fit.reason = detail::too_few_answers(moments);
  if (!fit.reason) fit.reason = detail::constant_item(moments);
  if (fit.reason) return fit;
  fit.factor = minimum_residuals(correlations(moments), as_size(moments.items));
  if (!fit.factor) fit.reason = Claim{"reason.factor_unsettled"};
  return fit;
}

}  // namespace

Estimate omega_total(const Items& items, const ReliabilityOptions& options) {
  const ItemMoments moments = item_moments(items, options);
  const detail::Options used = detail::options_of(options);
  Fit fit = fit_of(moments);
  if (!fit.factor) return detail::undefined(kOmega, moments.respondents, *std::move(fit.reason), used);
  const auto k = static_cast<double>(moments.items);
  Estimate result = detail::estimate_of(kOmega, moments.respondents, fit.factor->omega, used);
  result.details = {{"items", k},
                    {"rms_residual", std::sqrt(fit.factor->squared_residuals / (k * (k - 1) / 2))},
                    {"heywood", static_cast<double>(fit.factor->limited)}};
  return result;
}

namespace {

struct LoadingRow {
  std::int64_t item = 0;
  std::optional<double> loading{}, explained{};
  std::optional<std::string> reason{};
};

Fields<LoadingRow> loading_fields() {
  using Row = LoadingRow;
  return {{"item", {"column.item_index"}, &Row::item},
          {"loading", {"column.loading"}, &Row::loading},
          {"communality", {"column.communality"}, &Row::explained},
          {"uniqueness",
           {"column.uniqueness"},
           [](const Row& row) { return row.explained ? std::optional(1 - *row.explained) : std::nullopt; }},
          {"reason", {"column.why_missing"}, &Row::reason}};
}

}  // namespace

Table factor_loadings(const Items& items, const ReliabilityOptions& options) {
  const Fit fit = fit_of(item_moments(items, options));
  std::vector<LoadingRow> rows;
  for (std::int64_t i = 0; i < items.items; ++i) {
    LoadingRow& row = rows.emplace_back(LoadingRow{.item = i});
    if (fit.factor) {
      const double loading = at(fit.factor->loadings, i);
      row.loading = loading;
      row.explained = loading * loading;
    }
    row.reason = reason_text(fit.reason);
  }
  return {{"title.factor_loadings"},
          columns_of(rows, loading_fields()),
          detail::provenance_of(kOmega, detail::options_of(options))};
}

}  // namespace houvast::inline v0_1::stats
