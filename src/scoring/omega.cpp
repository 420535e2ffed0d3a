#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "houvast/scoring/reliability.hpp"
#include "scoring/reliability_support.hpp"
#include "scoring/support.hpp"

namespace houvast::stats {
namespace {

using detail::Definition;

constexpr Definition kOmega{"McDonald's omega total, one factor, minimum residuals",
                            "McDonald (1999), eq. 6.20; Harman & Jones (1966)"};

struct Factor {
  std::vector<double> loadings;
  std::int64_t limited = 0;  // communalities at 1
  double rms_residual = 0;
};

std::vector<double> correlations(const ItemMoments& moments) {
  std::vector<double> r;
  r.reserve(moments.covariance.size());
  for (std::int64_t i = 0; i < moments.items; ++i) {
    for (std::int64_t j = 0; j < moments.items; ++j) r.push_back(detail::correlation(moments, i, j));
  }
  return r;
}

// First principal component, scaled to loadings: a start near the solution.
std::vector<double> start_of(const std::vector<double>& r, std::size_t k) {
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

// Minimises the squared off-diagonal residuals, one loading at a time; nothing when it does not settle.
std::optional<Factor> minimum_residuals(const std::vector<double>& r, std::size_t k) {
  constexpr int kMostRounds = 20000;
  constexpr double kSettled = 1e-14;
  Factor factor;
  factor.loadings = start_of(r, k);
  std::vector<double>& loading = factor.loadings;
  double squares = 0;
  for (const double value : loading) squares += value * value;
  bool settled = false;
  for (int round = 0; round < kMostRounds && !settled; ++round) {
    double largest_change = 0;
    for (std::size_t i = 0; i < k; ++i) {
      double cross = 0;
      for (std::size_t j = 0; j < k; ++j) cross += j == i ? 0 : r[i * k + j] * loading[j];
      const double others = squares - loading[i] * loading[i];
      if (!(others > 0)) return std::nullopt;
      const double next = std::clamp(cross / others, -1.0, 1.0);
      largest_change = std::max(largest_change, std::abs(next - loading[i]));
      loading[i] = next;
      squares = 0;
      for (const double value : loading) squares += value * value;
    }
    settled = largest_change < kSettled;
  }
  if (!settled) return std::nullopt;
  double sum = 0;
  for (const double value : loading) sum += value;
  double residuals = 0;
  for (std::size_t i = 0; i < k; ++i) {
    if (sum < 0) loading[i] = -loading[i];  // the factor points the way most items point
    factor.limited += std::abs(loading[i]) >= 1;
    for (std::size_t j = 0; j < i; ++j) {
      const double residual = r[i * k + j] - loading[i] * loading[j];
      residuals += residual * residual;
    }
  }
  factor.rms_residual = std::sqrt(residuals / (static_cast<double>(k * (k - 1)) / 2));
  return factor;
}

struct Fit {
  std::optional<Factor> factor;
  std::string reason;
};

Fit fit_of(const ItemMoments& moments) {
  Fit fit;
  if (moments.items < 3) {
    fit.reason = "one factor needs at least three items; for two see spearman_brown";
    return fit;
  }
  fit.reason = detail::too_few_answers(moments);
  if (fit.reason.empty()) fit.reason = detail::constant_item(moments);
  if (!fit.reason.empty()) return fit;
  fit.factor = minimum_residuals(correlations(moments), static_cast<std::size_t>(moments.items));
  if (!fit.factor) fit.reason = "the one-factor model does not settle on these answers";
  return fit;
}

}  // namespace

Estimate omega_total(const Items& items, const ReliabilityOptions& options) {
  const ItemMoments moments = item_moments(items, options);
  const detail::Options used = detail::options_of(options);
  Fit fit = fit_of(moments);
  if (!fit.factor) return detail::undefined(kOmega, moments.respondents, std::move(fit.reason), used);
  double sum = 0, unique = 0;
  for (const double loading : fit.factor->loadings) {
    sum += loading;
    unique += 1 - loading * loading;
  }
  Estimate result = detail::estimate_of(kOmega, moments.respondents, sum * sum / (sum * sum + unique), used);
  result.details = {{"items", static_cast<double>(moments.items)},
                    {"rms_residual", fit.factor->rms_residual},
                    {"heywood", static_cast<double>(fit.factor->limited)}};
  return result;
}

Table factor_loadings(const Items& items, const ReliabilityOptions& options) {
  const Fit fit = fit_of(item_moments(items, options));
  ColumnBuilder<std::int64_t> item("item", "Index of the item, from 0");
  ColumnBuilder<double> loading("loading", "Correlation of the item with the factor, -1 to 1");
  ColumnBuilder<double> communality("communality", "Share of the item's variance that the factor explains");
  ColumnBuilder<double> uniqueness("uniqueness", "Share that it does not explain");
  ColumnBuilder<std::string> reason("reason", "Why a value of this row is missing");
  for (std::int64_t i = 0; i < items.items; ++i) {
    item.push(i);
    std::optional<double> value;
    if (fit.factor) value = fit.factor->loadings[static_cast<std::size_t>(i)];
    loading.push(value);
    communality.push(value ? std::optional(*value * *value) : std::nullopt);
    uniqueness.push(value ? std::optional(1 - *value * *value) : std::nullopt);
    reason.push(fit.reason.empty() ? std::nullopt : std::optional(fit.reason));
  }
  return {"Factor loadings",
          {std::move(item).build(), std::move(loading).build(), std::move(communality).build(),
           std::move(uniqueness).build(), std::move(reason).build()},
          detail::provenance_of(kOmega, detail::options_of(options))};
}

}  // namespace houvast::stats
