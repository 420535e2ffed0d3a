#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "base/index.hpp"
#include "graph/estimates.hpp"
#include "graph/permuted.hpp"
#include "houvast/base/error.hpp"
#include "houvast/base/fields.hpp"
#include "houvast/graph/permutation.hpp"

namespace houvast::inline v0_1::graph {
using houvast::detail::as_size;
namespace {

constexpr const char* kDekker = "source.dekker_2007";
constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();
constexpr double kCollinear = 1e-7;  // length that is left of a predictor, as a share of what it was

using Vector = std::vector<double>;

double dot(const Vector& x, const Vector& y) {
  double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
  std::size_t i = 0;
  for (; i + 4 <= x.size(); i += 4) {
    sum0 += x[i] * y[i];
    sum1 += x[i + 1] * y[i + 1];
    sum2 += x[i + 2] * y[i + 2];
    sum3 += x[i + 3] * y[i + 3];
  }
  for (; i < x.size(); ++i) sum0 += x[i] * y[i];
  return (sum0 + sum1) + (sum2 + sum3);
}

// Takes out of `x` what the basis explains; twice, so that rounding leaves nothing.
void take_out(const std::vector<Vector>& basis, Vector& x) {
  for (int round = 0; round < 2; ++round) {
    for (const Vector& direction : basis) {
      const double along = dot(direction, x);
      for (std::size_t i = 0; i < x.size(); ++i) x[i] -= along * direction[i];
    }
  }
}

// Adds the direction of `x` to the basis; false when the basis explains it already.
bool add_direction(std::vector<Vector>& basis, Vector x) {
  const double before = std::sqrt(dot(x, x));
  take_out(basis, x);
  const double length = std::sqrt(dot(x, x));
  if (!(length > kCollinear * before)) return false;
  for (double& value : x) value /= length;
  basis.push_back(std::move(x));
  return true;
}

// The cells that all matrices have, as one observation each.
struct Observations {
  std::vector<std::size_t> cell;
  Vector y;
  std::vector<Vector> columns;  // the intercept, then the predictors
  bool complete = true;

  Observations(const SquareMatrix& outcome, std::span<const SquareMatrix> predictors, bool directed)
      : columns(predictors.size() + 1) {
    const auto n = as_size(outcome.nodes);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < (directed ? n : i); ++j) {
        if (i == j) continue;
        const std::size_t at = i * n + j;
        bool present = !std::isnan(outcome.cells[at]);
        for (const SquareMatrix& x : predictors) present &= !std::isnan(x.cells[at]);
        complete &= present;
        if (!present) continue;
        cell.push_back(at);
        y.push_back(outcome.cells[at]);
        columns[0].push_back(1);
        for (std::size_t k = 0; k < predictors.size(); ++k) columns[k + 1].push_back(predictors[k].cells[at]);
      }
    }
  }

  // All columns but one as directions at right angles.
  [[nodiscard]] std::vector<Vector> basis_without(std::size_t left_out) const {
    std::vector<Vector> basis;
    for (std::size_t k = 0; k < columns.size(); ++k) {
      if (k != left_out) add_direction(basis, columns[k]);
    }
    return basis;
  }
};

// The regression of y on one predictor beside the others: the predictor as it is, and with its rest permuted.
class Term {
 public:
  Term(const Observations& data, std::size_t column, std::int64_t nodes, bool directed)
      : data_(data),
        nodes_(as_size(nodes)),
        basis_(data.basis_without(column)),
        rest_(data.columns[column]),
        free_y_(data.y) {
    take_out(basis_, rest_);
    take_out(basis_, free_y_);
    squares_ = dot(rest_, rest_);
    squares_y_ = dot(free_y_, free_y_);
    const double along = dot(rest_, free_y_);
    coefficient_ = along / squares_;
    t_ = t_value(along, squares_, squares_y_, static_cast<double>(data.y.size()));
    moved_.assign(nodes_ * nodes_, kNoValue);
    for (std::size_t i = 0; i < rest_.size(); ++i) {
      const std::size_t row = data.cell[i] / nodes_, column_of_cell = data.cell[i] % nodes_;
      moved_[data.cell[i]] = rest_[i];
      if (!directed) moved_[column_of_cell * nodes_ + row] = rest_[i];
    }
  }

  [[nodiscard]] double coefficient() const { return coefficient_; }
  [[nodiscard]] double t() const { return t_; }

  [[nodiscard]] double permuted_t(std::span<const std::int32_t> permutation) const {
    Vector rest;
    rest.reserve(data_.cell.size());
    std::size_t at = 0;
    for (std::size_t i = 0; i < nodes_ && at < data_.cell.size(); ++i) {
      const double* row = moved_.data() + as_size(permutation[i]) * nodes_;
      const std::size_t begin = i * nodes_;
      for (; at < data_.cell.size() && data_.cell[at] < begin + nodes_; ++at) {
        rest.push_back(row[as_size(permutation[data_.cell[at] - begin])]);
      }
    }
    return data_.complete ? complete_t(rest) : missing_t(rest);
  }

 private:
  // t of the last predictor from sums that the others have been taken out of; `n` observations.
  [[nodiscard]] double t_value(double along, double squares, double squares_y, double n) const {
    const double left = std::max(0.0, squares_y - along * along / squares);
    const double freedom = n - static_cast<double>(basis_.size()) - 1;
    return along / std::sqrt(squares * left / freedom);
  }

  [[nodiscard]] double complete_t(const Vector& rest) const {
    double squares = squares_;
    for (const Vector& direction : basis_) {
      const double along = dot(direction, rest);
      squares -= along * along;
    }
    if (!(squares > kCollinear * kCollinear * squares_)) return kNoValue;
    return t_value(dot(rest, free_y_), squares, squares_y_, static_cast<double>(rest.size()));
  }

  // Over the cells that the permuted rest has too. The basis is no longer at right angles there: it is made so again.
  [[nodiscard]] double missing_t(const Vector& rest) const {
    std::vector<std::size_t> present;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (!std::isnan(rest[i])) present.push_back(i);
    }
    const auto chosen = [&](const Vector& all) {
      Vector some(present.size());
      for (std::size_t i = 0; i < some.size(); ++i) some[i] = all[present[i]];
      return some;
    };
    if (present.size() < basis_.size() + 2) return kNoValue;
    std::vector<Vector> basis;
    for (const Vector& direction : basis_) {
      if (!add_direction(basis, chosen(direction))) return kNoValue;
    }
    Vector x = chosen(rest), y = chosen(free_y_);
    const double before = dot(x, x);
    take_out(basis, x);
    take_out(basis, y);
    const double squares = dot(x, x);
    if (!(squares > kCollinear * kCollinear * before)) return kNoValue;
    return t_value(dot(x, y), squares, dot(y, y), static_cast<double>(x.size()));
  }

  const Observations& data_;
  std::size_t nodes_;
  std::vector<Vector> basis_;
  Vector rest_, free_y_;  // the predictor and y without what the others explain
  Vector moved_;          // the rest as a matrix, NaN where a cell is missing
  double squares_ = 0, squares_y_ = 0, coefficient_ = 0, t_ = 0;
};

std::vector<std::string> names_of(std::span<const std::string> given, std::size_t predictors) {
  if (!given.empty() && given.size() != predictors) {
    throw ValueError({"HV-301",
                      argument("names"),
                      Claim{"problem.value.names", {{"n", given.size()}}},
                      {"problem.expected.names_of_predictors", {{"n", predictors}}}});
  }
  std::vector<std::string> names = {"(intercept)"};
  for (std::size_t k = 0; k < predictors; ++k) {
    std::string name = given.empty() ? std::string("x").append(std::to_string(k + 1)) : given[k];
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      throw ValueError(
          {"HV-304", {"problem.subject.name"}, std::move(name), {"problem.expected.different_predictors"}});
    }
    names.push_back(std::move(name));
  }
  return names;
}

void check_predictors(const Observations& data, const std::vector<std::string>& names) {
  if (data.y.size() < data.columns.size() + 1) {
    throw ValueError({"HV-305",
                      argument("cells"),
                      std::to_string(data.y.size()),
                      {"problem.expected.cells_of_matrices", {{"low", data.columns.size() + 1}}}});
  }
  std::vector<Vector> basis;
  for (std::size_t k = 0; k < data.columns.size(); ++k) {
    if (add_direction(basis, data.columns[k])) continue;
    throw ValueError({"HV-302", {"problem.subject.predictor"}, names[k], {"problem.expected.own_predictor"}});
  }
}

struct TermRow {
  std::string term;
  double coefficient = 0;
  std::optional<double> t{};
  std::optional<detail::Tails> tails{};  // of permutations
};

Fields<TermRow> term_fields() {
  using Row = TermRow;
  const auto tail = [](double detail::Tails::*which) {
    return [which](const Row& row) { return row.tails ? std::optional((*row.tails).*which) : std::nullopt; };
  };
  return {{"term", {"column.regression_term"}, &Row::term},
          {"coefficient", {"column.coefficient"}, &Row::coefficient},
          {"t", {"column.regression_t"}, &Row::t},
          {"p_value", {"column.p_two_sided"}, tail(&detail::Tails::p_two_sided)},
          {"p_greater_equal", {"column.p_greater_equal"}, tail(&detail::Tails::p_greater_equal)},
          {"p_less_equal", {"column.p_less_equal"}, tail(&detail::Tails::p_less_equal)}};
}

}  // namespace

Table mrqap(const SquareMatrix& y, std::span<const SquareMatrix> predictors, const MrqapOptions& options) {
  detail::check_at_least(argument("permutations"), options.permutations, 0);
  if (predictors.empty())
    throw ValueError({"HV-301", argument("predictors"), Claim{"problem.value.none"}, {"problem.expected.one_matrix"}});
  const std::vector<std::string> names = names_of(options.names, predictors.size());
  detail::check_matrix("y", y, y.nodes, options.directed);
  for (std::size_t k = 0; k < predictors.size(); ++k) {
    detail::check_matrix(names[k + 1], predictors[k], y.nodes, options.directed);
  }
  const Observations data(y, predictors, options.directed);
  check_predictors(data, names);

  std::vector<TermRow> rows;
  for (std::size_t k = 0; k < data.columns.size(); ++k) {
    const Term term(data, k, y.nodes, options.directed);
    TermRow& row = rows.emplace_back(TermRow{names[k], term.coefficient()});
    if (std::isfinite(term.t())) row.t = term.t();
    if (k == 0 || options.permutations == 0 || std::isnan(term.t())) continue;
    std::vector<double> permuted(as_size(options.permutations));
    detail::for_each_permutation(options.permutations, options.seed, options.threads, y.nodes,
                                 [&](std::int64_t p, std::span<const std::int32_t> permutation) {
                                   permuted[as_size(p)] = term.permuted_t(permutation);
                                 });
    row.tails.emplace(term.t(), permuted);
  }
  Provenance provenance = provenance_of({"method.mrqap"}, {kDekker});
  provenance.options = {{"permutations", std::to_string(options.permutations)},
                        {"directed", options.directed ? "true" : "false"},
                        {"cells", std::to_string(data.y.size())}};
  if (options.permutations > 0) provenance.seed = options.seed;
  return Table({"title.mrqap"}, columns_of(rows, term_fields()), std::move(provenance));
}

}  // namespace houvast::inline v0_1::graph
