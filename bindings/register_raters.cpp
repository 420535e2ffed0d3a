#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/index.hpp"
#include "convert.hpp"
#include "docs.hpp"
#include "houvast/scoring/raters.hpp"
#include "houvast/scoring/survey.hpp"
#include "rooms.hpp"

/// Raters and drawn samples as `houvast.stats`.
namespace houvast::bindings {
using houvast::detail::at;
namespace {

using py::arg;

/// What raters may call a target: labels in rows, or a two-dimensional table of labels.
using Ratings = Called<"numpy.typing.ArrayLike">;

// Categories in order: by size when all are numbers, else by name.
std::vector<std::string> in_order(std::vector<std::string> labels) {
  std::map<std::string, double> sizes;
  for (const std::string& label : labels) {
    try {
      sizes[label] = py::float_(py::str(label)).cast<double>();
    } catch (const py::error_already_set&) {
      sizes.clear();
      break;
    }
  }
  std::sort(labels.begin(), labels.end(), [&](const std::string& a, const std::string& b) {
    return sizes.empty() ? a < b : sizes.at(a) < sizes.at(b);
  });
  return labels;
}

// The labels of several raters as codes of one list of categories.
class Categories {
 public:
  void add(const Groups& groups) {
    for (const std::string& label : groups.labels) {
      if (std::find(labels_.begin(), labels_.end(), label) == labels_.end()) labels_.push_back(label);
    }
  }

  void settle() { labels_ = in_order(std::move(labels_)); }

  [[nodiscard]] std::int64_t count() const { return std::ssize(labels_); }

  [[nodiscard]] std::vector<std::int32_t> codes(const Groups& groups) const {
    std::vector<std::int32_t> place;
    for (const std::string& label : groups.labels) {
      place.push_back(static_cast<std::int32_t>(std::find(labels_.begin(), labels_.end(), label) - labels_.begin()));
    }
    std::vector<std::int32_t> codes;
    for (const std::int32_t code : groups.codes) codes.push_back(code < 0 ? -1 : at(place, code));
    return codes;
  }

 private:
  std::vector<std::string> labels_;
};

Estimate cohen(const Labels& first, const Labels& second, const std::string& weights, double level) {
  const Groups one = to_groups(first, -1, "first");
  const Groups other = to_groups(second, std::ssize(one.codes), "second");
  Categories categories;
  categories.add(one);
  categories.add(other);
  categories.settle();
  const auto a = categories.codes(one), b = categories.codes(other);
  const stats::KappaWeights of = stats::kappa_weights_of(weights);
  return released([&] { return stats::cohen_kappa(a, b, categories.count(), of, level); });
}

// One rater after the other, as columns of a frame or an array.
std::vector<Groups> raters_of(const Ratings& ratings) {
  py::object columns = py::module_::import("numpy").attr("asarray")(ratings, arg("dtype") = "O");
  if (columns.attr("ndim").cast<int>() != 2) {
    throw ValueError({"HV-301",
                      argument("ratings"),
                      Claim{"problem.value.dimensions", {{"n", columns.attr("ndim").cast<std::int64_t>()}}},
                      {"problem.expected.two_dimensions"}});
  }
  std::vector<Groups> raters;
  for (const py::handle column : columns.attr("T")) {
    raters.push_back(to_groups(py::reinterpret_borrow<py::object>(column), -1, "ratings"));
  }
  return raters;
}

Estimate fleiss(const Ratings& ratings) {
  const std::vector<Groups> raters = raters_of(ratings);
  Categories categories;
  for (const Groups& rater : raters) categories.add(rater);
  categories.settle();
  const std::size_t targets = raters.empty() ? 0 : raters.front().codes.size();
  std::vector<double> codes(targets * raters.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t r = 0; r < raters.size(); ++r) {
    const auto of_rater = categories.codes(raters[r]);
    for (std::size_t t = 0; t < targets; ++t) {
      if (of_rater[t] >= 0) codes[t * raters.size() + r] = of_rater[t];
    }
  }
  const stats::Items items{codes, std::ssize(raters)};
  return released([&] { return stats::fleiss_kappa(items, categories.count()); });
}

std::vector<std::int32_t> codes_of(const std::optional<Labels>& labels, std::int64_t size, const char* name) {
  return labels ? to_groups(*labels, size, name).codes : std::vector<std::int32_t>();
}

std::vector<double> numbers_of(const std::optional<DoubleArray>& numbers, const char* name) {
  return numbers ? copy_1d(*numbers, name) : std::vector<double>();
}

Estimate survey_mean(const DoubleArray& values, const std::optional<DoubleArray>& weights,
                     const std::optional<Labels>& clusters, const std::optional<Labels>& strata,
                     const std::optional<DoubleArray>& population, const std::optional<WholeNumbers>& domain,
                     double level) {
  const auto answers = copy_1d(values, "values");
  const std::int64_t n = std::ssize(answers);
  const auto weigh = numbers_of(weights, "weights"), sizes = numbers_of(population, "population");
  const auto together = codes_of(clusters, n, "clusters"), within = codes_of(strata, n, "strata");
  std::vector<std::uint8_t> asked;
  if (domain) {
    asked.assign(answers.size(), 0);
    for (const std::int64_t place : to_indexes(*domain, "domain", n)) {
      if (place < 0 || place >= n) {
        throw ValueError(
            {"HV-302", argument("domain"), std::to_string(place), {"problem.expected.row_below", {{"rows", n}}}});
      }
      at(asked, place) = 1;
    }
  }
  const stats::SurveyDesign design{weigh, together, within, sizes, asked, level};
  return released([&] { return stats::survey_mean(answers, design); });
}

}  // namespace

void register_raters(py::module_& core) {
  auto m = core.attr("stats").cast<py::module_>();
  m.def(
      "icc_forms",
      [](const DoubleArray& ratings, double level) {
        if (ratings.ndim() != 2) {
          throw ValueError({"HV-301",
                            argument("ratings"),
                            Claim{"problem.value.dimensions", {{"n", ratings.ndim()}}},
                            {"problem.expected.two_dimensions"}});
        }
        const std::vector<double> cells(ratings.data(), ratings.data() + ratings.size());
        const stats::Items items{cells, ratings.shape(1)};
        return released([&] { return stats::icc_forms(items, level); });
      },
      arg("ratings"), arg("level") = 0.95, doc("stats.icc_forms"));
  m.def("cohen_kappa", &cohen, arg("first"), arg("second"), arg("weights") = "none", arg("level") = 0.95,
        doc("stats.cohen_kappa"));
  m.def("fleiss_kappa", &fleiss, arg("ratings"), doc("stats.fleiss_kappa"));
  m.def("survey_mean", &survey_mean, arg("values"), arg("weights") = py::none(), py::kw_only(),
        arg("clusters") = py::none(), arg("strata") = py::none(), arg("population") = py::none(),
        arg("domain") = py::none(), arg("level") = 0.95, doc("stats.survey_mean"));
}

}  // namespace houvast::bindings
