#include "houvast/scoring/survey.hpp"

#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "scoring/distributions.hpp"
#include "scoring/support.hpp"

namespace houvast::inline v0_1::stats {
namespace {

constexpr detail::Definition kMean{"method.survey_mean", "source.survey_mean"};

void require_one_each(std::int64_t size, std::int64_t expected, const char* name) {
  if (size != 0) detail::require_same_length(size, expected, name, "values");
}

void require_codes_there(std::span<const std::int32_t> codes, const char* name) {
  for (const std::int32_t code : codes) {
    if (code < 0)
      detail::fail("HV-302", argument(name), Claim{"problem.value.missing_label"}, {"problem.expected.label_each"});
  }
}

void require_design(std::span<const double> values, const SurveyDesign& design) {
  const std::int64_t n = std::ssize(values);
  detail::require_level(design.level);
  detail::require_finite(values, "values");
  require_one_each(std::ssize(design.weights), n, "weights");
  require_one_each(std::ssize(design.clusters), n, "clusters");
  require_one_each(std::ssize(design.strata), n, "strata");
  require_one_each(std::ssize(design.population), n, "population");
  require_one_each(std::ssize(design.domain), n, "domain");
  require_codes_there(design.clusters, "clusters");
  require_codes_there(design.strata, "strata");
  for (const double weight : design.weights) {
    if (!(weight >= 0) || std::isinf(weight)) {
      detail::fail("HV-302", argument("weights"), detail::text_of(weight), {"problem.expected.weight_from_0"});
    }
  }
}

// Totals of the clusters of each stratum, and how many clusters the population has there.
struct Stratum {
  std::map<std::int32_t, std::vector<double>> clusters;
  double population = 0;
};

std::map<std::int32_t, Stratum> strata_of(std::span<const double> parts, const SurveyDesign& design) {
  std::map<std::int32_t, Stratum> strata;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Stratum& stratum = strata[design.strata.empty() ? 0 : design.strata[i]];
    stratum.clusters[design.clusters.empty() ? static_cast<std::int32_t>(i) : design.clusters[i]].push_back(parts[i]);
    if (!design.population.empty()) stratum.population = design.population[i];
  }
  return strata;
}

double variance_in(const Stratum& stratum) {
  const auto drawn = static_cast<double>(stratum.clusters.size());
  if (stratum.population > 0 && !(stratum.population >= drawn)) {
    detail::fail("HV-302", argument("population"), detail::text_of(stratum.population),
                 {"problem.expected.at_least", {{"low", stratum.clusters.size()}}});
  }
  std::vector<double> totals;
  for (const auto& [code, parts] : stratum.clusters) totals.push_back(detail::exact_sum(parts));
  const double centre = detail::exact_sum(totals) / drawn;
  for (double& total : totals) total = (total - centre) * (total - centre);
  const double left = stratum.population > 0 ? 1 - drawn / stratum.population : 1;
  return left * drawn / (drawn - 1) * detail::exact_sum(totals);
}

}  // namespace

Estimate survey_mean(std::span<const double> values, const SurveyDesign& design) {
  require_design(values, design);
  std::vector<double> weights(values.size(), 0), sums;
  std::int64_t n = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool asked = (design.domain.empty() || design.domain[i] != 0) && !std::isnan(values[i]);
    if (!asked) continue;
    weights[i] = design.weights.empty() ? 1 : design.weights[i];
    sums.push_back(weights[i] * values[i]);
    ++n;
  }
  const detail::Options options{{"level", detail::text_of(design.level)}, {"variance", "taylor"}};
  const double total = detail::exact_sum(weights);
  if (!(total > 0)) return detail::undefined(kMean, n, {"reason.no_answers"}, options);
  const double mean = detail::exact_sum(sums) / total;
  std::vector<double> parts(values.size(), 0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (weights[i] > 0) parts[i] = weights[i] * (values[i] - mean) / total;
  }
  const std::map<std::int32_t, Stratum> strata = strata_of(parts, design);
  Estimate result = detail::estimate_of(kMean, n, mean, options);
  double variance = 0, clusters = 0;
  double alone = 0;
  for (const auto& [code, stratum] : strata) {
    clusters += static_cast<double>(stratum.clusters.size());
    alone += stratum.clusters.size() < 2;
    if (alone == 0) variance += variance_in(stratum);
  }
  const double df = clusters - static_cast<double>(strata.size());
  result.details = {{"sum_of_weights", total},
                    {"clusters", clusters},
                    {"strata", static_cast<double>(strata.size())},
                    {"strata_of_one", alone}};
  if (alone > 0) return result;
  const double se = std::sqrt(variance), half = detail::t_quantile(1 - (1 - design.level) / 2, df) * se;
  result.details["se"] = se;
  result.details["df"] = df;
  result.interval = {mean - half, mean + half, design.level};
  return result;
}

}  // namespace houvast::inline v0_1::stats
