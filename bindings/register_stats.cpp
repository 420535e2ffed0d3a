#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "convert.hpp"
#include "docs.hpp"
#include "houvast/scoring/agreement.hpp"
#include "houvast/scoring/contrast.hpp"
#include "houvast/scoring/functioning.hpp"
#include "houvast/scoring/intervals.hpp"
#include "houvast/scoring/ordinal.hpp"
#include "houvast/scoring/pooled.hpp"
#include "houvast/scoring/reliability.hpp"
#include "houvast/scoring/resample.hpp"

namespace houvast::bindings {
namespace {

using namespace stats;  // the functions bound here, under their own names
using py::arg;

using Range = std::optional<std::pair<double, double>>;
using Indexes = std::vector<std::int64_t>;

std::optional<Bounds> to_bounds(const Range& bounds) {
  if (!bounds) return std::nullopt;
  return Bounds{bounds->first, bounds->second};
}

Bounds to_bounds(const std::pair<double, double>& bounds) {
  return {bounds.first, bounds.second};
}

// A copy of a table of answers, respondents × items.
class Answers {
 public:
  // A single column may come as one dimension.
  Answers(const DoubleArray& array, const char* name) {
    if (array.ndim() != 1 && array.ndim() != 2) {
      throw ValueError({"HV-301",
                        argument(name),
                        Claim{"problem.value.dimensions", {{"n", array.ndim()}}},
                        {"problem.expected.respondents_by_items"}});
    }
    items_ = array.ndim() == 1 ? 1 : array.shape(1);
    values_.assign(array.data(), array.data() + array.size());
  }

  operator Items() const { return {values_, items_}; }

 private:
  std::vector<double> values_;
  std::int64_t items_ = 1;
};

Answers to_table(const DoubleArray& array, const char* name) {
  if (array.ndim() != 2) {
    throw ValueError({"HV-301",
                      argument(name),
                      Claim{"problem.value.dimensions", {{"n", array.ndim()}}},
                      {"problem.expected.two_dimensions"}});
  }
  return {array, name};
}

// Computes without Python's lock, on copies in the caller's frame.
template <class Function>
auto unlocked(const Function& function) {
  const Unlocked released;
  return function();
}

ReliabilityOptions reliability_options(const std::string& missing, Indexes reverse, const Range& bounds,
                                       double level = 0.95) {
  return {.missing = missing_of(missing), .reverse = std::move(reverse), .bounds = to_bounds(bounds), .level = level};
}

// `null` names a distribution, or is the variance itself.
WithinGroupOptions within_options(std::int64_t categories, const std::variant<double, std::string>& null,
                                  const Range& bounds, const std::string& missing = "pairwise") {
  WithinGroupOptions options{.categories = categories, .bounds = to_bounds(bounds), .missing = missing_of(missing)};
  if (const auto* name = std::get_if<std::string>(&null)) {
    options.null = null_distribution_of(*name);
  } else {
    options.variance = std::get<double>(null);
  }
  return options;
}

// Calls `function(items, groups)` on converted arguments.
template <class Function>
Table per_group(const DoubleArray& array, const Labels& labels, const Function& function) {
  const Answers answers(array, "items");
  const Items items = answers;
  const Groups groups = to_groups_of(labels, array, items.rows());
  return unlocked([&] { return function(items, stats::Grouping{groups.codes, groups.labels}); });
}

void register_intervals(py::module_& m) {
  m.def("wilson_interval", &wilson_interval, arg("successes"), arg("n"), arg("level") = 0.95,
        doc("stats.wilson_interval"));
  m.def("proportion_difference", &proportion_difference, arg("successes_x"), arg("n_x"), arg("successes_y"), arg("n_y"),
        arg("level") = 0.95, doc("stats.proportion_difference"));
  m.def(
      "mean_share",
      [](const DoubleArray& high, std::optional<std::int64_t> population, double level) {
        const Answers answers(high, "high");
        return unlocked([&] { return mean_share(answers, {.population = population, .level = level}); });
      },
      arg("high"), arg("population") = py::none(), arg("level") = 0.95, doc("stats.mean_share"));
  m.def(
      "mean_share_change",
      [](const DoubleArray& before, const DoubleArray& after, std::optional<std::int64_t> population, double level) {
        const Answers then(before, "before"), now(after, "after");
        return unlocked([&] { return mean_share_change(then, now, {.population = population, .level = level}); });
      },
      arg("before"), arg("after"), arg("population") = py::none(), arg("level") = 0.95, doc("stats.mean_share_change"));
  m.def(
      "mean_share_difference",
      [](const DoubleArray& x, const DoubleArray& y, std::optional<std::int64_t> population_x,
         std::optional<std::int64_t> population_y, double level) {
        const Answers of_x(x, "x"), of_y(y, "y");
        const MeanShareDifferenceOptions options{population_x, population_y, level};
        return unlocked([&] { return mean_share_difference(of_x, of_y, options); });
      },
      arg("x"), arg("y"), arg("population_x") = py::none(), arg("population_y") = py::none(), arg("level") = 0.95,
      doc("stats.mean_share_difference"));
  m.def(
      "differential_item_functioning",
      [](const DoubleArray& items, const Labels& groups, const std::optional<DoubleArray>& matching) {
        const std::vector<double> held = matching ? copy_1d(*matching, "matching") : std::vector<double>();
        FunctioningOptions options;
        if (matching) options.matching = held;
        return per_group(items, groups, [&](const Items& table, const stats::Grouping& grouping) {
          return differential_item_functioning(table, grouping, options);
        });
      },
      arg("items"), arg("groups"), arg("matching") = py::none(), doc("stats.differential_item_functioning"));
  m.def(
      "pooled_shares",
      [](const DoubleArray& high, const Labels& groups, std::optional<std::vector<std::int64_t>> population,
         double level) {
        const PooledOptions options{.population = std::move(population), .level = level};
        return per_group(high, groups, [&](const Items& table, const stats::Grouping& grouping) {
          return pooled_shares(table, grouping, options);
        });
      },
      arg("high"), arg("groups"), arg("population") = py::none(), arg("level") = 0.95, doc("stats.pooled_shares"));
}

void register_ordinal(py::module_& m) {
  const auto summary = [&](const char* name, Estimate (*function)(std::span<const double>), const char* text) {
    m.def(
        name,
        [function](const DoubleArray& values) {
          const auto view = copy_1d(values, "values");
          return unlocked([&] { return function(view); });
        },
        arg("values"), text);
  };
  summary("ordinal_median", &ordinal_median, doc("stats.ordinal_median"));
  summary("mode", &mode, doc("stats.mode"));
  summary("mean", &mean, doc("stats.mean"));
  m.def(
      "ordinal_quantile",
      [](const DoubleArray& values, double p) {
        const auto view = copy_1d(values, "values");
        return unlocked([&] { return ordinal_quantile(view, p); });
      },
      arg("values"), arg("p"), doc("stats.ordinal_quantile"));
  m.def(
      "interpolated_median",
      [](const DoubleArray& values, double width) {
        const auto view = copy_1d(values, "values");
        return unlocked([&] { return interpolated_median(view, width); });
      },
      arg("values"), arg("width") = 1.0, doc("stats.interpolated_median"));
  m.def(
      "distribution",
      [](const DoubleArray& values, std::pair<double, double> bounds, double level) {
        const auto view = copy_1d(values, "values");
        return unlocked([&] { return distribution(view, to_bounds(bounds), level); });
      },
      arg("values"), arg("bounds"), arg("level") = 0.95, doc("stats.distribution"));

  const auto box = [&](const char* name, Estimate (*function)(std::span<const double>, const BoxOptions&),
                       const char* text) {
    m.def(
        name,
        [function](const DoubleArray& values, std::pair<double, double> bounds, std::int64_t boxes,
                   const std::string& direction, double level) {
          const auto view = copy_1d(values, "values");
          const BoxOptions options{to_bounds(bounds), boxes, direction_of(direction), level};
          return unlocked([&] { return function(view, options); });
        },
        arg("values"), arg("bounds"), arg("boxes") = 1, arg("direction") = "ascending", arg("level") = 0.95, text);
  };
  box("top_box", &top_box, doc("stats.top_box"));
  box("bottom_box", &bottom_box, doc("stats.bottom_box"));

  m.def(
      "reverse_code",
      [](const DoubleArray& values, std::pair<double, double> bounds) {
        const auto view = copy_1d(values, "values");
        return to_numpy(unlocked([&] { return reverse_code(view, to_bounds(bounds)); }));
      },
      arg("values"), arg("bounds"), doc("stats.reverse_code"));
  m.def(
      "scale_scores",
      [](const DoubleArray& items, std::pair<std::int64_t, std::int64_t> minimum, const ColumnChoice& reverse,
         const Range& bounds) {
        const Answers table = to_table(items, "items");
        const ScaleOptions options{minimum.first, minimum.second, to_columns(reverse, "reverse", items),
                                   to_bounds(bounds)};
        return unlocked([&] { return scale_scores(table, options); });
      },
      arg("items"), arg("minimum") = std::pair<std::int64_t, std::int64_t>(1, 2), arg("reverse") = py::tuple(),
      arg("bounds") = py::none(), doc("stats.scale_scores"));
  m.def(
      "bands",
      [](const DoubleArray& values, const DoubleArray& edges) {
        const auto view = copy_1d(values, "values");
        const auto limits = copy_1d(edges, "edges");
        return unlocked([&] { return bands(view, limits); });
      },
      arg("values"), arg("edges"), doc("stats.bands"));
}

void register_reliability(py::module_& m) {
  const auto bind = [&](const char* name, auto function, const char* text) {
    m.def(
        name,
        [function](const DoubleArray& items, const std::string& missing, const ColumnChoice& reverse,
                   const Range& bounds) {
          const Answers table = to_table(items, "items");
          const ReliabilityOptions options =
              reliability_options(missing, to_columns(reverse, "reverse", items), bounds);
          return unlocked([&] { return function(table, options); });
        },
        arg("items"), arg("missing") = "pairwise", arg("reverse") = py::tuple(), arg("bounds") = py::none(), text);
  };
  const auto bind_with_level = [&](const char* name, auto function, const char* text) {
    m.def(
        name,
        [function](const DoubleArray& items, const std::string& missing, const ColumnChoice& reverse,
                   const Range& bounds, double level) {
          const Answers table = to_table(items, "items");
          const ReliabilityOptions options =
              reliability_options(missing, to_columns(reverse, "reverse", items), bounds, level);
          return unlocked([&] { return function(table, options); });
        },
        arg("items"), arg("missing") = "pairwise", arg("reverse") = py::tuple(), arg("bounds") = py::none(),
        arg("level") = 0.95, text);
  };
  using OnItems = Estimate (*)(const Items&, const ReliabilityOptions&);
  bind_with_level("cronbach_alpha", static_cast<OnItems>(&cronbach_alpha), doc("stats.cronbach_alpha"));
  bind_with_level("spearman_brown", &spearman_brown, doc("stats.spearman_brown"));
  bind("standardized_alpha", &standardized_alpha, doc("stats.standardized_alpha"));
  bind("omega_total", &omega_total, doc("stats.omega_total"));
  bind("ordinal_alpha", &ordinal_alpha, doc("stats.ordinal_alpha"));
  bind("factor_loadings", &factor_loadings, doc("stats.factor_loadings"));
  using TableOnItems = Table (*)(const Items&, const ReliabilityOptions&);
  bind("item_statistics", static_cast<TableOnItems>(&item_statistics), doc("stats.item_statistics"));
  m.def(
      "polychoric_correlation",
      [](const DoubleArray& x, const DoubleArray& y) {
        const auto of_x = copy_1d(x, "x"), of_y = copy_1d(y, "y");
        return unlocked([&] { return polychoric_correlation(of_x, of_y); });
      },
      arg("x"), arg("y"), doc("stats.polychoric_correlation"));
}

void register_within_groups(py::module_& m) {
  using Null = std::variant<double, std::string>;
  m.def(
      "rwg",
      [](const DoubleArray& values, const Labels& groups, std::int64_t categories, const Null& null,
         const Range& bounds) {
        view_1d(values, "values");
        const WithinGroupOptions options = within_options(categories, null, bounds);
        return per_group(values, groups, [&](const Items& items, const stats::Grouping& grouping) {
          return rwg(items.values, grouping, options);
        });
      },
      arg("values"), arg("groups"), arg("categories") = 5, arg("null") = "uniform", arg("bounds") = py::none(),
      doc("stats.rwg"));
  const auto several = [&](const char* name,
                           Table (*function)(const Items&, const stats::Grouping&, const WithinGroupOptions&),
                           const char* text) {
    m.def(
        name,
        [function](const DoubleArray& items, const Labels& groups, std::int64_t categories, const Null& null,
                   const Range& bounds, const std::string& missing) {
          const WithinGroupOptions options = within_options(categories, null, bounds, missing);
          return per_group(items, groups, [&](const Items& table, const stats::Grouping& grouping) {
            return function(table, grouping, options);
          });
        },
        arg("items"), arg("groups"), arg("categories") = 5, arg("null") = "uniform", arg("bounds") = py::none(),
        arg("missing") = "pairwise", text);
  };
  several("rwg_j", &rwg_j, doc("stats.rwg_j"));
  several("r_star_wg_j", &r_star_wg_j, doc("stats.r_star_wg_j"));
  m.def(
      "average_deviation",
      [](const DoubleArray& items, const Labels& groups, const std::string& about, std::int64_t categories,
         const Range& bounds, const std::string& missing) {
        const WithinGroupOptions options = within_options(categories, "uniform", bounds, missing);
        const Centre centre = centre_of(about);
        return per_group(items, groups, [&](const Items& table, const stats::Grouping& grouping) {
          return average_deviation(table, grouping, centre, options);
        });
      },
      arg("items"), arg("groups"), arg("about") = "mean", arg("categories") = 5, arg("bounds") = py::none(),
      arg("missing") = "pairwise", doc("stats.average_deviation"));
  m.def(
      "awg",
      [](const DoubleArray& items, const Labels& groups, std::pair<double, double> bounds, const std::string& missing) {
        const Missing rule = missing_of(missing);
        return per_group(items, groups, [&](const Items& table, const stats::Grouping& grouping) {
          return awg(table, grouping, to_bounds(bounds), rule);
        });
      },
      arg("items"), arg("groups"), arg("bounds"), arg("missing") = "pairwise", doc("stats.awg"));
}

void register_agreement(py::module_& m) {
  const auto ordinal = [&](const char* name, Estimate (*function)(std::span<const double>, const Bounds&),
                           Estimate (*from_counts)(std::span<const double>), const char* text) {
    m.def(
        name,
        [function](const DoubleArray& values, std::pair<double, double> bounds) {
          const auto view = copy_1d(values, "values");
          return unlocked([&] { return function(view, to_bounds(bounds)); });
        },
        arg("values"), arg("bounds"), text);
    m.def((std::string(name) + "_from_counts").c_str(),
          [from_counts](const DoubleArray& counts) {
            const auto view = copy_1d(counts, "counts");
            return unlocked([&] { return from_counts(view); });
          },
          arg("counts"), doc("stats." + std::string(name) + "_from_counts"));
  };
  using FromCounts = Estimate (*)(std::span<const double>);
  ordinal("consensus", &consensus, static_cast<FromCounts>(&consensus_from_counts), doc("stats.consensus"));
  ordinal("agreement_a", &agreement_a, static_cast<FromCounts>(&agreement_a_from_counts), doc("stats.agreement_a"));
  ordinal("polarisation", &polarisation, static_cast<FromCounts>(&polarisation_from_counts), doc("stats.polarisation"));

  m.def(
      "krippendorff_alpha",
      [](const DoubleArray& ratings, const std::string& level, std::int64_t resamples, double confidence,
         std::uint64_t seed, int threads) {
        const Answers table = to_table(ratings, "ratings");
        const KrippendorffOptions options{measurement_level_of(level), resamples, confidence, seed, threads};
        return unlocked([&] { return krippendorff_alpha(table, options); });
      },
      arg("ratings"), arg("level") = "ordinal", arg("resamples") = 0, arg("confidence") = 0.95, arg("seed") = 0,
      arg("threads") = 1, doc("stats.krippendorff_alpha"));
  m.def(
      "icc",
      [](const DoubleArray& values, const Labels& groups, double level) {
        const auto view = copy_1d(values, "values");
        const Groups coded = to_groups(groups, static_cast<std::int64_t>(view.size()));
        return unlocked([&] { return icc(view, stats::Grouping{coded.codes, coded.labels}, level); });
      },
      arg("values"), arg("groups"), arg("level") = 0.95, doc("stats.icc"));
  m.def(
      "design_effect",
      [](const DoubleArray& values, const Labels& groups) {
        const auto view = copy_1d(values, "values");
        const Groups coded = to_groups(groups, static_cast<std::int64_t>(view.size()));
        return unlocked([&] { return design_effect(view, stats::Grouping{coded.codes, coded.labels}); });
      },
      arg("values"), arg("groups"), doc("stats.design_effect"));
}

void register_contrast(py::module_& m) {
  m.def(
      "cliffs_delta",
      [](const DoubleArray& x, const DoubleArray& y, double level, const std::string& critical) {
        const auto of_x = copy_1d(x, "x"), of_y = copy_1d(y, "y");
        const CliffsDeltaOptions options{level, critical_value_of(critical)};
        return unlocked([&] { return cliffs_delta(of_x, of_y, options); });
      },
      arg("x"), arg("y"), arg("level") = 0.95, arg("critical_value") = "t", doc("stats.cliffs_delta"));
  m.def(
      "mann_whitney",
      [](const DoubleArray& x, const DoubleArray& y, const std::string& alternative, const std::string& method,
         bool continuity) {
        const auto of_x = copy_1d(x, "x"), of_y = copy_1d(y, "y");
        const MannWhitneyOptions options{alternative_of(alternative), test_method_of(method), continuity};
        return unlocked([&] { return mann_whitney(of_x, of_y, options); });
      },
      arg("x"), arg("y"), arg("alternative") = "two-sided", arg("method") = "auto", arg("continuity") = true,
      doc("stats.mann_whitney"));
  m.def(
      "wilcoxon_signed_rank",
      [](const DoubleArray& x, const std::optional<DoubleArray>& y, const std::string& zero_method,
         const std::string& alternative, const std::string& method, bool continuity) {
        const auto of_x = copy_1d(x, "x");
        const WilcoxonOptions options{zero_method_of(zero_method), alternative_of(alternative), test_method_of(method),
                                      continuity};
        if (!y) return unlocked([&] { return wilcoxon_signed_rank(of_x, options); });
        const auto of_y = copy_1d(*y, "y");
        return unlocked([&] { return wilcoxon_signed_rank(of_x, of_y, options); });
      },
      arg("x"), arg("y") = py::none(), arg("zero_method") = "wilcox", arg("alternative") = "two-sided",
      arg("method") = "auto", arg("continuity") = false, doc("stats.wilcoxon_signed_rank"));
  m.def(
      "sign_test",
      [](const DoubleArray& x, const DoubleArray& y, const std::string& alternative, double level) {
        const auto of_x = copy_1d(x, "x"), of_y = copy_1d(y, "y");
        const Alternative tail = alternative_of(alternative);
        return unlocked([&] { return sign_test(of_x, of_y, tail, level); });
      },
      arg("x"), arg("y"), arg("alternative") = "two-sided", arg("level") = 0.95, doc("stats.sign_test"));
  m.def(
      "standardized_response_mean",
      [](const DoubleArray& before, const DoubleArray& after, double level) {
        const auto first = copy_1d(before, "before"), second = copy_1d(after, "after");
        return unlocked([&] { return standardized_response_mean(first, second, level); });
      },
      arg("before"), arg("after"), arg("level") = 0.95, doc("stats.standardized_response_mean"));
  m.def(
      "reliable_change_index",
      [](const DoubleArray& before, const DoubleArray& after, double reliability, std::optional<double> sd,
         double level, bool higher_is_better) {
        const auto first = copy_1d(before, "before"), second = copy_1d(after, "after");
        const ReliableChangeOptions options{reliability, sd, level, higher_is_better};
        return unlocked([&] { return reliable_change_index(first, second, options); });
      },
      arg("before"), arg("after"), arg("reliability"), arg("sd") = py::none(), arg("level") = 0.95,
      arg("higher_is_better") = true, doc("stats.reliable_change_index"));
  m.def(
      "benjamini_hochberg",
      [](const DoubleArray& p_values) {
        const auto view = copy_1d(p_values, "p_values");
        return to_numpy(unlocked([&] { return benjamini_hochberg(view); }));
      },
      arg("p_values"), doc("stats.benjamini_hochberg"));
}

void register_resample(py::module_& m) {
  m.def(
      "bootstrap_mean",
      [](const DoubleArray& values, std::int64_t resamples, double level, const std::string& method, std::uint64_t seed,
         int threads) {
        const auto view = copy_1d(values, "values");
        const BootstrapOptions options{resamples, level, bootstrap_method_of(method), seed, threads};
        return unlocked([&] { return bootstrap_mean(view, options); });
      },
      arg("values"), arg("resamples") = 2000, arg("level") = 0.95, arg("method") = "percentile", arg("seed") = 0,
      arg("threads") = 1, doc("stats.bootstrap_mean"));
  m.def(
      "bootstrap_mean_from_histogram",
      [](const DoubleArray& values, const WholeNumbers& counts, std::int64_t resamples, double level,
         const std::string& method, std::uint64_t seed, int threads) {
        const auto view = copy_1d(values, "values");
        const auto times = copy_1d(to_whole_numbers(counts, "counts"), "counts");
        const BootstrapOptions options{resamples, level, bootstrap_method_of(method), seed, threads};
        return unlocked([&] { return bootstrap_mean_from_histogram(view, times, options); });
      },
      arg("values"), arg("counts"), arg("resamples") = 2000, arg("level") = 0.95, arg("method") = "percentile",
      arg("seed") = 0, arg("threads") = 1, doc("stats.bootstrap_mean_from_histogram"));
  m.def(
      "bootstrap_mean_from_indices",
      [](const DoubleArray& values, const WholeNumbers& given, double level, const std::string& method) {
        const auto view = copy_1d(values, "values");
        const IntArray indices = to_whole_numbers(given, "indices");
        if (indices.ndim() != 2 || indices.shape(1) != values.size()) {
          throw ValueError({"HV-301",
                            argument("indices"),
                            Claim{"problem.value.dimensions", {{"n", indices.ndim()}}},
                            {"problem.expected.resamples_by_size", {{"n", values.size()}}}});
        }
        const std::vector<std::int64_t> drawn(indices.data(), indices.data() + indices.size());
        const BootstrapOptions options{.level = level, .method = bootstrap_method_of(method)};
        return unlocked([&] { return bootstrap_mean_from_indices(view, drawn, options); });
      },
      arg("values"), arg("indices"), arg("level") = 0.95, arg("method") = "percentile",
      doc("stats.bootstrap_mean_from_indices"));
}

}  // namespace

void register_stats(py::module_& core) {
  auto m = core.attr("stats").cast<py::module_>();
  register_intervals(m);
  register_ordinal(m);
  register_reliability(m);
  register_within_groups(m);
  register_agreement(m);
  register_contrast(m);
  register_resample(m);
}

}  // namespace houvast::bindings
